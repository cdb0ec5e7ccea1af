// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { ok, type Problem, type Result } from '#kernel';
import { AuditTrail, SYSTEM_ACTOR_ID } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue, type JobContext, type JobResult } from '../platform/jobs/job.queue.js';
import { MatchKnowledgeRepository } from './match-knowledge.repository.js';
import { MatchTitles } from './match-titles.use-case.js';

export const REPLAY_JOB = 'match';

/** Matches every title anew by today's rules, catalogue and decisions; what comes out is what live import would have given. */
@Injectable()
export class ReplayMatches {
  constructor(
    private readonly transactions: Transactions,
    private readonly queue: JobQueue,
    private readonly knowledge: MatchKnowledgeRepository,
    private readonly matchTitles: MatchTitles,
    private readonly audit: AuditTrail,
  ) {}

  /** Queues the replay. */
  async start(actorId: number, requestId?: string): Promise<Result<{ readonly jobId: string }, Problem>> {
    return this.transactions.run<{ jobId: string }, Problem>(async () => {
      const jobId = await this.queue.enqueue(REPLAY_JOB, {}, 'titles', actorId);
      await this.audit.record({ actorId, operation: 'replayMatching', entity: 'Job', entityId: jobId, requestId });
      return ok({ jobId });
    });
  }

  /** Queues the replay where rules or catalogue are others than those that the stored matches came from. */
  async startWhereStale(): Promise<void> {
    const stale = await this.transactions.run<boolean, Problem>(async () => ok(!(await this.knowledge.isInStep())));
    if (stale.ok && stale.value) await this.start(SYSTEM_ACTOR_ID);
  }

  async execute({ progress, signal }: Pick<JobContext<unknown>, 'progress' | 'signal'>): Promise<Result<JobResult, Problem>> {
    return this.transactions.run<JobResult, Problem>(async () => {
      const summary = await this.matchTitles.execute('ALL', (done, total) => {
        signal.throwIfAborted();
        progress({ step: 'matching', done, total });
      });
      return ok({ resultId: null, summary });
    });
  }
}
