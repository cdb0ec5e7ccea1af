// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel';
import type { DeviceGroup, EstateFacts } from '#planning';
import { Transactions } from '../../platform/database/transactions.js';
import { STANDINGS } from '../../scoring/index.js';

const openness = (license: string) => `CASE ${license}.verdict WHEN 'ALLOWED' THEN 'OPEN' WHEN 'DENIED' THEN 'CLOSED' ELSE 'UNKNOWN' END`;
const WAITS = "m.decided_by = 'RULE' AND m.decision <> 'MATCHED' AND m.role = 'PRODUCT'";

/** Reads what targets are measured from; a fixed number of statements, however large the estate. */
@Injectable()
export class EstateRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Products in use (`UsedProduct`), as JSON text. */
  async products(): Promise<string> {
    return this.asJson(
      `SELECT s.product_id AS id, ${openness('l')} AS openness, p.specialised_procedure AS "isSpecialised", s.installations::float8 AS installations, s.state = 'OPEN' AS "isUndecided",
         CASE WHEN s.state = 'EXEMPT' AND NOT (c.m1_reading = 'EQUAL_FOOTING' AND s.weighing_id IS NOT NULL) THEN x.expires_on::text END AS "exemptUntil"
       FROM ${STANDINGS} s JOIN product p ON p.id = s.product_id LEFT JOIN license l ON l.id = p.license_id LEFT JOIN exemption x ON x.id = s.exemption_id CROSS JOIN scoring_setting c
       ORDER BY s.product_id`,
    );
  }

  /** Migrations of the plan in force that are not given up, and whose product is in use and not open source yet (`MigrationAhead`), as JSON text. */
  async migrations(): Promise<string> {
    return this.asJson(
      `SELECT m.product_id AS "productId", m.alternative_id AS "alternativeId", ${openness('l')} AS alternative,
         coalesce((SELECT a.kind = 'COEXISTENCE' FROM alternative a WHERE a.product_id = m.product_id AND a.alternative_id = m.alternative_id ORDER BY a.rank, a.id LIMIT 1), false) AS "isCoexistence",
         m.status, m.planned_ends_on::text AS "plannedEndsOn"
       FROM product_migration m JOIN product p ON p.id = m.product_id JOIN product_usage u ON u.product_id = p.id AND (u.installations > 0 OR u.register_entries > 0) LEFT JOIN license o ON o.id = p.license_id JOIN product t ON t.id = m.alternative_id LEFT JOIN license l ON l.id = t.license_id
       WHERE m.status <> 'CANCELLED' AND o.verdict IS DISTINCT FROM 'ALLOWED' ORDER BY m.product_id`,
    );
  }

  async planInForce(): Promise<number | null> {
    const [row] = await this.transactions.query<{ planId: number }>('SELECT plan_id AS "planId" FROM plan_in_force ORDER BY id DESC LIMIT 1');
    return row?.planId ?? null;
  }

  /** Contracts that run today (`RunningContract`), as JSON text. */
  async contracts(today: CalendarDate): Promise<string> {
    return this.asJson(
      `SELECT k.product_id AS "productId", ${openness('l')} AS openness, k.cost_per_year_cents::float8 AS "costPerYearCents", k.ends_on::text AS "endsOn", k.renewal_months AS "renewalMonths",
         CASE WHEN k.notice_period_months IS NOT NULL THEN jsonb_build_object('months', k.notice_period_months) WHEN k.notice_period_days IS NOT NULL THEN jsonb_build_object('days', k.notice_period_days) END AS notice,
         k.notice_to AS "noticeTo"
       FROM contract k LEFT JOIN product p ON p.id = k.product_id LEFT JOIN license l ON l.id = p.license_id
       WHERE (k.starts_on IS NULL OR k.starts_on <= $1) AND (k.ends_on IS NULL OR k.ends_on >= $1 OR k.renewal_months > 0) ORDER BY k.id`,
      [today],
    );
  }

  /** Names in use that are not recognised, and own software. */
  async tallies(): Promise<Pick<EstateFacts, 'unrecognised' | 'ownSoftware'>> {
    const [row] = await this.transactions.query<{ families: number; installations: number; total: number; published: number }>(
      `SELECT u.families, u.installations, o.total, o.published FROM
         (SELECT count(DISTINCT (m.family, m.vendor_key))::int AS families, coalesce(sum(t.installations), 0)::float8 AS installations
          FROM title_match m JOIN title_usage t ON t.title_id = m.title_id WHERE ${WAITS} AND (t.installations > 0 OR t.register_entries > 0)) u,
         (SELECT count(*)::int AS total, count(*) FILTER (WHERE is_open AND repository_url IS NOT NULL)::int AS published FROM own_software) o`,
    );
    const { families, installations, total, published } = row!;
    return { unrecognised: { families, installations }, ownSoftware: { total, published } };
  }

  /** Devices by the days on which the last of their proprietary software is replaced; one pass over all installations. */
  async devices(replacements: string): Promise<DeviceGroup[]> {
    const rows = await this.transactions.query<Omit<DeviceGroup, 'surelyOn' | 'possiblyOn'> & { surelyOn: string; possiblyOn: string }>(
      `WITH replaced AS MATERIALIZED (SELECT r."productId", r."surelyOn", r."possiblyOn" FROM jsonb_to_recordset($1) AS r("productId" int, "surelyOn" date, "possiblyOn" date)),
       title_state AS MATERIALIZED (
         SELECT m.title_id, coalesce(l.verdict = 'DENIED', false) AS closed,
           CASE WHEN l.verdict = 'ALLOWED' THEN '-infinity' ELSE coalesce(r."surelyOn", 'infinity') END::date AS surely,
           CASE WHEN l.verdict = 'DENIED' THEN coalesce(r."possiblyOn", 'infinity') ELSE '-infinity' END::date AS possibly
         FROM title_match m LEFT JOIN product p ON p.id = m.product_id LEFT JOIN license l ON l.id = p.license_id LEFT JOIN replaced r ON r."productId" = m.product_id
         WHERE (m.product_id IS NOT NULL AND m.role = 'PRODUCT') OR (${WAITS})),
       device AS (SELECT i.host_id, bool_or(s.closed) AS closed, max(s.surely) AS surely, max(s.possibly) AS possibly FROM installation i JOIN title_state s ON s.title_id = i.title_id GROUP BY i.host_id)
       SELECT count(*)::float8 AS devices, closed AS "hasClosed", surely::text AS "surelyOn", possibly::text AS "possiblyOn" FROM device GROUP BY closed, surely, possibly ORDER BY surely, possibly, closed`,
      [replacements],
    );
    const dayOf = (text: string) => (text === '-infinity' ? 'today' : text === 'infinity' ? null : (text as CalendarDate));
    return rows.map(({ surelyOn, possiblyOn, ...group }) => ({ ...group, surelyOn: dayOf(surelyOn), possiblyOn: dayOf(possiblyOn) }));
  }

  /** Rows in their order as JSON text, for a thread to read. */
  private async asJson(sql: string, values: readonly unknown[] = []): Promise<string> {
    const [row] = await this.transactions.query<{ rows: string }>(`SELECT coalesce(json_agg(r), '[]')::text AS rows FROM (${sql}) r`, values);
    return row!.rows;
  }
}
