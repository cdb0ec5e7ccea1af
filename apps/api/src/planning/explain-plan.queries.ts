// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { localId } from '../platform/graphql/reading/index.js';
import { Transactions } from '../platform/database/transactions.js';
import type { PlanItemExplanation } from './explanation.types.js';
import { PlanThreads } from './plan-threads.js';
import type { StoredPlanTexts } from './stored-plan.js';
import { StoredPlanRepository } from './stored-plan.repository.js';

/** Says why a migration is not earlier, or not planned at all, from what is stored with the plan. */
@Injectable()
export class ExplainPlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly stored: StoredPlanRepository,
    private readonly threads: PlanThreads,
  ) {}

  /**
   * @param planId global id; null: the newest plan
   * @param product key
   */
  async execute(planId: string | null, product: string): Promise<Result<PlanItemExplanation, Problem>> {
    const found = await this.transactions.run<StoredPlanTexts, Problem>(async () => {
      const choice = planId === null ? 'newest' : localId('Plan', planId);
      const texts = choice === 'newest' || typeof choice === 'number' ? await this.stored.find(choice) : null;
      return texts ? ok(texts) : err({ code: 'PLANNING.NOT_FOUND', path: 'plan', what: 'Plan', id: planId ?? 'newest' });
    });
    return found.ok ? this.threads.run('EXPLAIN', { texts: found.value, product }) : found;
  }
}
