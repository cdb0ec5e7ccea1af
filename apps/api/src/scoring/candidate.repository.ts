// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel';
import { concentrationOf, jurisdictionOf } from '#scoring';
import { Transactions } from '../platform/database/transactions.js';
import { isAccessory } from './accessories.js';
import type { CandidateRow } from './candidate-row.js';

/** Reads what is known about every candidate: a product in use that is not open source and no accessory, with the best of its alternatives. */
@Injectable()
export class CandidateRepository {
  constructor(private readonly transactions: Transactions) {}

  async all(today: CalendarDate): Promise<CandidateRow[]> {
    const rows = await this.transactions.query<Omit<CandidateRow, 'jurisdiction'> & { country: string | null }>(CANDIDATES, [today]);
    return rows.map(({ country, ...row }) => ({ ...row, jurisdiction: country === null ? null : jurisdictionOf(country) }));
  }

  /** Share of each vendor in all yearly spend that contracts name. */
  async vendorShares(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.transactions.query<{ vendor: string; cents: string }>(
      'SELECT vendor_id::text AS vendor, sum(cost_per_year_cents) AS cents FROM contract WHERE vendor_id IS NOT NULL AND cost_per_year_cents IS NOT NULL GROUP BY 1',
    );
    return concentrationOf(new Map(rows.map(({ vendor, cents }) => [vendor, Number(cents)]))).share01;
  }
}

const CANDIDATES = `
SELECT p.id AS "productId", p.key AS "productKey", pa.archetype_id AS "archetypeId",
  a.id AS "alternativeId", a.alternative_id AS "alternativeProductId", ap.key AS "alternativeKey", aa.archetype_id AS "alternativeArchetypeId", a.kind,
  l.expression AS "todayLicense", l.class AS "todayClass", al.expression AS "alternativeLicense", al.class AS "alternativeClass",
  u.installations::float8 AS installations, u.register_entries AS "registerEntries", u.users,
  cardinality(a.covers) AS covers, cardinality(a.missing) AS missing, a.carries_over AS "carriesOver",
  (SELECT count(*)::int FROM jsonb_array_elements(a.evidence) e WHERE (e ->> 'verified')::boolean) AS "verifiedSources",
  coalesce(g.administrations, 0)::int AS administrations, jsonb_array_length(ap.support) AS "supportOffers",
  (SELECT max(e ->> 'checkedOn') FROM jsonb_array_elements(a.evidence) e) AS "evidenceCheckedOn",
  p.personal_data AS "personalData", p.vendor_id AS "vendorId", v.country, s.ends_on::text AS "supportEndsOn", s.source AS "supportSource",
  coalesce(i.interfaces, '[]') AS interfaces,
  coalesce(k.contracts, '[]') AS contracts, p.specialised_procedure AS specialised, p.distribution
FROM product p
JOIN product_usage u ON u.product_id = p.id AND (u.installations > 0 OR u.register_entries > 0)
JOIN LATERAL (SELECT * FROM alternative x WHERE x.product_id = p.id AND NOT x.retired ORDER BY x.rank, x.id LIMIT 1) a ON true
JOIN product ap ON ap.id = a.alternative_id
JOIN product_archetype pa ON pa.product_id = p.id
JOIN product_archetype aa ON aa.product_id = ap.id
LEFT JOIN license l ON l.id = p.license_id
LEFT JOIN license al ON al.id = ap.license_id
LEFT JOIN vendor v ON v.id = p.vendor_id
LEFT JOIN (SELECT o.alternative_id, count(DISTINCT e ->> 'administration') AS administrations FROM alternative o CROSS JOIN jsonb_array_elements(o.evidence) e
  WHERE e ? 'administration' GROUP BY 1) g ON g.alternative_id = a.alternative_id
LEFT JOIN LATERAL (SELECT c.end_of_support_on AS ends_on, c.source FROM release_cycle c WHERE c.product_id = p.id AND c.end_of_support_on IS NOT NULL
  AND EXISTS (SELECT FROM title_match m JOIN title_usage x ON x.title_id = m.title_id WHERE m.product_id = p.id AND x.installations > 0 AND (m.version = c.cycle OR m.version LIKE c.cycle || '.%'))
  ORDER BY c.end_of_support_on, c.id LIMIT 1) s ON true
LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('kind', x.kind, 'openStandard', x.open_standard) ORDER BY x.id) AS interfaces
  FROM product_interface x WHERE p.id IN (x.from_product_id, x.to_product_id)) i ON true
LEFT JOIN (SELECT x.product_id, jsonb_agg(jsonb_build_object('number', x.number, 'endsOn', x.ends_on, 'noticePeriodMonths', coalesce(x.notice_period_months, (x.notice_period_days + 27) / 28), 'renewalMonths', x.renewal_months,
    'costPerYearCents', x.cost_per_year_cents) ORDER BY x.ends_on, x.id) AS contracts
  FROM contract x WHERE x.ends_on IS NULL OR x.ends_on >= $1::date OR x.renewal_months IS NOT NULL GROUP BY 1) k ON k.product_id = p.id
WHERE coalesce(l.verdict, 'UNKNOWN') <> 'ALLOWED' AND NOT ${isAccessory('p')}
ORDER BY p.key`;
