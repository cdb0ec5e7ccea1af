// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import type { PlanningOrder } from './perform-planning.use-case.js';

export const PLANNING_JOB = 'plan';
const LONGEST_SECONDS = 3_600;
const MOST_LOCKS = 10_000;

/** Queues planning on the newest scoring run. */
@Injectable()
export class StartPlanning {
  constructor(
    private readonly transactions: Transactions,
    private readonly queue: JobQueue,
    private readonly audit: AuditTrail,
  ) {}

  async execute(order: PlanningOrder, actorId: number, requestId?: string): Promise<Result<{ readonly jobId: string }, Problem>> {
    const { timeLimitSeconds, maxChanges, locks = [] } = order;
    if (typeof maxChanges === 'number' && maxChanges < 0) return err({ code: 'PLANNING.NEGATIVE', path: 'maxChanges', value: maxChanges });
    if (!(timeLimitSeconds > 0 && timeLimitSeconds <= LONGEST_SECONDS)) return err({ code: 'PLANNING.TIME_LIMIT_OUT_OF_RANGE', path: 'timeLimitSeconds', timeLimitSeconds, most: LONGEST_SECONDS });
    if (locks.length > MOST_LOCKS) return err({ code: 'PLANNING.TOO_MANY_LOCKS', path: 'locks', count: locks.length, most: MOST_LOCKS });
    const first = new Map(locks.map(({ product }, index) => [product, index] as const).reverse());
    const again = locks.findIndex(({ product }, index) => first.get(product) !== index);
    if (again >= 0) return err({ code: 'PLANNING.LOCKED_TWICE', path: `locks.${again}`, product: locks[again]!.product });
    return this.transactions.run<{ jobId: string }, Problem>(async () => {
      const jobId = await this.queue.enqueue(PLANNING_JOB, order, order.scenario ?? '', actorId);
      await this.audit.record({ actorId, operation: 'startPlanning', entity: 'Job', entityId: jobId, after: order, requestId });
      return ok({ jobId });
    });
  }
}
