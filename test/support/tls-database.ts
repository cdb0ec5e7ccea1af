// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../apps/api/src/platform/database/embedded-postgres.js';
import { findBinaries } from '../../apps/api/src/platform/database/postgres-binaries.js';
import { issue, makeAuthority } from './certificates.js';
import { freePort } from './free-ports.js';

const NOBODY = 65_534;
const SETTINGS = { listen_addresses: 'localhost', ssl: 'on', ssl_cert_file: 'server.pem', ssl_key_file: 'server.key', ssl_ca_file: 'ca.pem', fsync: 'off', max_connections: '60' };
/** With the certificate where that is all there is to show, else with the password; never without TLS. */
const HBA = ['local all all trust', 'hostssl all with_certificate all cert', 'hostssl all all all scram-sha-256'];

export const PASSWORD = 'streng:geheim/42';

/** A PostgreSQL server that speaks TLS, and two certification authorities of which it trusts one. */
export interface TlsDatabase {
  /** Where certificates are: `ca.pem`, `other-ca.pem`, `client.pem` with `client.key`, `other-client.pem` with its key. */
  readonly folder: string;
  readonly port: number;
  /** Shows a certificate of its own from now on: one for `localhost`, or one that has expired; or none at all. */
  shows(what: 'valid' | 'expired' | 'nothing'): Promise<void>;
  query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openTlsDatabase(): Promise<TlsDatabase> {
  const uid = process.getuid?.() === 0 ? NOBODY : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'fahrplan-tls-'));
  chmodSync(folder, 0o755);
  const first = await openEmbeddedPostgres(folder, 'fast');
  const admin = new pg.Client(first.connection);
  await admin.connect();
  await admin.query(`ALTER ROLE fahrplan PASSWORD '${PASSWORD}'; CREATE ROLE with_certificate SUPERUSER LOGIN`);
  await admin.end();
  await first.close();
  for (const name of ['ca', 'other-ca']) makeAuthority(folder, name);
  issue(folder, 'valid', 'localhost', 'ca');
  issue(folder, 'expired', 'localhost', 'ca', { validity: ['-startdate', '20200101000000Z', '-enddate', '20200201000000Z'] });
  issue(folder, 'client', 'with_certificate', 'ca');
  issue(folder, 'other-client', 'with_certificate', 'other-ca');

  const data = join(folder, 'postgres');
  const put = (from: string, to: string) => {
    copyFileSync(join(folder, from), join(data, to));
    chmodSync(join(data, to), 0o600);
    if (uid !== undefined) chownSync(join(data, to), uid, uid);
  };
  const sockets = join(folder, 'sockets');
  mkdirSync(sockets);
  if (uid !== undefined) chownSync(sockets, uid, uid);
  const port = await freePort('localhost');
  put('ca.pem', 'ca.pem');
  for (const ending of ['pem', 'key']) put(`valid.${ending}`, `server.${ending}`);
  writeFileSync(join(data, 'pg_hba.conf'), `${HBA.join('\n')}\n`);
  writeFileSync(join(data, 'postgresql.conf'), Object.entries({ ...SETTINGS, port, unix_socket_directories: sockets }).map(([name, value]) => `${name} = '${value}'\n`).join(''));
  const { postgres } = await findBinaries(uid);
  const server = spawn(postgres, ['-D', data], { cwd: '/', stdio: 'ignore', env: { LC_ALL: 'C.UTF-8' }, ...(uid === undefined ? {} : { uid, gid: uid }) });

  const query = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => {
    const client = new pg.Client({ host: sockets, port, user: 'fahrplan', database: 'fahrplan' });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const until = async (isSo: () => Promise<boolean>) => {
    for (let look = 0; look < 300; look++) {
      if (await isSo().catch(() => false)) return;
      await sleep(50);
    }
    throw new Error('the server does not come to what it should show');
  };
  await until(async () => (await query('SELECT 1')).length === 1);
  const shows: TlsDatabase['shows'] = async (what) => {
    if (what !== 'nothing') for (const ending of ['pem', 'key']) put(`${what}.${ending}`, `server.${ending}`);
    const [before] = await query<{ at: string }>('SELECT pg_conf_load_time()::text AS at');
    await query(`ALTER SYSTEM SET ssl = ${what === 'nothing' ? 'off' : 'on'}`);
    await query('SELECT pg_reload_conf()');
    await until(async () => (await query<{ at: string }>('SELECT pg_conf_load_time()::text AS at'))[0]!.at !== before!.at);
  };
  const close = async () => {
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, port, shows, query, close };
}
