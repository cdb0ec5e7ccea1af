// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Language, Problem } from '#kernel';
import type { Plan, PlanningProblem } from '#planning';
import { Transactions } from '../platform/database/transactions.js';
import { PlanRepository } from './plan.repository.js';
import type { PlanNames } from './plan-sentences.js';
import { scenarioDefinition } from './scenario.js';

/** A plan with the problem it answers and what people call its parts. */
export interface StoredPlan {
  readonly id: number;
  readonly problem: PlanningProblem;
  /** As the solver gave it; what is not planned comes with its stored sentences, also for what was no part of the problem. */
  readonly plan: Plan;
  readonly names: PlanNames;
}

interface Row {
  readonly id: number;
  readonly problem: PlanningProblem;
  readonly result: Plan;
  readonly definition: unknown;
  readonly left: readonly { readonly key: string; readonly name: string; readonly reason: Problem & Readonly<Record<Language, string>> }[];
}

/** Which plan is meant: one of them, the newest, or the one in force. */
export type PlanChoice = number | 'newest' | 'in-force';

const CHOICES = { newest: '(SELECT max(id) FROM plan)', 'in-force': '(SELECT plan_id FROM plan_in_force ORDER BY id DESC LIMIT 1)' } as const;

/** Reads plans whole, to be explained or written to a file. */
@Injectable()
export class StoredPlanRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
  ) {}

  async find(choice: PlanChoice): Promise<StoredPlan | null> {
    const [row] = await this.transactions.query<Row>(
      `SELECT n.id, n.problem, n.result, s.definition,
         coalesce((SELECT jsonb_agg(jsonb_build_object('key', p.key, 'name', p.name, 'reason', u.reason) ORDER BY u.id) FROM unscheduled_item u
           JOIN candidate_score c ON c.id = u.candidate_id JOIN product p ON p.id = c.product_id WHERE u.plan_id = n.id), '[]') AS left
       FROM plan n JOIN scenario s ON s.id = n.scenario_id WHERE n.id = ${typeof choice === 'number' ? '$1' : CHOICES[choice]}`,
      typeof choice === 'number' ? [choice] : [],
    );
    if (!row) return null;
    const names = await this.plans.names(row.problem, scenarioDefinition.parse(row.definition));
    const products = new Map([...names.products, ...row.left.map(({ key, name }) => [key, name] as const)]);
    const unscheduled = row.left.map(({ key, reason }) => ({ item: key, reason: reason.code, detail: reason }));
    return { id: row.id, problem: row.problem, plan: { ...row.result, unscheduled }, names: { ...names, products } };
  }
}
