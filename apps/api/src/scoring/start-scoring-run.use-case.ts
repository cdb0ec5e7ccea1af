// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import type { ScoringOrder } from './perform-scoring-run.use-case.js';
import { modelNotFound, ScoringModelRepository } from './scoring-model.repository.js';

export const SCORING_JOB = 'score';
const MOST_SAMPLES = 1_000_000;

/** Queues a scoring run; a model that does not exist is refused at once. */
@Injectable()
export class StartScoringRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly models: ScoringModelRepository,
    private readonly queue: JobQueue,
    private readonly audit: AuditTrail,
  ) {}

  async execute(order: ScoringOrder, actorId: number, requestId?: string): Promise<Result<{ readonly jobId: string }, Problem>> {
    if (order.samples < 1 || order.samples > MOST_SAMPLES) return err({ code: 'SCORING.SAMPLES_OUT_OF_RANGE', samples: order.samples, most: MOST_SAMPLES });
    return this.transactions.run<{ jobId: string }, Problem>(async () => {
      if ((await this.models.find(order.model, order.version ?? null)) === null) return err(modelNotFound(order));
      const jobId = await this.queue.enqueue(SCORING_JOB, order, order.model, actorId);
      await this.audit.record({ actorId, operation: 'startScoringRun', entity: 'Job', entityId: jobId, after: order, requestId });
      return ok({ jobId });
    });
  }
}
