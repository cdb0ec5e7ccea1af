// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import type { FrontierPoint } from '#planning';
import { AuditTrail } from '../access/index.js';
import { localId } from '../platform/graphql/reading/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue, type JobContext, type JobResult } from '../platform/jobs/job.queue.js';
import { runInThread, threadFile } from '../platform/threads/run-in-thread.js';
import type { FrontierWork, PlanStep } from './plan-work.js';
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
      const planId = choice === 'newest' || typeof choice === 'number' ? await this.stored.idOf(choice) : null;
      if (planId === null) return err({ code: 'PLANNING.NOT_FOUND', path: 'plan', what: 'Plan', id: order.plan ?? 'newest' });
      if (!(await this.stored.hasBudget(planId))) return err({ code: 'PLANNING.NO_BUDGET', path: 'plan', plan: `Plan:${planId}` });
      const jobId = await this.queue.enqueue(FRONTIER_JOB, { ...order, plan: `Plan:${planId}` }, '', actorId);
      await this.audit.record({ actorId, operation: 'startFrontier', entity: 'Job', entityId: jobId, after: order, requestId });
      return ok({ jobId });
    });
  }

  /** All computing is done in a thread, outside any transaction. */
  async perform({ payload: { plan, timeLimitSeconds, seed }, signal, progress }: JobContext<FrontierOrder>): Promise<Result<JobResult, Problem>> {
    const found = await this.transactions.run(async () => ok(await this.stored.find(Number(localId('Plan', plan!)))));
    if (!found.ok || found.value === null) return err({ code: 'PLANNING.NOT_FOUND', path: 'plan', what: 'Plan', id: plan });
    const work: FrontierWork = { kind: 'FRONTIER', problem: found.value.problem, timeLimitSeconds, seed };
    const points = await runInThread<PlanStep, readonly FrontierPoint[]>(threadFile(import.meta.url, 'planning.worker'), work, signal, progress);
    return points.ok ? ok({ resultId: plan, summary: { points: points.value } }) : points;
  }
}
