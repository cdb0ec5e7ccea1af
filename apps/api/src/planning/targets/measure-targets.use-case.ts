// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, ok, type Result } from '#kernel';
import { Transactions } from '../../platform/database/transactions.js';
import { PlanThreads } from '../plan-threads.js';
import { EstateRepository } from './estate.repository.js';
import { TargetRepository } from './target.repository.js';

/** Measures everything that targets can be set in, and keeps what has changed. Measuring again without a change keeps nothing. */
@Injectable()
export class MeasureTargets {
  constructor(
    private readonly transactions: Transactions,
    private readonly estate: EstateRepository,
    private readonly targets: TargetRepository,
    private readonly threads: PlanThreads,
  ) {}

  execute(): Promise<Result<{ readonly changed: number }, never>> {
    return this.transactions.run<{ changed: number }, never>(async () => {
      await this.targets.takeTurn();
      const today = dateOfInstant(new Date());
      const planId = await this.estate.planInForce();
      const replacements = planId === null ? '[]' : await this.threads.run('REPLACE', { migrations: await this.estate.migrations(), today });
      const measured = await this.threads.run('MEASURE', {
        products: await this.estate.products(),
        contracts: await this.estate.contracts(today),
        replacements,
        devices: await this.estate.devices(replacements),
        ...(await this.estate.tallies()),
      });
      return ok({ changed: await this.targets.keepMeasured(measured, planId) });
    });
  }
}
