// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { AbstractLogger, type LogLevel, type LogMessage } from 'typeorm';

/** Of a statement so much is told; its values never are. */
const TOLD_CHARACTERS = 2_000;

/** Told of statements that took long. */
export interface SlowStatements {
  readonly afterMs: number;
  tell(statement: string, ms: number): void;
}

/** Tells of slow statements of a pool that is asked statement by statement. */
export function watchStatements(pool: pg.Pool, slow: SlowStatements): void {
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<unknown>;
  pool.query = ((...given: unknown[]) => timed(slow, typeof given[0] === 'string' ? given[0] : (given[0] as { text: string }).text, () => query(...given))) as never;
}

/** Tells of a statement that is sent by `work`, where it is slow and somebody is to be told. */
export async function timed<T>(slow: SlowStatements | undefined, statement: string, work: () => Promise<T>): Promise<T> {
  if (slow === undefined) return work();
  const begunAt = performance.now();
  try {
    return await work();
  } finally {
    const ms = performance.now() - begunAt;
    if (ms >= slow.afterMs) slow.tell(statement.slice(0, TOLD_CHARACTERS), Math.round(ms));
  }
}

/** The same for what goes through the ORM; nothing else of what it could tell. */
export class SlowStatementLogger extends AbstractLogger {
  constructor(private readonly slow: SlowStatements) {
    super(false);
  }

  override logQuerySlow(time: number, query: string): void {
    this.slow.tell(query.slice(0, TOLD_CHARACTERS), time);
  }

  protected writeLog(_level: LogLevel, _message: LogMessage | LogMessage[]): void {}
}
