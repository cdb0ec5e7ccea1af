// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chown, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ProblemError } from '../problem-error.js';
import { findBinaries, type PostgresBinaries } from './postgres-binaries.js';

/** "nobody": the unprivileged user under which the server runs when the program itself is started as root. */
const NOBODY = 65_534;
const PORT = 5432; // only names the socket file
const SUPERUSER = 'fahrplan';
/** Under which the program itself works; the superuser only makes and changes tables. */
export const PROGRAM_ROLE = 'fahrplan_program';
/** Held in shared mode by every process that uses the server; whoever gets it alone may stop the server. */
const USERS_LOCK = 0x4661_6872;
const START_TRIES = 8;
const LONGEST_REVIVAL_MS = 60_000;

/** A PostgreSQL server of our own, in use by this process. */
export interface EmbeddedPostgres {
  /** Connection settings of its superuser, as `pg` takes them. */
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string };
  /** False where a running server was adopted. */
  readonly wasStarted: boolean;
  /** True where the data folder was made just now. */
  readonly isNew: boolean;
  /** Leaves the server; stops it where no other process uses it. */
  close(): Promise<void>;
}

/** Settings beside PostgreSQL's own defaults; `fast` gives up durability and is for tests that throw the data away. */
export type Durability = 'safe' | 'fast';

/**
 * Brings up the embedded PostgreSQL on `<folder>/postgres`, or adopts the one that already runs there (another process of ours, or one that a
 * killed process left behind). Any number of processes may call this on one folder: PostgreSQL's own lock file decides who starts it.
 */
export async function openEmbeddedPostgres(folder: string, durability: Durability = 'safe'): Promise<EmbeddedPostgres> {
  const cluster = await prepareFolder(folder);
  const binaries = await findBinaries(cluster.uid);
  const isNew = await initialise(cluster, binaries);
  await checkVersion(cluster, binaries);
  let wasStarted = false;
  for (let attempt = 1; attempt <= START_TRIES; attempt++) {
    const member = await enter(cluster);
    if (member) return { connection: connectionTo(cluster), wasStarted, isNew, close: keepRunning(cluster, binaries, durability, member) };
    if (attempt > 1) await sleep(50 * attempt); // what is left of a killed server goes by itself
    wasStarted = (await start(cluster, binaries, durability)) || wasStarted;
  }
  throw new ProblemError({ code: 'PLATFORM.DATABASE_DID_NOT_START', log: cluster.log, tail: await tailOf(cluster.log) });
}

/**
 * Brings the server up again when it dies under this process (killed for want of memory, for instance). Whoever is connected notices and connects anew; committed data
 * are safe.
 *
 * @returns how this process leaves the server
 */
function keepRunning(cluster: Cluster, binaries: PostgresBinaries, durability: Durability, first: pg.Client): () => Promise<void> {
  let member = first;
  let hasLeft = false;
  const revive = async () => {
    const deadline = Date.now() + LONGEST_REVIVAL_MS;
    while (!hasLeft && Date.now() < deadline) {
      const again = await enter(cluster);
      if (again !== null) return watch(again);
      await start(cluster, binaries, durability).catch(() => false);
      await sleep(100); // what is left of the old one goes by itself
    }
  };
  const watch = (client: pg.Client) => {
    member = client;
    client.once('end', () => void (hasLeft ? undefined : revive()));
  };
  watch(first);
  return async () => {
    hasLeft = true;
    await leave(cluster, member);
  };
}

interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly socketFolder: string;
  /** Set when started as root. */
  readonly uid: number | undefined;
}

async function prepareFolder(folder: string): Promise<Cluster> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (failure) {
    throw new ProblemError({ code: 'PLATFORM.DATA_FOLDER_UNUSABLE', folder, reason: (failure as Error).message });
  }
  const uid = process.getuid?.() === 0 ? NOBODY : undefined;
  // Socket paths are limited to 107 bytes, data folders are not: the socket lives in a folder of its own, open to the server's user alone.
  const { dev, ino } = await stat(folder);
  const name = createHash('sha256').update(`${dev}:${ino}:${folder}`).digest('hex').slice(0, 16);
  const socketFolder = join(tmpdir(), `fahrplan-${name}`);
  await mkdir(socketFolder, { mode: 0o700 }).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EEXIST') throw failure;
  });
  if (uid !== undefined) await chown(socketFolder, uid, uid);
  const owner = await stat(socketFolder);
  if (owner.uid !== (uid ?? process.getuid?.() ?? owner.uid) || (owner.mode & 0o077) !== 0) {
    throw new ProblemError({ code: 'PLATFORM.DATA_FOLDER_UNUSABLE', folder: socketFolder, reason: 'owned by another user' });
  }
  return { folder, data: join(folder, 'postgres'), log: join(folder, 'postgres.log'), socketFolder, uid };
}

function connectionTo(cluster: Cluster) {
  return { host: cluster.socketFolder, port: PORT, user: SUPERUSER, database: 'fahrplan' };
}

/** Makes the data folder if there is none. It is made beside and then renamed, so that a killed start leaves no half of one. */
async function initialise(cluster: Cluster, binaries: PostgresBinaries): Promise<boolean> {
  if (await exists(join(cluster.data, 'PG_VERSION'))) return false;
  const draft = `${cluster.data}.${randomUUID()}`;
  try {
    await mkdir(draft, { mode: 0o700 });
    if (cluster.uid !== undefined) await chown(draft, cluster.uid, cluster.uid);
  } catch (failure) {
    throw new ProblemError({ code: 'PLATFORM.DATA_FOLDER_UNUSABLE', folder: cluster.folder, reason: (failure as Error).message });
  }
  const made = await run(cluster, binaries.initdb, draft, ['--username', SUPERUSER, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-instructions']);
  if (made.exitCode !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new ProblemError({ code: 'PLATFORM.DATABASE_DID_NOT_START', log: cluster.log, tail: await tailOf(cluster.log) });
  }
  try {
    await rename(draft, cluster.data);
    return true;
  } catch (failure) {
    await rm(draft, { recursive: true, force: true });
    if (await exists(join(cluster.data, 'PG_VERSION'))) return false; // another process was first
    throw failure;
  }
}

async function checkVersion(cluster: Cluster, binaries: PostgresBinaries): Promise<void> {
  const found = Number.parseInt(await readFile(join(cluster.data, 'PG_VERSION'), 'utf8'), 10);
  if (found !== binaries.major) {
    throw new ProblemError({ code: 'PLATFORM.DATA_FOLDER_OF_OTHER_VERSION', folder: cluster.data, found, expected: binaries.major });
  }
}

/** Starts the server and waits until it takes connections. False where it gave up, for instance because another process was first. */
async function start(cluster: Cluster, binaries: PostgresBinaries, durability: Durability): Promise<boolean> {
  const settings: Record<string, string> = {
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: cluster.socketFolder,
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    max_connections: '60',
    jit: 'off',
    ...(durability === 'fast' ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const server = await run(cluster, binaries.postgres, cluster.data, Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]), 'leave running');
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && server.process.exitCode === null) {
    if (await accepts(cluster)) return true;
    await sleep(25);
  }
  return false;
}

async function accepts(cluster: Cluster): Promise<boolean> {
  const client = new pg.Client({ ...connectionTo(cluster), database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Enters the circle of the server's users; null where no server answers. */
async function enter(cluster: Cluster): Promise<pg.Client | null> {
  const client = new pg.Client({ ...connectionTo(cluster), database: 'postgres' });
  client.on('error', () => undefined); // noticed by whoever runs the next statement
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [USERS_LOCK]);
    const { rows } = await client.query<{ role: boolean; database: boolean }>("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role, EXISTS (SELECT FROM pg_database WHERE datname = 'fahrplan') AS database", [PROGRAM_ROLE]);
    if (!rows[0]!.role) await makeOnce(client, `CREATE ROLE ${PROGRAM_ROLE} LOGIN`);
    if (!rows[0]!.database) await makeOnce(client, 'CREATE DATABASE fahrplan');
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

/** Makes what another process may be making as well. */
async function makeOnce(client: pg.Client, statement: string): Promise<void> {
  await client.query(statement).catch((failure: pg.DatabaseError) => {
    if (!['42P04', '42710', '23505'].includes(failure.code ?? '')) throw failure; // another process was first
  });
}

async function leave(cluster: Cluster, member: pg.Client): Promise<void> {
  try {
    await member.query('SELECT pg_advisory_unlock_shared($1)', [USERS_LOCK]);
    const { rows } = await member.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [USERS_LOCK]);
    if (rows[0]?.alone) await stop(cluster);
  } catch {
    // the server is gone already
  } finally {
    await member.end().catch(() => undefined);
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stop(cluster: Cluster): Promise<void> {
  const lockFile = join(cluster.data, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(lockFile, 'utf8').catch(() => ''), 10);
  if (!(pid > 0)) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && isAlive(pid) && (await exists(lockFile))) await sleep(20);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs one of the binaries on a data folder. As root, it runs as "nobody" and is handed the folder as an open file, because that user may not be
 * allowed to walk down to it (a clone in root's home).
 */
async function run(cluster: Cluster, command: string, data: string, options: readonly string[], after: 'wait' | 'leave running' = 'wait') {
  const folder = cluster.uid === undefined ? undefined : await open(data, 'r');
  const log = await open(cluster.log, 'a');
  try {
    const child = spawn(command, ['-D', folder ? '/proc/self/fd/3' : data, ...options], {
      cwd: '/',
      detached: true, // Ctrl-C in the terminal is for us, not for the server
      stdio: ['ignore', log.fd, log.fd, ...(folder ? [folder.fd] : [])],
      env: { LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      ...(cluster.uid === undefined ? {} : { uid: cluster.uid, gid: cluster.uid }),
    });
    const exited = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    if (after === 'wait') return { process: child, exitCode: await exited };
    exited.catch(() => undefined);
    child.unref();
    return { process: child, exitCode: null };
  } finally {
    await log.close();
    await folder?.close();
  }
}

async function tailOf(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-3).join(' | ');
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
