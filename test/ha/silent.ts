// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD, PostgresServer } from './postgres-server.js';
import { makeRoles, migrateAt, misses, startPrograms } from './program-set.js';
import { SeparateNetwork } from './separate-network.js';
import { freePorts } from '../support/free-ports.js';
import { until } from './started-process.js';
import { judge, type Trial, type Verdict } from './trial.js';
import { WriteLoad } from './write-load.js';

/** So long a machine is away before somebody does something about it. */
const AWAY_MS = 15_000;
/** Nobody has to wait longer for an answer, whatever it says. */
const LONGEST_WAIT_SECONDS = 12;
/** Connections that stand in for a replica are given up after a minute, and new ones find it again. */
const LONGEST_STAND_IN_SECONDS = 120;
const WRITERS = 8;

/** Machines that vanish without a word, as where power or network fails: the replica's, the primary's with the replica made the primary, and the only one's for a while. */
export const failSilently: Trial = async ({ folder, user, seconds, say }) => {
  const network = new SeparateNetwork();
  const [firstMachine, secondMachine] = [network.add(), network.add()];
  const [port] = (await freePorts(1)) as [number];
  const primary = new PostgresServer('first', port, folder, user, firstMachine);
  const replica = new PostgresServer('second', port, folder, user, secondMachine);
  primary.initialise();
  await primary.start();
  await makeRoles((sql) => primary.query(sql));
  replica.copyFrom(primary);
  await replica.start();
  say('a primary and a streaming replica, each on a machine of its own');

  const at = (servers: string) => `postgres://fahrplan:${PASSWORD}@${servers}/fahrplan`;
  const both = `${primary.at},${replica.at}`;
  const data = join(folder, 'program');
  await mkdir(data);
  const settings = { DATABASE_URL: at(both), DATABASE_READ_URL: `${at(both)}?target_session_attrs=prefer-standby` };
  migrateAt(both, data, settings);
  const programs = await startPrograms(data, settings);
  say('two servers and two workers');
  const verdicts: Verdict[] = [];
  const tell = (what: string, verdict: Verdict) => {
    verdicts.push(verdict);
    say(what);
    for (const line of verdict.figures) say(`  ${line}`);
  };
  const readers = () => replica.query<{ calls: number }>("SELECT count(*)::int AS calls FROM pg_stat_activity WHERE application_name = 'fahrplan-replica' AND state_change > now() - interval '2 s'");
  const since = (moment: number) => ((performance.now() - moment) / 1_000).toFixed(1);
  try {
    {
      const load = new WriteLoad(programs.servers, 'replica', WRITERS);
      await sleep(seconds * 1_000);
      const [before] = await readers();
      secondMachine.vanish();
      await sleep(AWAY_MS);
      secondMachine.comeBack();
      const backAt = performance.now();
      await until('the replica answers reads again', async () => (await readers())[0]!.calls > 0, LONGEST_STAND_IN_SECONDS);
      const answersAfter = since(backAt);
      const outcome = await load.end(at(primary.at));
      tell(
        `the replica's machine vanishes for ${AWAY_MS / 1_000} s; it answers again ${answersAfter} s after it came back`,
        judge(outcome, {
          'the replica answered reads before': before!.calls > 0,
          'nothing is refused': outcome.refused + outcome.readsRefused === 0 || `${outcome.refused} writes, ${outcome.readsRefused} reads`,
          'nobody waits for long': outcome.longestWaitSeconds <= LONGEST_WAIT_SECONDS || `${outcome.longestWaitSeconds} s`,
        }),
      );
    }
    await primary.query('ALTER SYSTEM SET synchronous_standby_names = second');
    await primary.query('SELECT pg_reload_conf()');
    await until('replication is synchronous', async () => (await primary.query("SELECT FROM pg_stat_replication WHERE sync_state = 'sync'")).length === 1);
    {
      const load = new WriteLoad(programs.servers, 'primary', WRITERS);
      await sleep(seconds * 1_000);
      const job = await programs.beginImport('Während des Ausfalls');
      await sleep(1_500);
      const before = { accepted: load.acceptedSoFar, refused: load.refusedSoFar };
      firstMachine.vanish();
      const goneAt = performance.now();
      await until('a write is refused', () => load.refusedSoFar > before.refused);
      const refusedAfter = since(goneAt);
      await sleep(Math.max(0, AWAY_MS - Number(refusedAfter) * 1_000));
      await replica.query('SELECT pg_promote(wait => true)');
      const promotedAt = performance.now();
      const acceptedUntilThen = load.acceptedSoFar;
      await until('writes are accepted again', () => load.acceptedSoFar > acceptedUntilThen);
      const acceptedAfter = since(promotedAt);
      await sleep(seconds * 1_000);
      const { status, problem } = await programs.servers[1]!.ended(job);
      const outcome = await load.end(at(replica.at));
      await primary.kill();
      tell(
        `the primary's machine vanishes: refused after ${refusedAfter} s; the replica is made the primary ${AWAY_MS / 1_000} s after, writes are accepted ${acceptedAfter} s after that`,
        judge(outcome, {
          'writes were accepted before': before.accepted > 0,
          'nobody waits for long': outcome.longestWaitSeconds <= LONGEST_WAIT_SECONDS || `${outcome.longestWaitSeconds} s`,
          'the import that was under way was ended by a worker': status === 'DONE' || `${status} ${problem?.code ?? ''}`,
        }),
      );
    }
    {
      const load = new WriteLoad(programs.servers, 'only', WRITERS);
      await sleep(seconds * 1_000);
      const job = await programs.beginImport('Während der Stille');
      await sleep(1_500);
      const { refusedSoFar } = load;
      secondMachine.vanish();
      const goneAt = performance.now();
      await until('a write is refused', () => load.refusedSoFar > refusedSoFar);
      const refusedAfter = since(goneAt);
      await sleep(Math.max(0, AWAY_MS - Number(refusedAfter) * 1_000));
      secondMachine.comeBack();
      const backAt = performance.now();
      const { acceptedSoFar } = load;
      await until('writes are accepted again', () => load.acceptedSoFar > acceptedSoFar);
      const acceptedAfter = since(backAt);
      const { status, problem } = await programs.servers[1]!.ended(job);
      const outcome = await load.end(at(replica.at));
      tell(
        `the only machine vanishes for ${AWAY_MS / 1_000} s: refused after ${refusedAfter} s, accepted ${acceptedAfter} s after it came back`,
        judge(outcome, {
          'nobody waits for long': outcome.longestWaitSeconds <= LONGEST_WAIT_SECONDS || `${outcome.longestWaitSeconds} s`,
          'the import that was under way was ended by a worker': status === 'DONE' || `${status} ${problem?.code ?? ''}`,
          'the examination finds nothing wrong but the machine that stayed away': misses(programs.examine(), primary.at),
        }),
      );
    }
    return { figures: [], wrong: verdicts.flatMap(({ wrong }) => wrong) };
  } finally {
    await programs.stop();
  }
};
