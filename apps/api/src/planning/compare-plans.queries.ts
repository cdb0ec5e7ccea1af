// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import type { PlanSummary } from '#planning';
import { localId } from '../platform/graphql/reading/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { PlanThreads } from './plan-threads.js';
import type { PlanItemChange } from './steering.types.js';
import { SteeringRepository } from './steering.repository.js';

/** Two plans side by side. */
export interface PlanPair {
  readonly before: PlanSummary;
  readonly after: PlanSummary;
  readonly changes: readonly PlanItemChange[];
}

interface StoredResult {
  readonly id: number;
  readonly scenario: string;
  readonly result: string;
}

/** Lays plans side by side: their figures, and what moved from one to the other, by day, so that plans of different horizons compare. */
@Injectable()
export class ComparePlans {
  constructor(
    private readonly transactions: Transactions,
    private readonly steering: SteeringRepository,
    private readonly threads: PlanThreads,
  ) {}

  /** @param before null: the plan in force */
  async execute(before: string | null, after: string): Promise<Result<PlanPair, Problem>> {
    const found = await this.transactions.run<{ readonly plans: readonly StoredResult[]; readonly changes: readonly PlanItemChange[] }, Problem>(async () => {
      const inForce = before === null ? await this.steering.planInForce() : null;
      if (before === null && inForce === null) return err({ code: 'PLANNING.NOTHING_IN_FORCE', path: 'before' });
      const old = await this.stored(before ?? `Plan:${inForce}`);
      if (!old) return err({ code: 'PLANNING.NOT_FOUND', path: 'before', what: 'Plan', id: before });
      const now = await this.stored(after);
      if (!now) return err({ code: 'PLANNING.NOT_FOUND', path: 'after', what: 'Plan', id: after });
      return ok({ plans: [old, now], changes: await this.changes(old.id, now.id) });
    });
    if (!found.ok) return found;
    const { plans, changes } = found.value;
    const [first, second] = await this.threads.run('COMPARE', plans.map(({ scenario, result }) => ({ name: scenario, result })));
    return ok({ before: { ...first!, changes: 0 }, after: { ...second!, changes: changes.length }, changes });
  }

  private async stored(id: string): Promise<StoredResult | null> {
    const planId = localId('Plan', id);
    if (typeof planId !== 'number') return null;
    const [row] = await this.transactions.query<StoredResult>('SELECT n.id, s.name AS scenario, n.result::text FROM plan n JOIN scenario s ON s.id = n.scenario_id WHERE n.id = $1', [planId]);
    return row ?? null;
  }

  private changes(before: number, after: number): Promise<PlanItemChange[]> {
    return this.transactions.query(
      `WITH start AS (SELECT w.plan_id, c.product_id, w.starts_on FROM wave w JOIN wave_item i ON i.wave_id = w.id JOIN candidate_score c ON c.id = i.candidate_id WHERE w.plan_id IN ($1, $2))
       SELECT p.key AS "productKey", p.name AS "productName", o.starts_on::text AS "fromStartsOn", n.starts_on::text AS "toStartsOn",
         CASE WHEN o.product_id IS NULL THEN 'ADDED' WHEN n.product_id IS NULL THEN 'DROPPED' WHEN n.starts_on < o.starts_on THEN 'EARLIER' ELSE 'LATER' END AS kind
       FROM (SELECT * FROM start WHERE plan_id = $1) o FULL JOIN (SELECT * FROM start WHERE plan_id = $2) n ON n.product_id = o.product_id
       JOIN product p ON p.id = coalesce(o.product_id, n.product_id) WHERE o.starts_on IS DISTINCT FROM n.starts_on ORDER BY coalesce(n.starts_on, o.starts_on), p.name, p.id`,
      [before, after],
    );
  }
}
