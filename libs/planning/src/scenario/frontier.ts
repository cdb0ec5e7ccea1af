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
  /** No other point of the frontier has as much value for less budget. */
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
 * time limit goes to those after it. A plan for less money is a plan for more, too: where the search for the larger budget found none with as many
 * points, the one for the smaller stands there.
 * Periods without a limit stay without.
 *
 * @param factors shares of the budget, in ascending order
 */
export async function efficientFrontier(problem: PlanningProblem, factors: readonly number[], options: PlanOptions = {}): Promise<readonly FrontierPoint[]> {
  const points: Omit<FrontierPoint, 'efficient'>[] = [];
  let left = options.timeLimitSeconds ?? 30;
  for (const [index, budgetFactor] of factors.entries()) {
    if (options.signal?.aborted) break;
    const changed = assume(problem, [{ kind: 'BUDGET', factor: budgetFactor }]);
    const plan = await planWaves(changed, { ...options, timeLimitSeconds: left / (factors.length - index) });
    left -= Math.min(plan.solver.elapsedSeconds, left / (factors.length - index));
    points.push(orThatOfLess(pointOf(changed, budgetFactor, plan), points.at(-1)));
  }
  return points.map((point) => ({ ...point, efficient: point.value !== null && !points.some((other) => other.value !== null && other.value >= point.value! && other.budgetCents < point.budgetCents) }));
}

/** The point with the plan for the smaller budget, where that has more points, or as many and a better objective. */
function orThatOfLess(point: Omit<FrontierPoint, 'efficient'>, less: Omit<FrontierPoint, 'efficient'> | undefined): Omit<FrontierPoint, 'efficient'> {
  if (!less || less.value === null) return point;
  const { value, costCents, objective } = less;
  const isBetter = point.value === null || value > point.value || (value === point.value && objective! > point.objective!);
  return isBetter ? { ...point, value, costCents, objective } : point;
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
