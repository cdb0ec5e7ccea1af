// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { migrate } from './migrate.js';
import { openDatabase, withOwner } from './open-database.js';
import { migrations } from '../../../../../database/migrations.js';

let folder: string;
const opened: EmbeddedPostgres[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-embedded-'));
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<EmbeddedPostgres> {
  const one = await openEmbeddedPostgres(folder, 'fast');
  opened.push(one);
  return one;
}

async function ask(postgres: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client(postgres.connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = async () => Number.parseInt(await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);

describe('the embedded PostgreSQL', () => {
  it('is started by one of those who come at once, serves all, and stops with the last', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    expect([one.wasStarted, other.wasStarted].filter(Boolean)).toHaveLength(1);
    await opened.shift()!.close();
    expect(await ask(opened[0]!, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    await opened.shift()!.close();
    await expect(serverPid()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('recovers on its folder after the server was killed, with everything that was committed', async () => {
    const first = await open();
    await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await ask(first, 'CHECKPOINT');
    process.kill(await serverPid(), 'SIGKILL');
    await opened.shift()!.close();
    expect(await ask(await open(), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('refuses a folder of another major version and says which', async () => {
    await open();
    await opened.shift()!.close();
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '14\n');
    await expect(openEmbeddedPostgres(folder, 'fast')).rejects.toMatchObject({ problem: { code: 'PLATFORM.DATA_FOLDER_OF_OTHER_VERSION', found: 14 } });
  });
});

describe('migrations', () => {
  it('run once, and refuse a database that a newer program wrote', async () => {
    const database = await openDatabase({ databaseUrl: undefined, dataFolder: folder });
    try {
      expect(await migrate(database)).toMatchObject({ ran: expect.arrayContaining([migrations[0]!.name]), isSeparate: true });
      expect(await migrate(database)).toMatchObject({ ran: [] });
      await withOwner(database, (owner) => owner.query("INSERT INTO migration (timestamp, name) VALUES (1, 'FromTheFuture1')"));
      await expect(migrate(database)).rejects.toMatchObject({ problem: { code: 'PLATFORM.DATABASE_NEWER_THAN_PROGRAM', migration: 'FromTheFuture1' } });
    } finally {
      await database.close();
    }
  });
});
