// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { isConnectionLost } from '../../database/broken.js';
import type { ReadStatement, ReadStyle } from '../../database/read-style.js';
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

interface Look {
  readonly state: string;
  readonly position: string | null;
}

/** Runs read statements: on the replica where there is one that has everything that was stored before the call, else on the primary. */
@Injectable()
export class ReadDatabase {
  private waiting: Promise<Look> | null = null;
  private lost: { readonly failure: Error; readonly until: number } | null = null;

  constructor(
    @Inject(READ_POOL) private readonly pool: pg.Pool,
    @Inject(READ_STYLE) private readonly style: ReadStyle,
    @Inject(REPLICA) private readonly replica: Replica | null,
  ) {}

  /** The single value that the statement answers. */
  async value(text: string, values: readonly unknown[]): Promise<string | null> {
    const read = (await this.fromReplica<[string | null]>({ text, values }))?.rows ?? (await this.style.from<[string | null]>(this.pool, { text, values }));
    return read[0]?.[0] ?? null;
  }

  /** The same from the primary, for who has just changed something there. */
  async valueOfPrimary(text: string, values: readonly unknown[]): Promise<string | null> {
    return (await this.style.from<[string | null]>(this.pool, { text, values }))[0]?.[0] ?? null;
  }

  /** The value and a state of the database that it is not older than; null where the state is unknown. */
  async valueWithState(text: string, values: readonly unknown[]): Promise<{ value: string | null; state: string | null }> {
    const read = await this.fromReplica<[string | null]>({ text, values });
    if (read !== null) return { value: read.rows[0]?.[0] ?? null, state: read.state };
    const rows = await this.style.from<[string | null, string]>(this.pool, { text: `SELECT (${text}), ${STATE}`, values });
    return { value: rows[0]![0], state: rows[0]![1] };
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

  private async fromReplica<Row extends unknown[]>(statement: ReadStatement): Promise<{ rows: Row[]; state: string | null } | null> {
    if (this.replica === null) return null;
    const look = await this.look();
    const rows = await this.replica.rows<Row>(statement, look?.position ?? null);
    return rows === null ? null : { rows, state: look?.state ?? null };
  }

  /** Callers that come while a look is under way share the next one. */
  private async look(): Promise<Look | null> {
    if (this.isResting()) return null;
    this.waiting ??= Promise.resolve().then(async () => {
      this.waiting = null;
      const { rows } = await this.pool.query<[string, string | null]>(this.lookStatement() as never);
      return { state: rows[0]![0], position: rows[0]![1] };
    });
    try {
      return await this.waiting;
    } catch (failure) {
      this.noteLoss(failure);
      return null;
    }
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
