// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { PlanningProblem } from '../problem.js';
import { figureViolations } from './check-figures.js';
import { relationViolations } from './check-order.js';
import { resourceViolations } from './check-resources.js';
import { readPlan } from './read-plan.js';

/** What a checker says about a plan. */
export interface PlanVerdict {
  readonly valid: boolean;
  readonly violations: readonly Problem[];
}

/**
 * Decides whether a plan keeps every demand of a problem and whether its figures are right. Shares no code with the solvers: everything is worked
 * out again, item by item and period by period.
 *
 * @param plan what `plan-file` printed, or anything else
 */
export function checkPlan(problem: PlanningProblem, plan: unknown): PlanVerdict {
  const read = readPlan(problem, plan);
  if (read.claims.status === 'INFEASIBLE' || read.claims.status === 'UNKNOWN') {
    return { valid: false, violations: [{ code: 'PLANNING.NO_PLAN', status: read.claims.status }] };
  }
  const violations = [...read.violations, ...resourceViolations(problem, read), ...relationViolations(problem, read)];
  if (violations.length === 0) violations.push(...figureViolations(problem, read));
  return { valid: violations.length === 0, violations };
}
