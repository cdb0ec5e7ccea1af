// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { concentrationOf, jurisdictionOf } from '#scoring';
import { Transactions } from '../platform/database/transactions.js';
import type { CandidateRow } from './candidate-row.js';

/** Reads what is known about every candidate: a product in use that is not open source, with the best of its alternatives. */
@Injectable()
export class CandidateRepository {
  constructor(private readonly transactions: Transactions) {}

  async all(): Promise<CandidateRow[]> {
    const rows = await this.transactions.query<Omit<CandidateRow, 'jurisdiction'> & { country: string | null }>(CANDIDATES);
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
SELECT p.id AS "productId", p.key AS "productKey", a.id AS "alternativeId", ap.key AS "alternativeKey", a.kind,
  l.class AS "todayClass", al.class AS "alternativeClass",
  u.installations::float8 AS installations, u.register_entries AS "registerEntries", u.users,
  cardinality(a.covers) AS covers, cardinality(a.missing) AS missing, a.carries_over AS "carriesOver",
  (SELECT count(*)::int FROM jsonb_array_elements(a.evidence) e WHERE (e ->> 'verified')::boolean) AS "verifiedSources",
  (SELECT count(DISTINCT e ->> 'administration')::int FROM alternative o CROSS JOIN jsonb_array_elements(o.evidence) e WHERE o.alternative_id = a.alternative_id AND e ? 'administration') AS administrations,
  (SELECT max(e ->> 'checkedOn') FROM jsonb_array_elements(a.evidence) e) AS "evidenceCheckedOn",
  p.personal_data AS "personalData", p.vendor_id AS "vendorId", v.country,
  (SELECT min(c.end_of_support_on)::text FROM release_cycle c WHERE c.product_id = p.id
     AND EXISTS (SELECT FROM title_match m JOIN title_usage x ON x.title_id = m.title_id WHERE m.product_id = p.id AND x.installations > 0 AND (m.version = c.cycle OR m.version LIKE c.cycle || '.%'))) AS "supportEndsOn",
  coalesce(i.open, 0)::int AS "interfacesOpen", coalesce(i.other, 0)::int AS "interfacesOther", coalesce(i.unknown, 0)::int AS "interfacesUnknown",
  k.cost::float8 AS "annualCostCents", coalesce(k.contracts, '[]') AS contracts,
  (SELECT d.key FROM product_department_usage w JOIN department d ON d.id = w.department_id WHERE w.product_id = p.id ORDER BY w.installations DESC, d.id LIMIT 1) AS "mainDepartment",
  p.specialised_procedure AS specialised, p.distribution,
  coalesce((SELECT jsonb_object_agg(q.question, jsonb_build_object('answer', q.answer, 'author', q.author, 'answeredOn', q.answered_on))
     FROM (SELECT DISTINCT ON (s.question) s.question, s.answer, s.author, s.answered_on FROM assessment s
           WHERE s.product_id = p.id AND (s.valid_until IS NULL OR s.valid_until >= current_date) ORDER BY s.question, s.id DESC) q), '{}') AS answers
FROM product p
JOIN product_usage u ON u.product_id = p.id AND (u.installations > 0 OR u.register_entries > 0)
JOIN LATERAL (SELECT * FROM alternative x WHERE x.product_id = p.id AND NOT x.retired ORDER BY x.rank, x.id LIMIT 1) a ON true
JOIN product ap ON ap.id = a.alternative_id
LEFT JOIN license l ON l.id = p.license_id
LEFT JOIN license al ON al.id = ap.license_id
LEFT JOIN vendor v ON v.id = p.vendor_id
LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE x.open_standard) AS open, count(*) FILTER (WHERE NOT x.open_standard) AS other, count(*) FILTER (WHERE x.open_standard IS NULL) AS unknown
  FROM product_interface x WHERE p.id IN (x.from_product_id, x.to_product_id)) i ON true
LEFT JOIN LATERAL (SELECT CASE WHEN count(*) = count(x.cost_per_year_cents) AND count(*) > 0 THEN sum(x.cost_per_year_cents) END AS cost,
    jsonb_agg(jsonb_build_object('number', x.number, 'endsOn', x.ends_on, 'noticePeriodMonths', x.notice_period_months, 'renewalMonths', x.renewal_months) ORDER BY x.ends_on, x.id) AS contracts
  FROM contract x WHERE x.product_id = p.id) k ON true
WHERE coalesce(l.verdict, 'UNKNOWN') <> 'ALLOWED'
ORDER BY p.key`;
