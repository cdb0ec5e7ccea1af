// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD, PostgresServer } from './postgres-server.js';
import { judge, type HaContext, type Trial } from './trial.js';
import { makeRoles, migrateAt, misses, startPrograms } from './program-set.js';
import { freePorts } from '../support/free-ports.js';
import { until } from './started-process.js';
import { WriteLoad } from './write-load.js';

/** How long whoever watches a primary waits before it is given up. */
const NOTICED_AFTER_MS = 1_000;

/** A primary with one streaming replica, replicated synchronously; the primary dies under load, and the replica is made the primary by hand. */
export const failOverByHand: Trial = async ({ folder, user, seconds, say }: HaContext) => {
  const [first, second] = await freePorts(2);
  const primary = new PostgresServer('first', first!, folder, user);
  const replica = new PostgresServer('second', second!, folder, user);
  primary.initialise();
  await primary.start();
  await makeRoles((sql) => primary.query(sql));
  replica.copyFrom(primary);
  await replica.start();
  await primary.query('ALTER SYSTEM SET synchronous_standby_names = second');
  await primary.query('SELECT pg_reload_conf()');
  await until('replication is synchronous', async () => (await primary.query("SELECT FROM pg_stat_replication WHERE sync_state = 'sync'")).length === 1);
  say('a primary and a synchronous streaming replica');

  const both = `127.0.0.1:${first},127.0.0.1:${second}`;
  const settings = { DATABASE_URL: `postgres://fahrplan:${PASSWORD}@${both}/fahrplan`, DATABASE_READ_URL: `postgres://fahrplan:${PASSWORD}@${both}/fahrplan?target_session_attrs=prefer-standby` };
  const data = join(folder, 'program');
  await mkdir(data);
  migrateAt(both, data, settings);
  const programs = await startPrograms(data, settings);
  say('two servers and two workers');
  try {
    const load = new WriteLoad(programs.servers, 'hand', 8);
    await sleep(seconds * 1_000);
    const readsOfReplica = await replica.query<{ calls: number }>("SELECT count(*)::int AS calls FROM pg_stat_activity WHERE application_name = 'fahrplan-replica' AND query LIKE '%contract%'");
    const job = await programs.beginImport('Während des Ausfalls');
    await sleep(1_500);
    const before = load.acceptedSoFar;
    await primary.kill();
    say(`${before} writes accepted; the primary is killed`);
    await sleep(NOTICED_AFTER_MS);
    await replica.query('SELECT pg_promote(wait => true)');
    say('the replica is made the primary');
    await sleep(seconds * 1_000);
    const { status, problem } = await programs.servers[1]!.ended(job);
    const outcome = await load.end(`postgres://fahrplan:${PASSWORD}@127.0.0.1:${second}/fahrplan`);
    return judge(outcome, {
      'the replica answered reads': readsOfReplica[0]!.calls > 0,
      'writes went on afterwards, without a restart': outcome.accepted > before,
      'the import that was under way was ended by a worker': status === 'DONE' || `${status} ${problem?.code ?? ''}`,
      'the examination finds nothing wrong but the server that was killed': misses(programs.examine(), `127.0.0.1:${first}`),
    });
  } finally {
    await programs.stop();
  }
};
