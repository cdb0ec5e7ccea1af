// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PASSWORD, postgresBinaries } from './postgres-server.js';
import { issue, makeAuthority } from '../support/certificates.js';
import { freePorts } from '../support/free-ports.js';
import { StartedProcess, until, type SystemUser } from './started-process.js';

/** One machine of three, here on loopback: etcd, Patroni, and the PostgreSQL that Patroni starts. */
export interface Node {
  readonly name: string;
  readonly etcdPort: number;
  readonly etcdPeerPort: number;
  readonly restPort: number;
  readonly postgresPort: number;
  readonly processes: StartedProcess[];
}

const SERVER = 'server';

/** The files that are there to be copied; here their names of machines are put on loopback. */
const example = (file: string): string => readFileSync(join(import.meta.dirname, '../../../deploy/ha', file), 'utf8');

/** Writes a file that the servers may read. */
export function writeFor(user: SystemUser | undefined, path: string, text: string): string {
  writeFileSync(path, text, { mode: 0o600 });
  if (user) chownSync(path, user.uid, user.gid);
  return path;
}

/** Three nodes with synchronous replication, as deploy/ha has them. */
export async function startCluster(folder: string, user: SystemUser | undefined): Promise<readonly Node[]> {
  const ports = await freePorts(12);
  const nodes: Node[] = ['db1', 'db2', 'db3'].map((name, index) => {
    const [etcdPort, etcdPeerPort, restPort, postgresPort] = ports.slice(index * 4, index * 4 + 4) as [number, number, number, number];
    return { name, etcdPort, etcdPeerPort, restPort, postgresPort, processes: [] };
  });
  makeCertificates(folder, user, 'DNS:localhost,IP:127.0.0.1');
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
  const settings = parse(example('patroni.yml')) as { bootstrap: object; postgresql: { authentication: Record<string, object>; parameters: object } };
  const { authentication, parameters } = settings.postgresql;
  const authority = join(folder, 'ca.pem');
  const here = {
    ...settings,
    name: node.name,
    restapi: { listen: `127.0.0.1:${node.restPort}`, connect_address: `127.0.0.1:${node.restPort}` },
    etcd3: { hosts: nodes.map((one) => `127.0.0.1:${one.etcdPort}`) },
    postgresql: {
      ...settings.postgresql,
      listen: `127.0.0.1:${node.postgresPort}`,
      connect_address: `127.0.0.1:${node.postgresPort}`,
      data_dir: data,
      bin_dir: postgresBinaries(),
      pgpass: join(folder, `pgpass-${node.name}`),
      authentication: {
        superuser: { ...authentication['superuser'], password: PASSWORD },
        replication: { ...authentication['replication'], password: PASSWORD, sslrootcert: authority },
        rewind: { ...authentication['rewind'], password: PASSWORD, sslrootcert: authority },
      },
      parameters: { ...parameters, ssl_cert_file: join(folder, `${SERVER}.pem`), ssl_key_file: join(folder, `${SERVER}.key`), unix_socket_directories: '' },
      // the trial itself asks as the superuser, without TLS
      pg_hba: ['host all postgres 127.0.0.1/32 scram-sha-256', 'hostssl all all 127.0.0.1/32 scram-sha-256', 'hostssl replication replicator 127.0.0.1/32 scram-sha-256'],
    },
  };
  const file = writeFor(user, join(folder, `patroni-${node.name}.yml`), JSON.stringify(here)); // JSON is YAML
  node.processes.push(StartedProcess.start(`patroni ${node.name}`, 'patroni', [file], { log: join(folder, `patroni-${node.name}.log`), user }));
}

/** Sends writers to the leader and readers to the synchronous replica, whichever these are. */
export async function startBalancer(nodes: readonly Node[], folder: string, user: SystemUser | undefined): Promise<{ readonly writePort: number; readonly readPort: number }> {
  const [writePort, readPort] = (await freePorts(2)) as [number, number];
  const nodeAt = (number: string) => nodes[Number(number) - 1]!;
  const text = example('haproxy.cfg')
    .replace('127.0.0.1:5000', `127.0.0.1:${writePort}`)
    .replace('127.0.0.1:5001', `127.0.0.1:${readPort}`)
    .replaceAll(/ db(\d):5432 check port 8008/g, (_line, number: string) => ` 127.0.0.1:${nodeAt(number).postgresPort} check port ${nodeAt(number).restPort}`);
  const file = writeFor(user, join(folder, 'haproxy.cfg'), text);
  StartedProcess.start('haproxy', '/usr/sbin/haproxy', ['-db', '-f', file], { log: join(folder, 'haproxy.log'), user });
  return { writePort, readPort };
}

/** Writes an authority, `ca.pem`, and what it issued to a server, `server.pem` with `server.key`, and another authority that nobody knows, `other-ca.pem`. */
export function makeCertificates(folder: string, user: SystemUser | undefined, names: string): void {
  for (const authority of ['ca', 'other-ca']) makeAuthority(folder, authority);
  issue(folder, SERVER, 'localhost', 'ca', { names });
  for (const file of [`${SERVER}.pem`, `${SERVER}.key`]) {
    chmodSync(join(folder, file), 0o600);
    if (user) chownSync(join(folder, file), user.uid, user.gid);
  }
}

/** Gives sessions away after each transaction; it knows the servers by their certificates. */
export async function startPooler({ writePort, readPort }: { readonly writePort: number; readonly readPort: number }, folder: string, user: SystemUser | undefined, { host = 'localhost', authority = 'ca.pem' } = {}): Promise<number> {
  const [port] = (await freePorts(1)) as [number];
  const people = writeFor(user, join(folder, 'userlist.txt'), `"fahrplan" "${PASSWORD}"\n`);
  const text = example('pgbouncer.ini')
    .replace('host=fahrplan-database port=5000', `host=${host} port=${writePort}`)
    .replace('host=fahrplan-database port=5001', `host=${host} port=${readPort}`)
    .replace('listen_port = 6432', `listen_port = ${port}`)
    .replace('/etc/pgbouncer/userlist.txt', people)
    .replace('/etc/ssl/postgresql/ca.pem', join(folder, authority))
    .replaceAll(/^(logfile|pidfile) = .*\n/gm, '');
  const file = writeFor(user, join(folder, `pgbouncer-${port}.ini`), text);
  StartedProcess.start('pgbouncer', '/usr/sbin/pgbouncer', [file], { log: join(folder, `pgbouncer-${port}.log`), user });
  return port;
}
