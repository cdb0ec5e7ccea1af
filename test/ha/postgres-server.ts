// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartedProcess, until, type SystemUser } from './started-process.js';

/** Of everybody here; nothing leaves this machine. */
export const PASSWORD = 'only-on-loopback';

/** Folder of the newest PostgreSQL that Debian's packages installed; null where there is none. */
export function postgresBinaries(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).filter((version) => existsSync(join(root, version, 'bin/postgres'))) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(root, newest, 'bin');
}

/** Where a server stands. */
export interface Place {
  readonly host: string;
  /** Who may come. */
  readonly visitors: string;
  /** The command that starts something there, as this user. */
  wrap(command: string, options: readonly string[], user: SystemUser | undefined): { readonly command: string; readonly options: readonly string[]; readonly user: SystemUser | undefined };
}

const HERE: Place = { host: '127.0.0.1', visitors: '127.0.0.1/32', wrap: (command, options, user) => ({ command, options, user }) };

/** What every one of the servers is told. */
const SETTINGS: Readonly<Record<string, string>> = { unix_socket_directories: '', max_connections: '120', shared_buffers: '128MB', wal_level: 'replica', hot_standby: 'on', wal_keep_size: '256MB', jit: 'off' };

/** A PostgreSQL server of Debian's, on loopback where nothing else is said. */
export class PostgresServer {
  private process: StartedProcess | null = null;

  constructor(
    readonly name: string,
    readonly port: number,
    private readonly folder: string,
    private readonly user: SystemUser | undefined,
    private readonly place = HERE,
  ) {}

  /** As it stands in an address. */
  get at(): string {
    return `${this.place.host}:${this.port}`;
  }

  private get data(): string {
    return join(this.folder, this.name);
  }

  /** Makes a new one, with the role and the database of the program. */
  initialise(): void {
    const passwords = join(this.folder, 'password');
    writeFileSync(passwords, PASSWORD);
    this.run('initdb', ['-D', this.data, '--username', 'postgres', '--auth', 'scram-sha-256', '--pwfile', passwords, '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-instructions']);
    writeFileSync(join(this.data, 'pg_hba.conf'), `host all all ${this.place.visitors} scram-sha-256\nhost replication all ${this.place.visitors} scram-sha-256\n`);
  }

  /** Copies another one, to follow it. */
  copyFrom(primary: PostgresServer): void {
    mkdirSync(this.data, { mode: 0o700 });
    if (this.user) chownSync(this.data, this.user.uid, this.user.gid);
    const from = `host=${primary.place.host} port=${primary.port} user=postgres password=${PASSWORD} application_name=${this.name}`;
    this.run('pg_basebackup', ['-D', this.data, '-d', from, '-X', 'stream', '-R', '-c', 'fast']);
  }

  /** Takes whoever comes with a password by TLS alone; the superuser, as whom the trial asks, also without. */
  askForTls(certificate: string, key: string): void {
    const { visitors } = this.place;
    writeFileSync(join(this.data, 'pg_hba.conf'), `host all postgres ${visitors} scram-sha-256\nhostssl all all ${visitors} scram-sha-256\n`);
    appendFileSync(join(this.data, 'postgresql.conf'), `ssl = on\nssl_cert_file = '${certificate}'\nssl_key_file = '${key}'\n`);
  }

  async start(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const settings = { ...SETTINGS, listen_addresses: this.place.host, port: String(this.port), ...more };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const there = this.place.wrap(join(postgresBinaries()!, 'postgres'), ['-D', this.data, ...options], this.user);
    this.process = StartedProcess.start(this.name, there.command, there.options, { log: `${this.data}.log`, user: there.user });
    const { process } = this;
    await until(`${this.name} takes connections`, () => {
      if (!process.isRunning) throw new Error(process.lastLines());
      return this.query('SELECT 1').then(() => true);
    });
  }

  async kill(): Promise<void> {
    this.process!.kill();
    await this.process!.end('SIGKILL'); // another one may take its place only once it is gone
  }

  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = [], database = 'postgres'): Promise<Row[]> {
    return queryAt<Row>(`postgres://postgres:${PASSWORD}@${this.at}/${database}`, sql, values);
  }

  private run(command: string, options: readonly string[]): void {
    const { status, stderr } = spawnSync(join(postgresBinaries()!, command), options, { cwd: '/', encoding: 'utf8', ...this.user });
    if (status !== 0) throw new Error(`${command}: ${stderr}`);
  }
}

export async function queryAt<Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined); // told by the statement that runs
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
