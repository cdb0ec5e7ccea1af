// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import { err, ok, type Problem, type Result } from '#kernel';
import { isConnectionLost, isDiskFull, whenDatabaseIsBack } from '../database/broken.js';
import { CONNECTION } from '../database/database.module.js';
import { QUEUE_SCHEMA } from '../database/migrate.js';
import { LOG, type Log } from '../logging/log.token.js';
import { Metrics } from '../metrics/metrics.js';
import { ProblemError } from '../problem-error.js';
import { TRACING, type TraceContext, type Tracing } from '../tracing/tracing.js';
import { Transactions } from '../database/transactions.js';
import { JobRepository, type Attempt, type JobResult, type Progress } from './job.repository.js';

export type { JobResult, Progress } from './job.repository.js';

/** What a job's work is handed: its payload, a way to tell how far it is, and the signal that ends it. */
export interface JobContext<Payload> {
  /** Null for work that is done at once, without the queue. */
  readonly jobId: string | null;
  readonly payload: Payload;
  readonly actorId: number;
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
  /** Writes the end down in the transaction that did the work: the job has ended exactly if that commits, also where the process dies in between. */
  conclude?(result: JobResult): Promise<void>;
}

type Work = (context: JobContext<never>) => Promise<Result<JobResult, Problem>>;

interface JobData {
  readonly actorId: number;
  readonly payload: unknown;
  /** Where in a trace the job was asked for; only where there was one. */
  readonly trace?: TraceContext;
}

/** How often a job begins anew whose process or connection died. */
const RETRIES = 3;
/** The queue's own limit: far away, because attempts that were handed back unharmed do not count, which the queue cannot know. */
const RETRIES_OF_QUEUE = 10_000;
/** How often progress is written down at most. */
const PROGRESS_EVERY_MS = 250;
/** A job whose process died is taken up again after so long without a sign of life. */
const HEARTBEAT_SECONDS = 20;
const LONGEST_JOB_SECONDS = 6 * 3600;
/** How often a process asks whether its jobs are still wanted. */
const ASK_EVERY_MS = 500;
/** Jobs that do not come to an end within so long when the program stops are left to the next process as they are. */
const LONGEST_STOP_MS = 10_000;

interface Running {
  readonly attempt: Attempt;
  readonly controller: AbortController;
}

const CANCELLED: Problem = { code: 'PLATFORM.JOB_CANCELLED' };

/** Tells the queue to give the job to somebody later. */
class HandedBack extends Error {}

/** Whether the signal ends work that begins anew elsewhere, so that nothing of it is to be kept. */
export function isHandedBack({ reason }: AbortSignal): boolean {
  return reason instanceof HandedBack;
}

/** The queue of long work, kept in PostgreSQL: visible, cancellable, and taken up again when a process dies. */
@Injectable()
export class JobQueue {
  private readonly boss: PgBoss;
  private readonly works = new Map<string, { readonly work: Work; readonly atOnce: number }>();
  private readonly running = new Map<string, Running>();
  private isStopping = false;
  private asking: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONNECTION) connection: pg.PoolConfig,
    @Inject(LOG) private readonly log: Log,
    private readonly jobs: JobRepository,
    private readonly transactions: Transactions,
    private readonly metrics: Metrics,
    @Inject(TRACING) private readonly tracing: Tracing | null,
  ) {
    this.boss = new PgBoss({ ...(connection as object), max: 4, schema: QUEUE_SCHEMA, migrate: false, createSchema: false, schedule: false, superviseIntervalSeconds: 10, monitorIntervalSeconds: 5 });
    this.boss.on('error', (failure) => {
      if (isConnectionLost(failure)) this.log.warn({ reason: failure.message }, 'the job queue lost its connection, and connects again');
      else this.log.error({ err: failure }, 'the job queue stumbled');
    });
  }

  /** Says what is done for jobs of a kind, and how many of them at once in this process; before `start`. */
  define<Payload>(kind: string, work: (context: JobContext<Payload>) => Promise<Result<JobResult, Problem>>, atOnce = 1): void {
    this.works.set(kind, { work: work as Work, atOnce });
  }

  /** Connects the queue; with `works`, this process takes jobs. */
  async start(works: boolean): Promise<void> {
    await this.boss.start();
    const options = { retryLimit: RETRIES_OF_QUEUE, retryDelay: 1, heartbeatSeconds: HEARTBEAT_SECONDS, expireInSeconds: LONGEST_JOB_SECONDS };
    for (const [kind, { atOnce }] of this.works) {
      await this.boss.createQueue(kind, options);
      await this.boss.updateQueue(kind, options); // one that is there keeps what an older version said
      if (works) await this.boss.work(kind, { batchSize: 1, localConcurrency: atOnce, pollingIntervalSeconds: 0.5, includeMetadata: true }, async ([job]: JobWithMetadata<JobData>[]) => this.take(kind, job!));
    }
    this.asking = setInterval(() => void this.endUnwanted(), ASK_EVERY_MS).unref();
  }

  /** Takes no more jobs, and hands those that run back to the queue: they begin anew in whichever process takes them next. Jobs may still be put in. */
  async handBack(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.asking);
    for (const { controller } of this.running.values()) controller.abort(new HandedBack());
    await Promise.race([Promise.all([...this.works.keys()].map((kind) => this.boss.offWork(kind))), sleep(LONGEST_STOP_MS, undefined, { ref: false })]);
  }

  async stop(): Promise<void> {
    await this.handBack();
    await this.boss.stop({ graceful: false });
  }

  /** Puts a job into the queue inside the running transaction: it is there exactly if the transaction commits. */
  async enqueue(kind: string, payload: unknown, subject: string, actorId: number): Promise<string> {
    const id = randomUUID();
    await this.jobs.add(id, kind, subject, actorId);
    const executeSql = async (text: string, values?: unknown[]) => ({ rows: await this.transactions.query(text, values ?? []) });
    const trace = this.tracing?.underWay()?.context;
    await this.boss.send(kind, { actorId, payload, ...(trace ? { trace } : {}) }, { id, db: { executeSql } as never });
    return id;
  }

  /** Ends a job that has not ended: a waiting one at once, a running one at its next step, in whichever process it runs. */
  async cancel(id: string): Promise<Result<{ jobId: string }, Problem>> {
    const job = await this.jobs.find(id);
    if (!job) return err({ code: 'PLATFORM.NOT_FOUND', what: 'Job', id });
    if (job.status !== 'QUEUED' && job.status !== 'RUNNING') return err({ code: 'PLATFORM.JOB_ALREADY_ENDED', id, status: job.status });
    await this.jobs.askToCancel(id);
    if (job.status === 'QUEUED') {
      await this.boss.cancel(job.kind, id);
      await this.jobs.endWaiting(id);
    }
    this.running.get(id)?.controller.abort();
    return ok({ jobId: id });
  }

  /** Does a job in the trace of whoever asked for it. */
  private async take(kind: string, job: Pick<JobWithMetadata<JobData>, 'id' | 'data'>): Promise<void> {
    const { tracing } = this;
    if (!tracing) return this.perform(kind, job);
    const span = tracing.begin(`job ${kind}`, 'consumer', { 'fahrplan.job.kind': kind, 'fahrplan.job.id': job.id }, job.data.trace ?? {});
    return tracing.within(span, () => this.perform(kind, job)).finally(() => span.end());
  }

  private async perform(kind: string, { id, data: { actorId, payload } }: Pick<JobWithMetadata<JobData>, 'id' | 'data'>): Promise<void> {
    if (this.isStopping) throw new HandedBack();
    const attempt = await this.jobs.begin(id);
    if (attempt === null) return this.jobs.endWaiting(id, 'RUNNING');
    if (attempt.begun > RETRIES + 1) return this.end(attempt, { code: 'PLATFORM.JOB_KEEPS_DYING', attempts: attempt.begun - 1 });
    const controller = new AbortController();
    this.running.set(id, { attempt, controller });
    if (this.isStopping) controller.abort(new HandedBack());
    const begunAt = performance.now();
    let outcome = 'failed';
    try {
      const context = { jobId: id, payload, actorId, signal: controller.signal, progress: this.progressOf(attempt), conclude: (result: JobResult) => this.jobs.conclude(attempt, result) };
      const result = await this.works.get(kind)!.work(context as never);
      outcome = result.ok ? 'done' : 'refused';
      if (result.ok) await whenDatabaseIsBack(() => this.jobs.markDone(attempt, result.value));
      else await this.end(attempt, result.problem);
    } catch (failure) {
      if (failure instanceof HandedBack) throw failure;
      if (failure instanceof ProblemError) return await this.end(attempt, failure.problem);
      if (isDiskFull(failure)) return await this.end(attempt, { code: 'PLATFORM.DISK_FULL' });
      if (isConnectionLost(failure)) return await this.tryAgain(attempt, failure);
      if (controller.signal.aborted) return await this.end(attempt, CANCELLED);
      this.log.error({ err: failure, jobId: id, kind }, 'a job failed unexpectedly');
      await this.end(attempt, { code: 'INTERNAL', requestId: id });
    } finally {
      this.running.delete(id);
      this.metrics.attemptEnded(kind, outcome, (performance.now() - begunAt) / 1_000);
      const span = this.tracing?.underWay();
      span?.tell({ 'fahrplan.job.attempt': attempt.number, 'fahrplan.job.outcome': outcome });
      if (outcome === 'failed') span?.fail(outcome);
    }
  }

  private async end(attempt: Attempt, problem: Problem): Promise<void> {
    const isCancelled = problem.code === CANCELLED.code;
    if (isCancelled && this.isStopping && (await whenDatabaseIsBack(() => this.jobs.putBack(attempt, true)))) throw new HandedBack();
    await whenDatabaseIsBack(() => this.jobs.markEnded(attempt, isCancelled ? 'CANCELLED' : 'FAILED', problem));
  }

  /** Nothing of it was stored: it goes back into the queue, a few times. */
  private async tryAgain(attempt: Attempt, failure: unknown): Promise<void> {
    if (attempt.begun > RETRIES) return this.end(attempt, { code: 'PLATFORM.DATABASE_LOST' });
    this.log.warn({ err: failure, jobId: attempt.jobId }, 'the connection to the database was lost; the job begins anew');
    await whenDatabaseIsBack(() => this.jobs.putBack(attempt, false));
    throw failure;
  }

  private async endUnwanted(): Promise<void> {
    if (this.running.size === 0) return;
    const unwanted = await this.jobs.toBeEnded([...this.running.values()].map(({ attempt }) => attempt)).catch(() => []); // asked again soon
    for (const id of unwanted) this.running.get(id)?.controller.abort();
  }

  private progressOf(attempt: Attempt): (progress: Progress) => void {
    let last = 0;
    let lastStep = '';
    return (progress) => {
      const { step } = progress;
      const now = performance.now();
      if (step === lastStep && now - last < PROGRESS_EVERY_MS) return;
      last = now;
      lastStep = step;
      this.jobs.progress(attempt, progress).catch((failure: unknown) => !isConnectionLost(failure) && this.log.warn({ err: failure, jobId: attempt.jobId }, 'progress could not be written'));
    };
  }
}
