// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { isConnectionLost } from './broken.js';
import { withConnection, type ReadStatement, type ReadStyle } from './read-style.js';

/** Name under which the replica is provided; null where there is none. */
export const REPLICA = Symbol('REPLICA');

/** A replica that is a little behind may come up so long; longer where there is nobody else to ask. */
const COMES_UP_MS = 30;
const COMES_UP_ALONE_MS = 2_000;
const LONGEST_PAUSE_MS = 16;
/** One that did not come up, or is away, is left alone so long. */
const BEHIND_RESTS_MS = 200;
const AWAY_RESTS_MS = 1_000;

const HAS_COME_TO = 'SELECT coalesce(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_flush_lsn() END >= $1::pg_lsn, false)';
/** Whatever a synchronous replica has acknowledged, it has received. */
const HAS_ALL_IT_RECEIVED = 'SELECT NOT pg_is_in_recovery() OR coalesce(pg_last_wal_replay_lsn() >= pg_last_wal_receive_lsn(), true)';
/** Replaying what was changed took away what a statement was reading. */
const ENDED_BY_REPLAY = new Set<unknown>(['40001', '40P01']);

/** What is thrown where another database than the primary's is met. */
export class ForeignDatabase extends Error {}

/** A server that follows the primary; it may be away, and it may be behind. */
export class Replica {
  private restsUntil = 0;

  constructor(
    readonly pool: pg.Pool,
    private readonly style: ReadStyle,
  ) {}

  /**
   * The rows of a statement that only reads.
   *
   * @param position of the primary's log that the replica has to have come to; null where the primary cannot be asked, and the best that is to be had is what the replica received
   * @returns null where the replica is away or behind: the primary has to be asked
   */
  async rows<Row extends unknown[]>(statement: ReadStatement, position: string | null): Promise<Row[] | null> {
    if (position !== null && Date.now() < this.restsUntil) return null;
    try {
      const read = async (client: pg.ClientBase) => ((await comesUp(client, position)) || position === null ? this.style.on<Row>(client, statement) : this.rest(BEHIND_RESTS_MS));
      return await withConnection(this.pool, read, this.style.isFull);
    } catch (failure) {
      if (isConnectionLost(failure) || failure instanceof ForeignDatabase) return this.rest(AWAY_RESTS_MS);
      if (ENDED_BY_REPLAY.has((failure as { code?: unknown }).code)) return null;
      throw failure;
    }
  }

  /** @throws ForeignDatabase where it is another database; one that is away may come */
  async check(): Promise<void> {
    await withConnection(this.pool, async () => undefined).catch((failure: unknown) => {
      if (failure instanceof ForeignDatabase) throw failure;
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private rest(forMs: number): null {
    this.restsUntil = Date.now() + forMs;
    return null;
  }
}

async function comesUp(client: pg.ClientBase, position: string | null): Promise<boolean> {
  const question = position === null ? { text: HAS_ALL_IT_RECEIVED } : { text: HAS_COME_TO, values: [position] };
  const deadline = performance.now() + (position === null ? COMES_UP_ALONE_MS : COMES_UP_MS);
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const { rows } = await client.query<[boolean]>({ ...question, rowMode: 'array' });
    if (rows[0]![0]) return true;
    if (performance.now() + pauseMs > deadline) return false;
    await sleep(pauseMs);
  }
}
