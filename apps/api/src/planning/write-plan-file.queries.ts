// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Language, type Problem, type Result } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import type { PlanFormat } from './plan-file.js';
import { PlanThreads } from './plan-threads.js';
import type { StoredPlanTexts } from './stored-plan.js';
import { StoredPlanRepository, type PlanChoice } from './stored-plan.repository.js';

/** Writes a plan as a file. */
@Injectable()
export class WritePlanFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly stored: StoredPlanRepository,
    private readonly threads: PlanThreads,
  ) {}

  /** @returns the file; `PLANNING.NOT_FOUND` where there is no such plan */
  async execute(choice: PlanChoice, format: PlanFormat, language: Language): Promise<Result<Buffer, Problem>> {
    const found = await this.transactions.run<StoredPlanTexts, Problem>(async () => {
      const plan = await this.stored.find(choice);
      return plan ? ok(plan) : err({ code: 'PLANNING.NOT_FOUND', what: 'Plan', id: String(choice) });
    });
    return found.ok ? ok(Buffer.from(await this.threads.run('WRITE', { texts: found.value, format, language }))) : found;
  }
}
