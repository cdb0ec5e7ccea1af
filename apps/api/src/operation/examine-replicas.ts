// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Problem } from '#kernel';
import { readDatabaseAddress } from '../platform/database/database-address.js';
import { DATABASE_IDENTITY } from '../platform/database/open-database.js';
import { clientsOf } from '../platform/database/server-client.js';
import { whyUnreachable } from '../platform/database/why-unreachable.js';
import type { Check } from './check.js';

/** A replica that has not come up with the primary within so long is behind. */
const COMES_UP_WITHIN_MS = 10_000;
const LOOK_AGAIN_MS = 100;
/** One statement of the look; a server that hangs is as good as away. */
const LONGEST_STATEMENT_MS = 5_000;
const STANDING = `SELECT (${DATABASE_IDENTITY}) AS identity, current_setting('server_version') AS version, pg_is_in_recovery() AS follows`;

interface Standing {
  readonly identity: string;
  readonly version: string;
  readonly follows: boolean;
}

/**
 * Looks at each server that `DATABASE_READ_URL` names: whether it is there, holds the same database, follows the primary, and how far it is behind.
 *
 * @param url the setting
 * @param primary a connection to the server that is written on
 * @returns a check for each server, and one for all of them where none of them follows the primary
 */
export async function examineReplicas(url: string, primary: pg.Client): Promise<readonly Check[]> {
  const address = readDatabaseAddress(url, 'any');
  if (address === null) return []; // told by the settings
  const { rows } = await primary.query<Standing & { position: string }>(`${STANDING}, pg_current_wal_flush_lsn()::text AS position`);
  const there = rows[0]!;
  const looks = await Promise.all(address.urls.map((one) => examineOne(one, there)));
  const checks = looks.map(({ check }) => check);
  const isAnyWell = looks.some(({ follows }) => follows);
  const areAllThere = looks.every(({ check }) => check.problem === null);
  return isAnyWell || !areAllThere ? checks : [...checks, { check: 'replicas', problem: { code: 'OPERATION.NO_REPLICA' }, facts: {} }];
}

async function examineOne(url: string, primary: Standing & { readonly position: string }): Promise<{ readonly check: Check; readonly follows: boolean }> {
  const Client = clientsOf({ urls: [url], wanted: 'any' }, null);
  let server = '';
  const told = (problem: Problem | null, facts: Check['facts'] = {}, follows = false) => ({ check: { check: `replica ${server}`, problem, facts: { server, ...facts } }, follows });
  let client: pg.Client | undefined;
  try {
    client = new Client({ connectionString: url, application_name: 'fahrplan-doctor', query_timeout: LONGEST_STATEMENT_MS });
    client.on('error', () => undefined); // told by the statement that runs
    server = `${client.host}:${client.port}`;
    await client.connect();
    const { rows } = await client.query<Standing>(STANDING);
    const { identity, version, follows } = rows[0]!;
    if (identity !== primary.identity) return told({ code: 'PLATFORM.READ_DATABASE_FOREIGN', server }, { version });
    if (version !== primary.version) return told({ code: 'OPERATION.REPLICA_OF_OTHER_VERSION', server, found: version, primary: primary.version }, { version }, follows);
    if (!follows) return told(null, { version, follows }); // one of several is the primary
    const behind = await comeUp(client, primary.position);
    const facts = { version, follows, behindMs: behind.ms, behindBytes: behind.bytes };
    return behind.bytes > 0 ? told({ code: 'OPERATION.REPLICA_BEHIND', server, seconds: COMES_UP_WITHIN_MS / 1_000, kilobytes: Math.ceil(behind.bytes / 1_024) }, facts, true) : told(null, facts, true);
  } catch (failure) {
    const problem = whyUnreachable(failure, 'DATABASE_READ_URL');
    return told(problem.code === 'PLATFORM.DATABASE_UNREACHABLE' ? { code: 'OPERATION.REPLICA_UNREACHABLE', server, reason: (failure as Error).message } : { ...problem, server });
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/** How long it took until the replica had what the primary had when it was asked, and what it lacks if it did not come to that. */
async function comeUp(client: pg.Client, position: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const begunAt = performance.now();
  for (;;) {
    const { rows } = await client.query<{ bytes: string | null }>('SELECT greatest(0, pg_wal_lsn_diff($1::pg_lsn, pg_last_wal_replay_lsn()))::text AS bytes', [position]);
    const bytes = Number(rows[0]!.bytes ?? Infinity);
    const ms = Math.round(performance.now() - begunAt);
    if (bytes === 0 || ms >= COMES_UP_WITHIN_MS) return { ms, bytes };
    await sleep(LOOK_AGAIN_MS);
  }
}
