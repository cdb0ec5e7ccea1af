// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { explainItem, gainOf } from '#planning';
import type { PlanItemExplanation } from './explanation.types.js';
import { withSentences } from './plan-sentences.js';
import { openStoredPlan, type StoredPlanTexts } from './stored-plan.js';

/** Says why a migration of a stored plan is not earlier, or not planned at all; `PLANNING.NOT_FOUND` where the plan knows no such product. */
export function explainStoredPlan(texts: StoredPlanTexts, product: string): Result<PlanItemExplanation, Problem> {
  const { id, problem, plan, names } = openStoredPlan(texts);
  const left = plan.unscheduled.find(({ item }) => item === product)?.detail;
  const explained = explainItem(problem, plan, product);
  if (!explained && !left) return err({ code: 'PLANNING.NOT_FOUND', path: 'product', what: 'Candidate', id: product });
  const period = explained?.period ?? null;
  const obstacles = explained?.obstacles ?? [{ start: 0, problem: left! }];
  return ok({
    planId: `Plan:${id}`,
    productName: names.products.get(product) ?? product,
    period,
    startsOn: period === null ? null : (names.periods[period] ?? null),
    obstacles: obstacles.map(({ start, problem: reason }) => {
      const { code, de, en } = withSentences(reason, names);
      const { points: gainPoints, cents: gainCents } = gainOf(problem, reason);
      return { period: start, startsOn: names.periods[start] ?? null, code, de, en, gainPoints, gainCents };
    }),
  });
}
