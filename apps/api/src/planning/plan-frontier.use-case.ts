// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { efficientFrontier, FRONTIER_FACTORS } from '#planning';
import { AuditTrail } from '../access/index.js';
import { localId } from '../platform/graphql/reading/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue, type JobContext, type JobResult } from '../platform/jobs/job.queue.js';
import { StoredPlanRepository } from './stored-plan.repository.js';

/** Which curve is asked for; kept as the job's payload. */
export interface FrontierOrder {
  /** Global id of a plan: its problem is planned under other budgets; null: the newest plan. */
  readonly plan: string | null;
  readonly timeLimitSeconds: number;
  readonly seed: number;
}

export const FRONTIER_JOB = 'frontier';
const LONGEST_SECONDS = 3_600;

/** Works out how much goal contribution which budget buys, as a job whose summary holds the points of the curve. */
@Injectable()
export class PlanFrontier {
  constructor(
    private readonly transactions: Transactions,
    private readonly stored: StoredPlanRepository,
    private readonly queue: JobQueue,
    private readonly audit: AuditTrail,
  ) {}

  start(order: FrontierOrder, actorId: number, requestId?: string): Promise<Result<{ readonly jobId: string }, Problem>> {
    return this.transactions.run<{ jobId: string }, Problem>(async () => {
      const { timeLimitSeconds } = order;
      if (!(timeLimitSeconds > 0 && timeLimitSeconds <= LONGEST_SECONDS)) return err({ code: 'PLANNING.TIME_LIMIT_OUT_OF_RANGE', path: 'timeLimitSeconds', timeLimitSeconds, most: LONGEST_SECONDS });
      const choice = order.plan === null ? 'newest' : localId('Plan', order.plan);
      const plan = choice === 'newest' || typeof choice === 'number' ? await this.stored.find(choice) : null;
      if (!plan) return err({ code: 'PLANNING.NOT_FOUND', path: 'plan', what: 'Plan', id: order.plan ?? 'newest' });
      if (plan.problem.periods.every(({ budgetCents }) => budgetCents == null)) return err({ code: 'PLANNING.NO_BUDGET', path: 'plan', plan: `Plan:${plan.id}` });
      const jobId = await this.queue.enqueue(FRONTIER_JOB, { ...order, plan: `Plan:${plan.id}` }, '', actorId);
      await this.audit.record({ actorId, operation: 'startFrontier', entity: 'Job', entityId: jobId, after: order, requestId });
      return ok({ jobId });
    });
  }

  /** The solver works outside any transaction; the time limit is shared among the points. */
  async perform({ payload: { plan, timeLimitSeconds, seed }, signal, progress }: JobContext<FrontierOrder>): Promise<Result<JobResult, Problem>> {
    const found = await this.transactions.run(async () => ok(await this.stored.find(Number(localId('Plan', plan!)))));
    if (!found.ok || found.value === null) return err({ code: 'PLANNING.NOT_FOUND', path: 'plan', what: 'Plan', id: plan });
    const started = performance.now();
    const points = await efficientFrontier(found.value.problem, FRONTIER_FACTORS, {
      timeLimitSeconds,
      seed,
      signal,
      onProgress: () => progress({ step: 'frontier', done: Math.min(timeLimitSeconds * 1000, Math.round(performance.now() - started)), total: timeLimitSeconds * 1000 }),
    });
    if (signal.aborted) return err({ code: 'PLATFORM.JOB_CANCELLED' });
    return ok({ resultId: plan, summary: { points } });
  }
}
