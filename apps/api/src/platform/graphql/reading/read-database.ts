// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { isConnectionLost } from '../../database/broken.js';
import type { ReadStyle } from '../../database/read-style.js';
import { REPLICA, type Replica } from '../../database/replica.js';

/** Name under which the pool for reads of the primary is provided. */
export const READ_POOL = Symbol('READ_POOL');
/** Name under which it is provided how reads are sent. */
export const READ_STYLE = Symbol('READ_STYLE');

/**
 * PostgreSQL's snapshot names the transactions it sees; a server that took the place of another counts them anew from what it has.
 */
const STATE = "pg_postmaster_start_time()::text || ' ' || pg_current_snapshot()::text";
/** Whatever the state shows stands in the log up to this position, which is asked for after the snapshot was taken: on disk before it is seen, unless commits do not wait for that. */
const POSITION = "CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END::text";
/** While the primary is away, and there is a replica, it is not asked at every read. */
const PRIMARY_RESTS_MS = 1_000;
/** A primary that does not even say its state within so long counts as away. */
const LONGEST_LOOK_MS = 5_000;
/** Whoever has waited so long for a look that failed does not wait for another one. */
const LONG_FAILURE_MS = 1_000;

/** What was read, or that nothing was committed since. */
export type Read = { readonly value: string | null; readonly state: string | null } | 'unchanged';

interface Look {
  readonly state: string;
  readonly position: string | null;
}

/** Runs read statements: on the replica where there is one that has everything that was stored before the call, else on the primary. */
@Injectable()
export class ReadDatabase {
  private underWay: Promise<Look> | null = null;
  private next: Promise<Look> | null = null;
  private lost: { readonly failure: Error; readonly until: number } | null = null;

  constructor(
    @Inject(READ_POOL) private readonly pool: pg.Pool,
    @Inject(READ_STYLE) private readonly style: ReadStyle,
    @Inject(REPLICA) private readonly replica: Replica | null,
  ) {}

  /** The single value that the statement answers. */
  async value(text: string, values: readonly unknown[]): Promise<string | null> {
    const rows = this.replica === null ? null : await this.replica.rows<[string | null]>({ text, values }, (await this.look())?.position ?? null);
    return rows === null ? this.valueOfPrimary(text, values) : (rows[0]?.[0] ?? null);
  }

  /** The same from the primary, for who has just changed something there. */
  async valueOfPrimary(text: string, values: readonly unknown[]): Promise<string | null> {
    return (await this.style.from<[string | null]>(this.pool, { text, values }))[0]?.[0] ?? null;
  }

  /**
   * The value, unless the database is still in the state that is given; and a state that the value is not older than, null where that is unknown. Both in one statement, which computes the value
   * only where it is needed.
   */
  async valueUnlessState(text: string, values: readonly unknown[], known: string | null): Promise<Read> {
    if (this.replica !== null) {
      const look = await this.look();
      if (look !== null && look.state === known) return 'unchanged';
      const rows = await this.replica.rows<[string | null]>({ text, values }, look?.position ?? null);
      if (rows !== null) return { value: rows[0]?.[0] ?? null, state: look?.state ?? null };
    }
    const unless = `SELECT CASE WHEN ${STATE} IS DISTINCT FROM $${values.length + 1}::text THEN (${text}) END, ${STATE}`;
    const [[value, state]] = (await this.style.from<[string | null, string]>(this.pool, { text: unless, values: [...values, known] })) as [[string | null, string]];
    return state === known ? 'unchanged' : { value, state };
  }

  /**
   * The state of the primary as seen by a statement that starts after this call; null where it is away and a replica stands in. Equal states mean that no transaction that writes has
   * committed in between.
   */
  async state(): Promise<string | null> {
    return (await this.look())?.state ?? null;
  }

  /** The only row of a statement, from the primary, whose word counts; from the replica while the primary is away. */
  async row<Row>(text: string, values: readonly unknown[]): Promise<Row | null> {
    const statement = { text: `SELECT row_to_json(r) FROM (${text}) r`, values };
    if (!this.isResting()) {
      try {
        return (await this.style.from<[Row]>(this.pool, statement))[0]?.[0] ?? null;
      } catch (failure) {
        this.noteLoss(failure);
      }
    }
    const rows = await this.replica!.rows<[Row]>(statement, null);
    if (rows === null) throw this.lost!.failure;
    return rows[0]?.[0] ?? null;
  }

  /** Whether all can be done, or only what reads; fails where nothing can. */
  async standing(): Promise<'ok' | 'reading'> {
    if ((await this.look()) !== null) return 'ok';
    if ((await this.replica!.rows({ text: 'SELECT 1' }, null)) === null) throw this.lost?.failure ?? new Error('no database answers');
    return 'reading';
  }

  /** Callers that come while a look is under way share the next one, which starts as soon as that has ended. */
  private async look(): Promise<Look | null> {
    if (this.isResting()) return null;
    this.next ??= this.afterTheOneUnderWay();
    try {
      return await this.next;
    } catch (failure) {
      this.noteLoss(failure);
      return null;
    }
  }

  private async afterTheOneUnderWay(): Promise<Look> {
    const cameAt = performance.now();
    try {
      await this.underWay;
    } catch (failure) {
      if (performance.now() - cameAt >= LONG_FAILURE_MS) {
        this.next = null;
        throw failure;
      }
    }
    this.underWay = this.next;
    this.next = null;
    return this.ask();
  }

  private async ask(): Promise<Look> {
    const { rows } = await this.pool.query<[string, string | null]>(this.lookStatement() as never);
    return { state: rows[0]![0], position: rows[0]![1] };
  }

  private lookStatement(): object {
    const named = this.style.prepares ? { name: 'state' } : {};
    return { ...named, text: `SELECT ${STATE}, ${this.replica === null ? 'NULL' : POSITION}`, rowMode: 'array', query_timeout: LONGEST_LOOK_MS };
  }

  private isResting(): boolean {
    return this.replica !== null && this.lost !== null && Date.now() < this.lost.until;
  }

  /** @throws the failure again where no replica stands in */
  private noteLoss(failure: unknown): void {
    if (this.replica === null || !isConnectionLost(failure)) throw failure;
    this.lost = { failure: failure as Error, until: Date.now() + PRIMARY_RESTS_MS };
  }
}
