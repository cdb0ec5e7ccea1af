// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, postgresBinaries } from './postgres-server.js';
import { freePorts, StartedProcess, until, type SystemUser } from './started-process.js';

/** One machine of three, here on loopback: etcd, Patroni, and the PostgreSQL that Patroni starts. */
export interface Node {
  readonly name: string;
  readonly etcdPort: number;
  readonly etcdPeerPort: number;
  readonly restPort: number;
  readonly postgresPort: number;
  readonly processes: StartedProcess[];
}

/** The seconds after which a leader that says nothing is given up; the least that Patroni takes. */
export const TTL_SECONDS = 20;

/** Writes a file that the servers may read. */
export function writeFor(user: SystemUser | undefined, path: string, text: string): string {
  writeFileSync(path, text, { mode: 0o600 });
  if (user) chownSync(path, user.uid, user.gid);
  return path;
}

/** Three nodes with synchronous replication, as deploy/ha has them for three machines. */
export async function startCluster(folder: string, user: SystemUser | undefined): Promise<readonly Node[]> {
  const ports = await freePorts(12);
  const nodes: Node[] = ['one', 'two', 'three'].map((name, index) => {
    const [etcdPort, etcdPeerPort, restPort, postgresPort] = ports.slice(index * 4, index * 4 + 4) as [number, number, number, number];
    return { name, etcdPort, etcdPeerPort, restPort, postgresPort, processes: [] };
  });
  for (const node of nodes) startEtcd(node, nodes, folder, user);
  await until('etcd has a leader', async () => (await Promise.all(nodes.map(({ etcdPort }) => fetch(`http://127.0.0.1:${etcdPort}/health`).then((answer) => answer.json() as Promise<{ health: string }>)))).every(({ health }) => health === 'true'));
  for (const node of nodes) {
    startPatroni(node, nodes, folder, user);
    await until(`${node.name} runs`, () => isRole(node, node === nodes[0] ? 'primary' : 'replica'), 120);
  }
  await until('a replica is synchronous', async () => (await Promise.all(nodes.map((node) => isRole(node, 'sync')))).some(Boolean));
  return nodes;
}

/** Asked as HAProxy asks. */
export async function isRole(node: Node, role: 'primary' | 'replica' | 'sync'): Promise<boolean> {
  return fetch(`http://127.0.0.1:${node.restPort}/${role}`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.status === 200,
    () => false,
  );
}

function startEtcd(node: Node, nodes: readonly Node[], folder: string, user: SystemUser | undefined): void {
  const client = `http://127.0.0.1:${node.etcdPort}`;
  const peer = `http://127.0.0.1:${node.etcdPeerPort}`;
  const options = {
    name: node.name,
    'data-dir': join(folder, `etcd-${node.name}`),
    'listen-client-urls': client,
    'advertise-client-urls': client,
    'listen-peer-urls': peer,
    'initial-advertise-peer-urls': peer,
    'initial-cluster': nodes.map((one) => `${one.name}=http://127.0.0.1:${one.etcdPeerPort}`).join(','),
    'initial-cluster-state': 'new',
  };
  node.processes.push(StartedProcess.start(`etcd ${node.name}`, 'etcd', Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]), { log: join(folder, `etcd-${node.name}.log`), user }));
}

function startPatroni(node: Node, nodes: readonly Node[], folder: string, user: SystemUser | undefined): void {
  const data = join(folder, `data-${node.name}`);
  mkdirSync(data, { mode: 0o700 });
  if (user) chownSync(data, user.uid, user.gid);
  // JSON is YAML
  const settings = {
    scope: 'fahrplan',
    name: node.name,
    restapi: { listen: `127.0.0.1:${node.restPort}`, connect_address: `127.0.0.1:${node.restPort}` },
    etcd3: { hosts: nodes.map((one) => `127.0.0.1:${one.etcdPort}`) },
    bootstrap: {
      dcs: {
        ttl: TTL_SECONDS,
        loop_wait: 5,
        retry_timeout: 5,
        maximum_lag_on_failover: 0,
        synchronous_mode: true,
        synchronous_mode_strict: true,
        postgresql: { use_pg_rewind: true, use_slots: true, parameters: { max_connections: 120, shared_buffers: '128MB', wal_keep_size: '256MB', wal_log_hints: 'on', jit: 'off' } },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }],
    },
    postgresql: {
      listen: `127.0.0.1:${node.postgresPort}`,
      connect_address: `127.0.0.1:${node.postgresPort}`,
      data_dir: data,
      bin_dir: postgresBinaries(),
      pgpass: join(folder, `pgpass-${node.name}`),
      authentication: { superuser: { username: 'postgres', password: PASSWORD }, replication: { username: 'replicator', password: PASSWORD }, rewind: { username: 'rewinder', password: PASSWORD } },
      parameters: { unix_socket_directories: '' },
      pg_hba: ['host all all 127.0.0.1/32 scram-sha-256', 'host replication all 127.0.0.1/32 scram-sha-256'],
    },
  };
  const file = writeFor(user, join(folder, `patroni-${node.name}.yml`), JSON.stringify(settings));
  node.processes.push(StartedProcess.start(`patroni ${node.name}`, 'patroni', [file], { log: join(folder, `patroni-${node.name}.log`), user }));
}

/** Sends writers to the leader and readers to the replicas, whichever these are. */
export async function startBalancer(nodes: readonly Node[], folder: string, user: SystemUser | undefined): Promise<{ readonly writePort: number; readonly readPort: number }> {
  const [writePort, readPort] = (await freePorts(2)) as [number, number];
  const listen = (name: string, port: number, role: string) => `listen ${name}
  bind 127.0.0.1:${port}
  option httpchk GET /${role}
  http-check expect status 200
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map((node) => `  server ${node.name} 127.0.0.1:${node.postgresPort} check port ${node.restPort}`).join('\n')}
`;
  const text = `global
  maxconn 500
defaults
  mode tcp
  timeout connect 3s
  timeout client 1h
  timeout server 1h
  timeout check 2s
${listen('primary', writePort, 'primary')}${listen('replicas', readPort, 'replica')}`;
  const file = writeFor(user, join(folder, 'haproxy.cfg'), text);
  StartedProcess.start('haproxy', '/usr/sbin/haproxy', ['-db', '-f', file], { log: join(folder, 'haproxy.log'), user });
  return { writePort, readPort };
}

/** Gives sessions away after each transaction. */
export async function startPooler(databases: Readonly<Record<string, { readonly port: number }>>, folder: string, user: SystemUser | undefined): Promise<number> {
  const [port] = (await freePorts(1)) as [number];
  const people = writeFor(user, join(folder, 'userlist.txt'), `"fahrplan" "${PASSWORD}"\n`);
  const text = `[databases]
${Object.entries(databases).map(([name, { port: at }]) => `${name} = host=127.0.0.1 port=${at} dbname=fahrplan`).join('\n')}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${people}
pool_mode = transaction
default_pool_size = 20
max_client_conn = 500
query_wait_timeout = 10
server_login_retry = 1
server_connect_timeout = 3
`;
  const file = writeFor(user, join(folder, 'pgbouncer.ini'), text);
  StartedProcess.start('pgbouncer', '/usr/sbin/pgbouncer', [file], { log: join(folder, 'pgbouncer.log'), user });
  return port;
}
