// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CalendarDate, Cents } from '#kernel';
import type { Entitlement, MeasuredUse, Metric, ObservedUse } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';

/** What was bought and what is used of one product. */
export interface PositionFacts {
  readonly productId: number;
  readonly productKey: string;
  readonly productName: string;
  readonly rights: readonly Entitlement[];
  readonly observed: ObservedUse;
}

interface RightRow extends Omit<Entitlement, 'metric' | 'site'> {
  readonly metric: string;
  readonly site: string | null;
}

interface ProductRow {
  readonly productId: number;
  readonly productKey: string;
  readonly productName: string;
  readonly registerEntries: number;
  readonly namedUsers: number | null;
  readonly rights: RightRow[] | null;
  readonly counts: { readonly metric: string; readonly version: string | null; readonly site: string | null; readonly quantity: number }[] | null;
}

/** Contracts that name product and metric are rights themselves, unless rights were entered under them. A right under tacit renewal has no last day. */
const RIGHTS = `(
  SELECT e.product_id, e.metric, e.quantity, e.site, e.up_to_version, e.valid_from, e.valid_until, e.unit_cost_cents, 0 AS kind, e.id FROM entitlement e
  UNION ALL
  SELECT c.product_id, c.metric, c.seats, NULL, NULL, c.starts_on, CASE WHEN c.renewal_months IS NULL THEN c.ends_on END, round(c.cost_per_year_cents::numeric / nullif(c.seats, 0))::bigint, 1, c.id
  FROM contract c WHERE c.product_id IS NOT NULL AND NOT EXISTS (SELECT FROM entitlement e WHERE e.contract_id = c.id)
)`;

/** Reads all that license positions are computed from, in two statements whatever the number of products. */
@Injectable()
export class LicensePositionRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @param products keys of products; every one with rights unless given */
  async facts(products: readonly string[] | null): Promise<PositionFacts[]> {
    const rows = await this.transactions.query<ProductRow>(
      `SELECT p.id AS "productId", p.key AS "productKey", p.name AS "productName", coalesce(u.register_entries, 0) AS "registerEntries", u.users AS "namedUsers", r.rights, k.counts
       FROM product p LEFT JOIN product_usage u ON u.product_id = p.id
       LEFT JOIN (SELECT r.product_id, jsonb_agg(jsonb_build_object('metric', r.metric, 'quantity', r.quantity, 'site', r.site, 'upToVersion', r.up_to_version, 'validFrom', r.valid_from,
           'validUntil', r.valid_until, 'unitCostCents', r.unit_cost_cents) ORDER BY r.kind, r.id) AS rights FROM ${RIGHTS} r GROUP BY 1) r ON r.product_id = p.id
       LEFT JOIN (SELECT c.product_id, jsonb_agg(jsonb_build_object('metric', c.metric, 'version', c.version, 'site', c.site, 'quantity', c.quantity) ORDER BY c.id) AS counts FROM usage_count c GROUP BY 1) k ON k.product_id = p.id
       WHERE CASE WHEN $1::text[] IS NULL THEN r.rights IS NOT NULL ELSE p.key = ANY($1) END ORDER BY p.key`,
      [products],
    );
    const machines = await this.machines(rows.filter(({ rights }) => needsMachines(rights ?? [])).map(({ productId }) => productId));
    const hasInventory = (await this.transactions.query('SELECT FROM import LIMIT 1')).length > 0;
    return rows.map(({ productId, productKey, productName, registerEntries, namedUsers, rights, counts }) => {
      const seen = machines.get(productId) ?? [];
      return {
        productId,
        productKey,
        productName,
        rights: (rights ?? []).map(rightOf),
        observed: { machines: seen, areMachinesCounted: seen.length > 0 || (hasInventory && registerEntries === 0), namedUsers, counts: (counts ?? []).map(countOf) },
      };
    });
  }

  /** Machines per product and version; one machine counts once for each version on it. */
  private async machines(productIds: readonly number[]): Promise<ReadonlyMap<number, ObservedUse['machines']>> {
    if (productIds.length === 0) return new Map();
    const rows = await this.transactions.query<{ productId: number; machines: { version: string | null; quantity: number }[] }>(
      `SELECT x.product_id AS "productId", jsonb_agg(jsonb_build_object('version', x.version, 'quantity', x.quantity) ORDER BY x.version) AS machines FROM (
         SELECT m.product_id, coalesce(nullif(v.label, ''), m.version) AS version, count(DISTINCT i.host_id) AS quantity
         FROM title_match m JOIN installation i ON i.title_id = m.title_id LEFT JOIN version v ON v.id = i.version_id
         WHERE m.role = 'PRODUCT' AND m.product_id = ANY($1) GROUP BY 1, 2) x GROUP BY 1`,
      [productIds],
    );
    return new Map(rows.map(({ productId, machines }) => [productId, machines]));
  }
}

function needsMachines(rights: readonly RightRow[]): boolean {
  return rights.length === 0 || rights.some(({ metric }) => metric === 'DEVICE' || metric === 'SITE');
}

function rightOf({ metric, site, ...right }: RightRow): Entitlement {
  return { ...right, metric: metricOf(metric), unitCostCents: right.unitCostCents as Cents | null, validFrom: right.validFrom as CalendarDate | null, ...(site === null ? {} : { site }) };
}

function countOf({ metric, site, ...count }: NonNullable<ProductRow['counts']>[number]): MeasuredUse {
  return { ...count, metric: metricOf(metric), ...(site === null ? {} : { site }) };
}

function metricOf(name: string): Metric {
  return name.toLowerCase().replaceAll('_', '-') as Metric;
}
