// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRole, startBalancer, startCluster, startPooler, type Node } from './cluster.js';
import { PASSWORD, queryAt } from './postgres-server.js';
import { makeRoles, migrateAt, startPrograms } from './program-set.js';
import { until } from './started-process.js';
import { judge, type Trial } from './trial.js';
import { WriteLoad } from './write-load.js';

/** Three times what Patroni waits for a leader that says nothing. */
const LONGEST_FAILOVER_SECONDS = 60;

/** As deploy/ha/patroni.yml has it. */
const LOOKS_FOR_CLIENTS = 'tcp_keepalives_count=4 tcp_keepalives_idle=10 tcp_keepalives_interval=5 tcp_user_timeout=30000';

/** Three nodes with etcd and Patroni behind HAProxy and PgBouncer; the leader's node dies under load, as a whole. */
export const failOverByPatroni: Trial = async ({ folder, user, seconds, say }) => {
  const nodes = await startCluster(folder, user);
  const leaderOf = async (among: readonly Node[]): Promise<Node | undefined> => {
    const leads = await Promise.all(among.map((node) => isRole(node, 'primary')));
    return among[leads.indexOf(true)];
  };
  const leader = (await leaderOf(nodes))!;
  const { writePort, readPort } = await startBalancer(nodes, folder, user);
  const admin = (database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${writePort}/${database}`;
  await until('HAProxy leads to the leader alone', async () => {
    for (let look = 0; look < nodes.length * 2; look++) {
      const [found] = await queryAt<{ follows: boolean }>(admin('postgres'), 'SELECT pg_is_in_recovery() AS follows');
      if (found!.follows) return false; // it takes all for well until it has looked
    }
    return true;
  });
  await makeRoles((sql) => queryAt(admin('postgres'), sql));
  const poolerPort = await startPooler({ writePort, readPort }, folder, user);
  say(`three nodes, HAProxy and PgBouncer; ${leader.name} leads, replication is synchronous`);

  const through = (database: string) => `postgres://fahrplan:${PASSWORD}@127.0.0.1:${poolerPort}/${database}`;
  await until('PgBouncer leads on', async () => (await queryAt(through('fahrplan'), 'SELECT 1')).length === 1);
  const data = join(folder, 'program');
  await mkdir(data);
  const settings = { DATABASE_URL: through('fahrplan'), DATABASE_READ_URL: through('fahrplan_read'), DATABASE_POOLER: 'transaction' };
  migrateAt(`localhost:${writePort}`, data, settings, join(folder, 'ca.pem'));
  const programs = await startPrograms(data, settings);
  say('two servers and two workers, through PgBouncer');
  try {
    const load = new WriteLoad(programs.servers, 'patroni', 8);
    await sleep(seconds * 1_000);
    const others = nodes.filter((node) => node !== leader);
    const askedOf = (node: Node) => queryAt<{ calls: number }>(`postgres://postgres:${PASSWORD}@127.0.0.1:${node.postgresPort}/fahrplan`, "SELECT count(*)::int AS calls FROM pg_stat_activity WHERE application_name = 'fahrplan-replica'");
    const [pooled] = await queryAt<{ plain: number; sessions: number; looked: string }>(
      admin('fahrplan'),
      "SELECT count(*) FILTER (WHERE NOT ssl)::int AS plain, count(*)::int AS sessions, (SELECT string_agg(concat_ws('=', name, reset_val), ' ' ORDER BY name) FROM pg_settings WHERE name ~ '^tcp_') AS looked FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename IN ('fahrplan', 'replicator')",
    );
    const answering = (await Promise.all(others.map(askedOf))).flat().reduce((sum, { calls }) => sum + calls, 0);
    const job = await programs.beginImport('Während des Ausfalls');
    await sleep(1_500);
    const before = load.acceptedSoFar;
    for (const process of [...leader.processes].reverse()) process.kill();
    say(`${before} writes accepted; the node of the leader is killed: etcd, Patroni, PostgreSQL`);
    await until('another node leads', async () => (await leaderOf(others)) !== undefined, LONGEST_FAILOVER_SECONDS);
    const next = (await leaderOf(others))!;
    say(`${next.name} leads`);
    await until('writes are accepted again', () => load.acceptedSoFar > before + 8, LONGEST_FAILOVER_SECONDS);
    await sleep(seconds * 1_000);
    const { status, problem } = await programs.servers[1]!.ended(job);
    const outcome = await load.end(`postgres://postgres:${PASSWORD}@127.0.0.1:${next.postgresPort}/fahrplan`);
    return judge(outcome, {
      'the replicas answered reads': answering > 0,
      'the program and the replicas came to the leader by TLS alone': (pooled!.sessions > 2 && pooled!.plain === 0) || `${pooled!.plain} of ${pooled!.sessions} without`,
      'the leader looks for its clients, as a pooler cannot ask it to': pooled!.looked === LOOKS_FOR_CLIENTS || pooled!.looked,
      'writes went on afterwards, without a restart': outcome.accepted > before,
      'the import that was under way was ended by a worker': status === 'DONE' || `${status} ${problem?.code ?? ''}`,
      'the examination finds nothing wrong': programs.examine().join('; ') || true,
    });
  } finally {
    await programs.stop();
  }
};
