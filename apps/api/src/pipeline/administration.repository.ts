// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { DemoCity } from '../../../../database/demo/src/index.js';
import { Transactions } from '../platform/database/transactions.js';

/** What is in the database: nothing, an administration's own data, or the demo city and how far it has come. */
export type DemoStanding = 'EMPTY' | 'OWN_DATA' | 'FILLED' | 'SCORED' | 'PLANNED' | 'STEERED';

/** Writes what an administration knows about itself beside its inventory: departments, contracts, interfaces, assessments, exemptions. */
@Injectable()
export class AdministrationRepository {
  constructor(private readonly transactions: Transactions) {}

  async demoStanding(): Promise<DemoStanding> {
    const [row] = await this.transactions.query<{ standing: DemoStanding }>(
      `SELECT CASE
         WHEN EXISTS (SELECT FROM audit_entry WHERE operation = 'fillDemo')
           THEN CASE WHEN EXISTS (SELECT FROM target) THEN 'STEERED' WHEN EXISTS (SELECT FROM plan) THEN 'PLANNED' WHEN EXISTS (SELECT FROM scoring_run) THEN 'SCORED' ELSE 'FILLED' END
         WHEN EXISTS (SELECT FROM import) OR EXISTS (SELECT FROM department) OR EXISTS (SELECT FROM contract) THEN 'OWN_DATA'
         ELSE 'EMPTY' END AS standing`,
    );
    return row!.standing;
  }

  async write(city: DemoCity): Promise<void> {
    await this.rows(
      city.departments.map(({ id, name, users, changeLoadLimit }) => ({ key: id, name, users, change_load_limit: changeLoadLimit })),
      'INSERT INTO department (key, name, users, change_load_limit) SELECT * FROM jsonb_to_recordset($1) AS r(key text, name text, users int, change_load_limit int)',
    );
    await this.rows(
      city.departments.map(({ id, parentId }) => ({ key: id, parent: parentId })),
      'UPDATE department d SET parent_id = p.id FROM jsonb_to_recordset($1) AS r(key text, parent text) JOIN department p ON p.key = r.parent WHERE d.key = r.key',
    );
    await this.rows(
      city.contracts.map((one) => ({
        number: one.number,
        product: one.productIds.length === 1 ? one.productIds[0] : null,
        vendor: one.vendorName,
        department: one.departmentId,
        metric: one.metric,
        seats: one.quantity,
        cost_per_year_cents: one.costPerYearCents,
        starts_on: one.startsOn,
        ends_on: one.endsOn,
        notice_period_months: one.noticePeriodMonths,
        renewal_months: one.renewalMonths,
      })),
      `INSERT INTO contract (number, product_id, vendor_id, department_id, metric, seats, cost_per_year_cents, starts_on, ends_on, notice_period_months, renewal_months)
       SELECT r.number, p.id, coalesce(p.vendor_id, (SELECT v.id FROM vendor v WHERE v.name = r.vendor ORDER BY v.id LIMIT 1)), d.id, r.metric, r.seats, r.cost_per_year_cents, r.starts_on, r.ends_on, r.notice_period_months, r.renewal_months
       FROM jsonb_to_recordset($1) AS r(number text, product text, vendor text, department text, metric text, seats int, cost_per_year_cents bigint, starts_on date, ends_on date,
         notice_period_months int, renewal_months int) LEFT JOIN product p ON p.key = r.product LEFT JOIN department d ON d.key = r.department`,
    );
    await this.rows(
      city.interfaces.map((one) => ({ from: one.fromProductId, to: one.toProductId, kind: `${one.kind}: ${one.standard}`, open_standard: one.openStandard })),
      `INSERT INTO product_interface (from_product_id, to_product_id, kind, open_standard)
       SELECT f.id, t.id, r.kind, r.open_standard FROM jsonb_to_recordset($1) AS r("from" text, "to" text, kind text, open_standard boolean)
       JOIN product f ON f.key = r."from" JOIN product t ON t.key = r."to" ON CONFLICT DO NOTHING`,
    );
    await this.rows(
      city.assessments.map((one) => ({ product: one.productId, question: one.question, answer: one.answer, author: one.answeredBy, answered_on: one.answeredOn })),
      `INSERT INTO assessment (product_id, question, answer, author, answered_on) SELECT p.id, r.question, r.answer, r.author, r.answered_on
       FROM jsonb_to_recordset($1) AS r(product text, question text, answer jsonb, author text, answered_on date) JOIN product p ON p.key = r.product`,
    );
    await this.rows(
      city.exemptions.map((one) => ({ product: one.productId, reason: one.reason, evidence: one.evidence, approver: one.approvedBy, granted_on: one.grantedOn, expires_on: one.expiresOn, recheck_on: one.recheckOn })),
      `INSERT INTO exemption (product_id, reason, evidence, approver, granted_on, expires_on, recheck_on) SELECT p.id, r.reason, r.evidence, r.approver, r.granted_on, r.expires_on, r.recheck_on
       FROM jsonb_to_recordset($1) AS r(product text, reason text, evidence text, approver text, granted_on date, expires_on date, recheck_on date) JOIN product p ON p.key = r.product`,
    );
    await this.transactions.query('INSERT INTO scenario (name, definition) VALUES ($1, $2)', [
      city.name,
      JSON.stringify({ periods: city.periods.map(({ startsOn, endsOn, budgetCents }) => ({ startsOn, endsOn, budgetCents })), teams: city.teams, blackouts: city.blackouts, changeLoad: Object.fromEntries(city.departments.map(({ id, changeLoadLimit }) => [id, changeLoadLimit])) }),
    ]);
  }

  /** The newest plan that can be put in force; null where there is none, or one is in force. */
  async planToPutInForce(): Promise<number | null> {
    const [row] = await this.transactions.query<{ id: number }>("SELECT p.id FROM plan p WHERE p.status <> 'INFEASIBLE' AND NOT EXISTS (SELECT FROM plan_in_force) ORDER BY p.id DESC LIMIT 1");
    return row?.id ?? null;
  }

  /** Invents what was measured in the two years before the first measuring: a little less open source with every quarter back, and more that waited for a decision. */
  async inventMeasurements(): Promise<void> {
    await this.transactions.query(
      `INSERT INTO measurement (measure, measured_at, reached, missed, unknown, unrecognised, uncounted, low, high, forecast)
       SELECT m.measure, m.measured_at - q * interval '3 months', e.reached, e.missed, m.unknown, m.unrecognised, 0,
         CASE WHEN m.measure = 'OPEN_PRODUCTS' THEN e.missed ELSE e.reached::float8 / e.total END,
         CASE WHEN m.measure = 'OPEN_PRODUCTS' THEN e.missed + m.unknown + m.unrecognised ELSE (e.reached + m.unknown + m.unrecognised)::float8 / e.total END, '[]'
       FROM (SELECT DISTINCT ON (measure) * FROM measurement ORDER BY measure, measured_at, id) m
       CROSS JOIN generate_series(1, 8) q
       CROSS JOIN LATERAL (SELECT floor(m.reached * (1 - 0.05 * q))::bigint AS reached) r
       CROSS JOIN LATERAL (SELECT r.reached, m.missed + m.reached - r.reached AS missed, m.reached + m.missed + m.unknown + m.unrecognised AS total) e
       WHERE m.measure IN ('PRODUCTS', 'SPECIALISED_PRODUCTS', 'INSTALLATIONS', 'OPEN_PRODUCTS') AND e.total > 0 ORDER BY q DESC, m.id`,
    );
  }

  private async rows(rows: readonly object[], sql: string): Promise<void> {
    if (rows.length > 0) await this.transactions.query(sql, [JSON.stringify(rows)]);
  }
}
