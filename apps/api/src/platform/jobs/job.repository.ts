// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Problem } from '#kernel';
import { Transactions } from '../database/transactions.js';
import { ProblemTexts } from '../graphql/problem.types.js';

/** One begin of a job; a later one makes it void. */
export interface Attempt {
  readonly jobId: string;
  readonly number: number;
  /** Begins, this one included, that were not handed back: those before it ended with their process or their connection. */
  readonly begun: number;
}

/** How far a job is; `total` is unknown for work whose size shows only at its end. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total?: number | undefined;
  /** What it has found so far; read as the job's summary until it has ended. */
  readonly figures?: unknown;
}

/** What a job leaves behind: the id of what it made (null where nothing was stored) and figures for whoever waits for it. */
export interface JobResult {
  readonly resultId: string | null;
  readonly summary?: unknown;
}

const DONE = "UPDATE job SET status = 'DONE', result_id = $3, summary = $4, done = coalesce(total, done), finished_at = clock_timestamp() WHERE id = $1 AND attempt = $2 AND status IN ('RUNNING', 'DONE') RETURNING id";

/** Jobs as people see them. What ends one says which attempt it speaks for: a process that was taken for dead changes nothing any more. */
@Injectable()
export class JobRepository {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly texts: ProblemTexts,
  ) {}

  /** In the running transaction. */
  async add(id: string, kind: string, subject: string, actorId: number): Promise<void> {
    await this.transactions.query("INSERT INTO job (id, kind, status, subject, actor_id) VALUES ($1, $2, 'QUEUED', $3, $4)", [id, kind, subject, actorId]);
  }

  async find(id: string): Promise<{ readonly kind: string; readonly status: string } | undefined> {
    return ((await this.source.query('SELECT kind, status FROM job WHERE id = $1', [id])) as { kind: string; status: string }[])[0];
  }

  /** Null where the job has ended, or is to be ended. */
  async begin(id: string): Promise<Attempt | null> {
    const [rows] = (await this.source.query(
      `UPDATE job SET status = 'RUNNING', started_at = now(), done = 0, total = NULL, step = NULL, attempt = attempt + 1
       WHERE id = $1 AND status IN ('QUEUED', 'RUNNING') AND NOT cancel_asked RETURNING attempt AS number, attempt - handed_back AS begun`,
      [id],
    )) as [{ number: number; begun: number }[], number];
    return rows[0] ? { jobId: id, ...rows[0] } : null;
  }

  /** In the transaction that did the work, which is rolled back where another process works on the job by now. */
  async conclude({ jobId, number }: Attempt, { resultId, summary }: JobResult): Promise<void> {
    const [rows] = (await this.transactions.manager.query(DONE, [jobId, number, resultId, JSON.stringify(summary ?? null)])) as [unknown[], number];
    if (rows.length === 0) throw new Error(`attempt ${number} of the job ${jobId} was taken for dead`);
  }

  async markDone({ jobId, number }: Attempt, { resultId, summary }: JobResult): Promise<void> {
    await this.source.query(DONE, [jobId, number, resultId, JSON.stringify(summary ?? null)]);
  }

  async markEnded({ jobId, number }: Attempt, status: 'FAILED' | 'CANCELLED', problem: Problem): Promise<void> {
    await this.source.query("UPDATE job SET status = $3, problem = $4, message = $5, message_de = $6, finished_at = now() WHERE id = $1 AND attempt = $2 AND status = 'RUNNING'", [
      jobId,
      number,
      status,
      JSON.stringify(problem),
      this.texts.describe(problem, 'en'),
      this.texts.describe(problem, 'de'),
    ]);
  }

  /** It begins anew, here or elsewhere. `unharmed` says that this attempt does not count. False where the job was to be ended, or is another's by now. */
  async putBack({ jobId, number }: Attempt, unharmed: boolean): Promise<boolean> {
    const [rows] = (await this.source.query(
      "UPDATE job SET status = 'QUEUED', step = 'waiting', done = 0, total = NULL, handed_back = handed_back + $3 WHERE id = $1 AND attempt = $2 AND status = 'RUNNING' AND NOT cancel_asked RETURNING id",
      [jobId, number, unharmed ? 1 : 0],
    )) as [unknown[], number];
    return rows.length > 0;
  }

  async progress({ jobId, number }: Attempt, { step, done, total, figures }: Progress): Promise<void> {
    await this.source.query("UPDATE job SET step = $3, done = $4, total = $5, summary = $6 WHERE id = $1 AND attempt = $2 AND status = 'RUNNING'", [jobId, number, step, done, total ?? null, figures === undefined ? null : JSON.stringify(figures)]);
  }

  async askToCancel(id: string): Promise<void> {
    await this.source.query('UPDATE job SET cancel_asked = true WHERE id = $1', [id]);
  }

  /** Ends a job that nobody works on. */
  async endWaiting(id: string, status: 'QUEUED' | 'RUNNING' = 'QUEUED'): Promise<void> {
    await this.source.query("UPDATE job SET status = 'CANCELLED', finished_at = now() WHERE id = $1 AND cancel_asked AND status IN ('QUEUED', $2)", [id, status]);
  }

  /** Those of the jobs that are to be ended: somebody, in whichever process, asked for it, or another process works on them by now. */
  async toBeEnded(attempts: readonly Attempt[]): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.source.query('SELECT j.id FROM job j JOIN unnest($1::uuid[], $2::int[]) AS a (id, attempt) ON a.id = j.id WHERE j.cancel_asked OR j.attempt <> a.attempt', [
      attempts.map(({ jobId }) => jobId),
      attempts.map(({ number }) => number),
    ]);
    return rows.map(({ id }) => id);
  }
}
