// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import type { StoredPlanTexts } from './stored-plan.js';

/** Which plan is meant: one of them, the newest, or the one in force. */
export type PlanChoice = number | 'newest' | 'in-force';

const CHOICES = { newest: '(SELECT max(id) FROM plan)', 'in-force': '(SELECT plan_id FROM plan_in_force ORDER BY id DESC LIMIT 1)' } as const;

/** Reads plans whole, to be explained, compared or written to a file. */
@Injectable()
export class StoredPlanRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Null where there is no such plan. */
  async find(choice: PlanChoice): Promise<StoredPlanTexts | null> {
    const [row] = await this.transactions.query<StoredPlanTexts>(
      `SELECT n.id, s.name AS scenario, n.problem::text, n.result::text, s.definition::text,
         coalesce((SELECT json_object_agg(p.key, p.name) FROM product p WHERE p.key IN (SELECT e ->> 'id' FROM jsonb_array_elements(n.problem -> 'items') e UNION ALL
           SELECT q.key FROM unscheduled_item u JOIN candidate_score c ON c.id = u.candidate_id JOIN product q ON q.id = c.product_id WHERE u.plan_id = n.id)), '{}')::text AS products,
         coalesce((SELECT json_object_agg(d.key, d.name) FROM department d), '{}')::text AS departments,
         coalesce((SELECT json_agg(json_build_object('key', p.key, 'reason', u.reason) ORDER BY u.id) FROM unscheduled_item u
           JOIN candidate_score c ON c.id = u.candidate_id JOIN product p ON p.id = c.product_id WHERE u.plan_id = n.id), '[]')::text AS left
       FROM plan n JOIN scenario s ON s.id = n.scenario_id WHERE n.id = ${typeof choice === 'number' ? '$1' : CHOICES[choice]}`,
      typeof choice === 'number' ? [choice] : [],
    );
    return row ?? null;
  }

  /** Whether any period of a plan has a budget. */
  async hasBudget(planId: number): Promise<boolean> {
    return (await this.transactions.query("SELECT FROM plan n, jsonb_array_elements(n.problem -> 'periods') e WHERE n.id = $1 AND e ->> 'budgetCents' IS NOT NULL LIMIT 1", [planId])).length > 0;
  }

  /** Id of the plan that is meant; null where there is none. */
  async idOf(choice: PlanChoice): Promise<number | null> {
    const [row] = await this.transactions.query<{ id: number }>(`SELECT n.id FROM plan n WHERE n.id = ${typeof choice === 'number' ? '$1' : CHOICES[choice]}`, typeof choice === 'number' ? [choice] : []);
    return row?.id ?? null;
  }
}
