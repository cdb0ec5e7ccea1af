// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { explainItem } from '#planning';
import { localId } from '../platform/graphql/reading/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { withSentences } from './plan-sentences.js';
import type { PlanItemExplanation } from './explanation.types.js';
import { StoredPlanRepository } from './stored-plan.repository.js';

/** Says why a migration is not earlier, or not planned at all, from what is stored with the plan. */
@Injectable()
export class ExplainPlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly stored: StoredPlanRepository,
  ) {}

  /**
   * @param planId global id; null: the newest plan
   * @param product key
   */
  execute(planId: string | null, product: string): Promise<Result<PlanItemExplanation, Problem>> {
    return this.transactions.run<PlanItemExplanation, Problem>(async () => {
      const choice = planId === null ? 'newest' : localId('Plan', planId);
      const stored = choice === 'newest' || typeof choice === 'number' ? await this.stored.find(choice) : null;
      if (!stored) return err({ code: 'PLANNING.NOT_FOUND', path: 'plan', what: 'Plan', id: planId ?? 'newest' });
      const { problem, plan, names } = stored;
      const left = plan.unscheduled.find(({ item }) => item === product)?.detail;
      const explained = explainItem(problem, plan, product);
      if (!explained && !left) return err({ code: 'PLANNING.NOT_FOUND', path: 'product', what: 'Candidate', id: product });
      const period = explained?.period ?? null;
      const obstacles = explained?.obstacles ?? [{ start: 0, problem: left! }];
      return ok({
        planId: `Plan:${stored.id}`,
        productName: names.products.get(product) ?? product,
        period,
        startsOn: period === null ? null : (names.periods[period] ?? null),
        obstacles: obstacles.map(({ start, problem: reason }) => {
          const { code, de, en } = withSentences(reason, names);
          const gain = reason['gainCents'];
          return { period: start, startsOn: names.periods[start] ?? null, code, de, en, gainCents: typeof gain === 'number' ? Math.round(gain) : null };
        }),
      });
    });
  }
}
