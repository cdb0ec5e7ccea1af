// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import type { EconomicsAssumptions } from '../scoring/index.js';
import type { PlanRows } from './plan-work.js';
import type { ScenarioDefinition } from './scenario.js';

/** Reads what is planned on, writes scenarios and plans. */
@Injectable()
export class PlanRepository {
  constructor(private readonly transactions: Transactions) {}

  async scenario(name: string | null): Promise<{ readonly id: number; readonly name: string; readonly definition: unknown } | null> {
    const [row] = await this.transactions.query<{ id: number; name: string; definition: unknown }>(
      'SELECT id, name, definition FROM scenario WHERE $1::text IS NULL OR name = $1 ORDER BY id LIMIT 1',
      [name],
    );
    return row ?? null;
  }

  /** Null where the name is taken. */
  async addScenario(name: string, definition: ScenarioDefinition): Promise<number | null> {
    const [row] = await this.transactions.query<{ id: number }>('INSERT INTO scenario (name, definition) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING RETURNING id', [name, JSON.stringify(definition)]);
    return row?.id ?? null;
  }

  async newestRun(): Promise<number | null> {
    const [row] = await this.transactions.query<{ id: number | null }>('SELECT max(id) AS id FROM scoring_run');
    return row?.id ?? null;
  }

/** Candidates of a run by rank, with the names of their products, as JSON text. */
  async candidates(runId: number): Promise<string> {
    return this.asJson(
      `SELECT c.id AS "candidateId", p.key AS "productKey", p.name AS "productName", ap.key AS "alternativeKey", v.key AS "vendorKey", c.goal_expected AS "goalExpected", p.specialised_procedure AS specialised,
         p.distribution, c.facts -> 'money' AS money, a.kind,
         (SELECT count(*)::int FROM product_interface i WHERE p.id IN (i.from_product_id, i.to_product_id)) AS interfaces,
         (SELECT max(r.end_of_support_on)::text FROM release_cycle r WHERE r.product_id = p.id) AS "lastSupportEndsOn",
         (SELECT d.key FROM product_department_usage w JOIN department d ON d.id = w.department_id WHERE w.product_id = p.id ORDER BY w.installations DESC, d.id LIMIT 1) AS "mainDepartment",
         coalesce((SELECT jsonb_agg(jsonb_build_object('endsOn', k.ends_on, 'noticePeriodMonths', coalesce(k.notice_period_months, (k.notice_period_days + 27) / 28), 'renewalMonths', k.renewal_months) ORDER BY k.id)
           FROM contract k WHERE k.product_id = p.id), '[]') AS contracts
       FROM candidate_score c JOIN product p ON p.id = c.product_id JOIN alternative a ON a.id = c.alternative_id JOIN product ap ON ap.id = a.alternative_id
       LEFT JOIN vendor v ON v.id = p.vendor_id WHERE c.run_id = $1 ORDER BY c.rank`,
      [runId],
    );
  }

  /** What a run assumes about effort and money. */
  async assumptions(runId: number): Promise<EconomicsAssumptions> {
    const [row] = await this.transactions.query<{ assumptions: EconomicsAssumptions }>('SELECT assumptions FROM scoring_run WHERE id = $1', [runId]);
    return row!.assumptions;
  }

  /** As JSON text. */
  async dependencies(): Promise<string> {
    return this.asJson(
      'SELECT f.key AS "from", t.key AS "to", i.kind FROM product_interface i JOIN product f ON f.id = i.from_product_id JOIN product t ON t.id = i.to_product_id ORDER BY i.id',
    );
  }

  /** Names by key, as JSON text. */
  async departmentNames(): Promise<string> {
    const [row] = await this.transactions.query<{ names: string }>("SELECT coalesce(json_object_agg(key, name), '{}')::text AS names FROM department");
    return row!.names;
  }

  /** What the departments themselves are said to bear, by key. */
  async changeLoadLimits(): Promise<Readonly<Record<string, number>>> {
    const rows = await this.transactions.query<{ key: string; limit: number }>('SELECT key, change_load_limit AS limit FROM department WHERE change_load_limit IS NOT NULL');
    return Object.fromEntries(rows.map(({ key, limit }) => [key, limit]));
  }

  /** Those of the keys that no department has. */
  async unknownDepartments(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.transactions.query<{ key: string }>('SELECT k.key FROM unnest($1::text[]) AS k(key) WHERE NOT EXISTS (SELECT FROM department d WHERE d.key = k.key)', [keys]);
    return new Set(rows.map(({ key }) => key));
  }

  async write({ scenarioId, runId, seed, timeLimitSeconds }: { readonly scenarioId: number; readonly runId: number; readonly seed: number; readonly timeLimitSeconds: number }, rows: PlanRows): Promise<number> {
    const { status, objective, bound, gap01, boundSource } = rows.figures;
    const [row] = await this.transactions.query<{ id: number }>(
      `INSERT INTO plan (scenario_id, run_id, status, objective, bound, gap01, bound_source, seed, time_limit_seconds, problem, result, conflicts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [scenarioId, runId, status, objective, bound, gap01, boundSource, seed, timeLimitSeconds, rows.problem, rows.result, rows.conflicts],
    );
    const planId = row!.id;
    await this.transactions.query(
      `INSERT INTO wave (plan_id, period, starts_on, cost_cents, saving_cents, effort_days, budget_cents, team_effort)
       SELECT $1, r.period, r.starts_on, r.cost_cents, r.saving_cents, r.effort_days, r.budget_cents, r.teams
       FROM jsonb_to_recordset($2) AS r(period int, starts_on date, cost_cents bigint, saving_cents bigint, effort_days float8, budget_cents bigint, teams jsonb)`,
      [planId, rows.waves],
    );
    await this.transactions.query(
      `INSERT INTO wave_item (wave_id, candidate_id, size_is_assumed, saving_unknown_because, late_for_support_end)
       SELECT w.id, (c ->> 'id')::int, (c ->> 'assumed')::boolean, c ->> 'unknown', (c ->> 'late')::date FROM jsonb_to_recordset($2) AS r(period int, candidates jsonb)
       JOIN wave w ON w.plan_id = $1 AND w.period = r.period CROSS JOIN jsonb_array_elements(r.candidates) c`,
      [planId, rows.waves],
    );
    await this.transactions.query('INSERT INTO unscheduled_item (plan_id, candidate_id, reason) SELECT $1, r.candidate, r.reason FROM jsonb_to_recordset($2) AS r(candidate int, reason jsonb)', [planId, rows.left]);
    return planId;
  }

  /** Rows in their order as JSON text, for a thread to read. */
  private async asJson(sql: string, values: readonly unknown[] = []): Promise<string> {
    const [row] = await this.transactions.query<{ rows: string }>(`SELECT coalesce(json_agg(r), '[]')::text AS rows FROM (${sql}) r`, values);
    return row!.rows;
  }
}
