// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { appendFile, chown, cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../apps/api/src/platform/database/embedded-postgres.js';

/** One of two servers of which one follows the other. */
export interface ReplicatedServer {
  /** As it stands in an address, without the user. */
  readonly host: string;
  readonly url: string;
  query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface ReplicatedDatabase {
  readonly primary: ReplicatedServer;
  readonly replica: ReplicatedServer;
  /** Waits until the replica has all of the primary. */
  inStep(): Promise<void>;
  close(): Promise<void>;
}

/** Two servers of the test's own, the second one a streaming replica of the first. */
export async function openReplicatedDatabase(): Promise<ReplicatedDatabase> {
  const folders = [await mkdtemp(join(tmpdir(), 'fahrplan-first-')), await mkdtemp(join(tmpdir(), 'fahrplan-second-'))] as const;
  const first = await openEmbeddedPostgres(folders[0]);
  const { host } = first.connection;
  await first.close();
  const data = join(folders[1], 'postgres');
  await cp(join(folders[0], 'postgres'), data, { recursive: true, preserveTimestamps: true });
  await writeFile(join(data, 'standby.signal'), '');
  await appendFile(join(data, 'postgresql.auto.conf'), `primary_conninfo = 'host=${host} port=5432 user=fahrplan application_name=second'\n`);
  await ownAll(data, (await stat(join(folders[0], 'postgres'))).uid);
  const primary = await serverIn(folders[0]);
  const replica = await serverIn(folders[1]);
  const inStep = async () => {
    const [position] = await primary.query<{ at: string }>('SELECT pg_current_wal_flush_lsn() AS at');
    for (let look = 0; look < 500; look++) {
      const [reached] = await replica.query<{ has: boolean | null }>(`SELECT pg_last_wal_replay_lsn() >= '${position!.at}' AS has`);
      if (reached?.has) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the replica does not follow');
  };
  const close = async () => {
    for (const server of [replica, primary]) await server.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  };
  return { primary, replica, inStep, close };
}

async function ownAll(folder: string, uid: number): Promise<void> {
  if (process.getuid?.() !== 0) return;
  for (const entry of ['', ...(await readdir(folder, { recursive: true }))]) await chown(join(folder, entry), uid, uid);
}

async function serverIn(folder: string): Promise<ReplicatedServer> {
  let server: EmbeddedPostgres | null = null;
  const start = async () => {
    server ??= await openEmbeddedPostgres(folder);
  };
  const stop = async () => {
    await server?.close();
    server = null;
  };
  await start();
  const { connection } = server as unknown as EmbeddedPostgres;
  const host = `${encodeURIComponent(connection.host)}:${connection.port}`;
  const query = async <Row extends pg.QueryResultRow>(sql: string) => {
    const client = new pg.Client(connection);
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  return { host, url: `postgres://${connection.user}@${host}/${connection.database}`, query, start, stop };
}
