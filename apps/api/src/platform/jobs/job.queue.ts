// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import { DataSource } from 'typeorm';
import { err, ok, type Problem, type Result } from '#kernel';
import { isConnectionLost, isDiskFull, whenDatabaseIsBack } from '../database/broken.js';
import { CONNECTION } from '../database/database.module.js';
import { LOG, type Log } from '../logging/log.token.js';
import { ProblemTexts } from '../graphql/problem.types.js';
import { ProblemError } from '../problem-error.js';
import { Transactions } from '../database/transactions.js';

/** How far a job is; `total` is unknown for work whose size shows only at its end. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total?: number | undefined;
}

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

/** What a job leaves behind: the id of what it made (null where nothing was stored) and figures for whoever waits for it. */
export interface JobResult {
  readonly resultId: string | null;
  readonly summary?: unknown;
}

type Work = (context: JobContext<never>) => Promise<Result<JobResult, Problem>>;

interface JobData {
  readonly actorId: number;
  readonly payload: unknown;
}

const DONE = "UPDATE job SET status = 'DONE', result_id = $2, summary = $3, done = coalesce(total, done), finished_at = clock_timestamp() WHERE id = $1";
/** How often a job begins anew whose process or connection died. */
const RETRIES = 3;
/** How often progress is written down at most. */
const PROGRESS_EVERY_MS = 250;
/** A job whose process died is taken up again after so long without a sign of life. */
const HEARTBEAT_SECONDS = 20;
const LONGEST_JOB_SECONDS = 6 * 3600;

/** The queue of long work, kept in PostgreSQL: visible, cancellable, and taken up again when a process dies. */
@Injectable()
export class JobQueue {
  private readonly boss: PgBoss;
  private readonly works = new Map<string, { readonly work: Work; readonly atOnce: number }>();
  private readonly running = new Map<string, AbortController>();

  constructor(
    @Inject(CONNECTION) connection: pg.PoolConfig,
    @Inject(LOG) private readonly log: Log,
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly texts: ProblemTexts,
  ) {
    this.boss = new PgBoss({ ...(connection as object), max: 4, schema: 'job_queue', schedule: false, superviseIntervalSeconds: 10, monitorIntervalSeconds: 5 });
    this.boss.on('error', (failure) => this.log.error({ err: failure }, 'the job queue stumbled'));
  }

  /** Says what is done for jobs of a kind, and how many of them at once in this process; before `start`. */
  define<Payload>(kind: string, work: (context: JobContext<Payload>) => Promise<Result<JobResult, Problem>>, atOnce = 1): void {
    this.works.set(kind, { work: work as Work, atOnce });
  }

  /** Connects the queue; with `works`, this process takes jobs. */
  async start(works: boolean): Promise<void> {
    await this.boss.start();
    for (const [kind, { atOnce }] of this.works) {
      await this.boss.createQueue(kind, { retryLimit: RETRIES, retryDelay: 1, heartbeatSeconds: HEARTBEAT_SECONDS, expireInSeconds: LONGEST_JOB_SECONDS });
      if (works) await this.boss.work(kind, { batchSize: 1, localConcurrency: atOnce, pollingIntervalSeconds: 0.5, includeMetadata: true }, async ([job]: JobWithMetadata<JobData>[]) => this.perform(kind, job!));
    }
  }

  async stop(): Promise<void> {
    for (const controller of this.running.values()) controller.abort();
    await this.boss.stop({ graceful: true, timeout: 10_000 });
  }

  /** Puts a job into the queue inside the running transaction: it is there exactly if the transaction commits. */
  async enqueue(kind: string, payload: unknown, subject: string, actorId: number): Promise<string> {
    const id = randomUUID();
    await this.transactions.query("INSERT INTO job (id, kind, status, subject, actor_id) VALUES ($1, $2, 'QUEUED', $3, $4)", [id, kind, subject, actorId]);
    const executeSql = async (text: string, values?: unknown[]) => ({ rows: await this.transactions.query(text, values ?? []) });
    await this.boss.send(kind, { actorId, payload }, { id, db: { executeSql } as never });
    return id;
  }

  /** Ends a job that has not ended: a waiting one at once, a running one at its next step. */
  async cancel(id: string): Promise<Result<{ jobId: string }, Problem>> {
    const rows: { kind: string; status: string }[] = await this.source.query('SELECT kind, status FROM job WHERE id = $1', [id]);
    const job = rows[0];
    if (!job) return err({ code: 'PLATFORM.NOT_FOUND', what: 'Job', id });
    if (job.status !== 'QUEUED' && job.status !== 'RUNNING') return err({ code: 'PLATFORM.JOB_ALREADY_ENDED', id, status: job.status });
    await this.source.query('UPDATE job SET cancel_asked = true WHERE id = $1', [id]);
    if (job.status === 'QUEUED') {
      await this.boss.cancel(job.kind, id);
      await this.source.query("UPDATE job SET status = 'CANCELLED', finished_at = now() WHERE id = $1 AND status = 'QUEUED'", [id]);
    }
    this.running.get(id)?.abort();
    return ok({ jobId: id });
  }

  private async perform(kind: string, { id, data: { actorId, payload }, retryCount }: Pick<JobWithMetadata<JobData>, 'id' | 'data' | 'retryCount'>): Promise<void> {
    const controller = new AbortController();
    this.running.set(id, controller);
    const begun = await this.source.query("UPDATE job SET status = 'RUNNING', started_at = now(), done = 0, total = NULL, step = NULL WHERE id = $1 AND status IN ('QUEUED', 'RUNNING') AND NOT cancel_asked RETURNING id", [id]);
    try {
      if (begun[1] === 0) return await this.endAsAsked(id);
      const context = { jobId: id, payload, actorId, signal: controller.signal, progress: this.progressOf(id, controller), conclude: (result: JobResult) => this.conclude(id, result) };
      const result = await this.works.get(kind)!.work(context as never);
      if (result.ok) await whenDatabaseIsBack(() => this.source.query(DONE, [id, result.value.resultId, JSON.stringify(result.value.summary ?? null)]));
      else await this.end(id, result.problem);
    } catch (failure) {
      if (failure instanceof ProblemError) return await this.end(id, failure.problem);
      if (isDiskFull(failure)) return await this.end(id, { code: 'PLATFORM.DISK_FULL' });
      if (isConnectionLost(failure)) return await this.tryAgain(id, retryCount, failure);
      if (controller.signal.aborted) return await this.end(id, { code: 'PLATFORM.JOB_CANCELLED' });
      this.log.error({ err: failure, jobId: id, kind }, 'a job failed unexpectedly');
      await this.end(id, { code: 'INTERNAL', requestId: id });
    } finally {
      this.running.delete(id);
    }
  }

  private async end(id: string, problem: Problem): Promise<void> {
    const status = problem.code === 'PLATFORM.JOB_CANCELLED' ? 'CANCELLED' : 'FAILED';
    const values = [id, status, JSON.stringify(problem), this.texts.describe(problem, 'en'), this.texts.describe(problem, 'de')];
    await whenDatabaseIsBack(() => this.source.query('UPDATE job SET status = $2, problem = $3, message = $4, message_de = $5, finished_at = now() WHERE id = $1', values));
  }

  private async conclude(id: string, result: JobResult): Promise<void> {
    await this.transactions.query(DONE, [id, result.resultId, JSON.stringify(result.summary ?? null)]);
  }

  /** A job that was to be ended while nobody worked on it. */
  private async endAsAsked(id: string): Promise<void> {
    await this.source.query("UPDATE job SET status = 'CANCELLED', finished_at = now() WHERE id = $1 AND cancel_asked AND status IN ('QUEUED', 'RUNNING')", [id]);
  }

  /** Nothing of it was stored: it goes back into the queue, a few times. */
  private async tryAgain(id: string, retryCount: number, failure: unknown): Promise<void> {
    if (retryCount >= RETRIES) return this.end(id, { code: 'PLATFORM.DATABASE_LOST' });
    this.log.warn({ err: failure, jobId: id }, 'the connection to the database was lost; the job begins anew');
    await whenDatabaseIsBack(() => this.source.query("UPDATE job SET status = 'QUEUED', step = 'waiting', done = 0, total = NULL WHERE id = $1 AND status = 'RUNNING'", [id]));
    throw failure;
  }

  private progressOf(id: string, controller: AbortController): (progress: Progress) => void {
    let last = 0;
    let lastStep = '';
    return ({ step, done, total }) => {
      const now = performance.now();
      if (step === lastStep && now - last < PROGRESS_EVERY_MS) return;
      last = now;
      lastStep = step;
      this.source
        .query('UPDATE job SET step = $2, done = $3, total = $4 WHERE id = $1 RETURNING cancel_asked', [id, step, done, total ?? null])
        .then(([rows]) => {
          if (rows[0]?.cancel_asked) controller.abort();
        })
        .catch((failure: unknown) => !isConnectionLost(failure) && this.log.warn({ err: failure, jobId: id }, 'progress could not be written'));
    };
  }
}
