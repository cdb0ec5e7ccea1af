// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { Plan } from '../plan.js';
import { planWaves, type PlanOptions } from '../plan-waves.js';
import type { PlanningProblem } from '../problem.js';
import { assume } from './what-if.js';

/** What a share of the budget buys. */
export interface FrontierPoint {
  readonly budgetFactor: number;
  readonly budgetCents: number;
  /** Points of value of all planned items; null, like all figures, where no plan was found in the time. */
  readonly value: number | null;
  readonly costCents: number | null;
  readonly objective: number | null;
  readonly bound: number | null;
  /** No other point of the frontier has more value for no more budget. */
  readonly efficient: boolean;
}

/** Shares of the budget that show the bend of the curve. */
export const FRONTIER_FACTORS: readonly number[] = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];

/** Why there is no curve: `PLANNING.BUDGET_MISSING` where no period has a budget that could be changed; null where there is one. */
export function whyNoFrontier(problem: PlanningProblem): Problem | null {
  return problem.periods.every(({ budgetCents }) => budgetCents == null) ? { code: 'PLANNING.BUDGET_MISSING', path: 'periods' } : null;
}

/**
 * Plans the same problem under several budgets, one after the other, and gives goal contribution against budget. What one leaves of its share of the
 * time limit goes to those after it.
 * Periods without a limit stay without.
 */
export async function efficientFrontier(problem: PlanningProblem, factors: readonly number[], options: PlanOptions = {}): Promise<readonly FrontierPoint[]> {
  const points: Omit<FrontierPoint, 'efficient'>[] = [];
  let left = options.timeLimitSeconds ?? 30;
  for (const [index, budgetFactor] of factors.entries()) {
    if (options.signal?.aborted) break;
    const changed = assume(problem, [{ kind: 'BUDGET', factor: budgetFactor }]);
    const plan = await planWaves(changed, { ...options, timeLimitSeconds: left / (factors.length - index) });
    left -= Math.min(plan.solver.elapsedSeconds, left / (factors.length - index));
    points.push(pointOf(changed, budgetFactor, plan));
  }
  return points.map((point) => ({ ...point, efficient: point.value !== null && !points.some((other) => (other.value ?? 0) > point.value! && other.budgetCents <= point.budgetCents) }));
}

function pointOf(problem: PlanningProblem, budgetFactor: number, plan: Plan): Omit<FrontierPoint, 'efficient'> {
  return {
    budgetFactor,
    budgetCents: problem.periods.reduce((sum, { budgetCents }) => sum + (budgetCents ?? 0), 0),
    value: plan.objective === null ? null : plan.waves.reduce((sum, { value }) => sum + value, 0),
    costCents: plan.objective === null ? null : plan.waves.reduce((sum, { costCents }) => sum + costCents, 0),
    objective: plan.objective,
    bound: plan.bound,
  };
}
