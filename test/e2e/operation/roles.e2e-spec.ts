// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { backUp } from '../../../apps/api/src/operation/back-up.js';
import { bringUpToDate } from '../../../apps/api/src/operation/bring-up-to-date.js';
import { examine } from '../../../apps/api/src/operation/doctor.js';
import { restore } from '../../../apps/api/src/operation/restore.js';
import { openEmbeddedPostgres } from '../../../apps/api/src/platform/database/embedded-postgres.js';
import { migrateOrCheck } from '../../../apps/api/src/platform/database/migrate.js';
import { openDatabase, type DatabaseSettings } from '../../../apps/api/src/platform/database/open-database.js';
import { migrations } from '../../../database/migrations.js';
import { makeOlder, migrationsUpTo } from '../../support/older-database.js';
import { ProgramProcess } from '../../support/program-process.js';
import { openSharedDatabase, type SharedDatabase } from '../../support/shared-database.js';

/** The newest migration before there were two roles. */
const BEFORE = 'KeepIdTokens1765060000001';
const INVENTORY = 'Rechner;Software;Version\npc-1;Firefox;128\npc-1;Firefox;128\npc-2;LibreOffice;24.2\n';

let server: SharedDatabase;
let dataFolder: string;

beforeAll(async () => {
  server = await openSharedDatabase();
  dataFolder = await mkdtemp(join(tmpdir(), 'fahrplan-roles-'));
  await server.client.query('CREATE ROLE amt_owner LOGIN; CREATE ROLE amt LOGIN');
}, 120_000);
afterAll(async () => {
  await server.close();
  await rm(dataFolder, { recursive: true, force: true });
});

/** Addresses of a new database, with two roles. */
async function makeDatabase(name: string): Promise<{ readonly databaseUrl: string; readonly databaseAdminUrl: string }> {
  await server.client.query(`CREATE DATABASE ${name} OWNER amt_owner`);
  const as = (role: string) => server.url.replace(/\/\/\w+@/, `//${role}@`).replace(/\/fahrplan\?/, `/${name}?`);
  return { databaseUrl: as('amt'), databaseAdminUrl: as('amt_owner') };
}

/** What a process does with the database before it serves. */
async function serve(settings: DatabaseSettings): Promise<void> {
  const database = await openDatabase(settings);
  await migrateOrCheck(database).finally(() => database.close());
}

async function problemOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (failure: { problem?: unknown }) => failure.problem ?? failure,
  );
}

async function asked<Row extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a database with two roles', () => {
  it('is migrated by its owner alone; the program says what is to be run, and works with its own rights afterwards', async () => {
    const { databaseUrl, databaseAdminUrl } = await makeDatabase('two_roles');
    expect(await problemOf(serve({ databaseUrl, dataFolder }))).toMatchObject({ code: 'PLATFORM.MIGRATIONS_PENDING', role: 'amt', count: migrations.length + 1 });
    expect(await problemOf(serve({ databaseUrl, databaseAdminUrl, dataFolder }))).toMatchObject({ code: 'PLATFORM.MIGRATIONS_PENDING' }); // who serves does not migrate
    expect(await problemOf(serve({ databaseUrl: databaseAdminUrl, databaseAdminUrl, dataFolder }))).toMatchObject({ code: 'PLATFORM.MIGRATIONS_PENDING' });
    expect(await problemOf(bringUpToDate({ databaseUrl, dataFolder }))).toMatchObject({ code: 'PLATFORM.OWNER_NEEDED', role: 'amt' });
    expect(await bringUpToDate({ databaseUrl, databaseAdminUrl, dataFolder })).toEqual({ ran: migrations.map(({ name }) => name), role: 'amt', isSeparate: true });
    expect(await bringUpToDate({ databaseUrl, databaseAdminUrl, dataFolder })).toEqual({ ran: [], role: 'amt', isSeparate: true });
    const program = await ProgramProcess.start(dataFolder, { DATABASE_URL: databaseUrl });
    expect(await program.import('erste', INVENTORY)).toMatchObject({ status: 'DONE' });
    expect(await program.import('erste', `${INVENTORY}pc-3;Firefox;128\n`)).toMatchObject({ status: 'DONE' });
    expect(program.complaints).toEqual([]);
    await program.stop();
    expect(await asked(databaseUrl, 'SELECT count(*)::int AS rows FROM installation')).toEqual([{ rows: 3 }]);
    expect(await asked(databaseAdminUrl, "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname IN ('public', 'job_queue')")).toEqual([{ tableowner: 'amt_owner' }]);
    const checks = await examine({ DATABASE_URL: databaseUrl, FAHRPLAN_DATA: dataFolder });
    expect(checks.filter(({ problem, warning }) => problem !== null || warning !== undefined)).toEqual([]);
  }, 240_000);

  it('is filled from a backup by its owner, after which the program has its rights', async () => {
    const from = await makeDatabase('saved');
    await bringUpToDate({ ...from, dataFolder });
    await asked(from.databaseUrl, "INSERT INTO source (name) VALUES ('erste'); SELECT open_installations(1, 1); SELECT attach_installations(1); INSERT INTO audit_entry (actor_id, operation, entity, entity_id) VALUES (1, 'x', 'X', '1')");
    const file = join(dataFolder, 'saved.fahrplan');
    await backUp({ databaseUrl: from.databaseUrl, dataFolder }, file, new Date());
    const to = await makeDatabase('restored');
    expect(await problemOf(restore({ databaseUrl: to.databaseUrl, dataFolder }, file))).toMatchObject({ code: 'PLATFORM.OWNER_NEEDED' });
    await restore({ ...to, dataFolder }, file);
    expect(await asked(to.databaseUrl, 'SELECT (SELECT count(*)::int FROM audit_chain) AS links, (SELECT count(*)::int FROM installation_1) AS rows')).toEqual([{ links: 1, rows: 0 }]);
    expect((await examine({ DATABASE_URL: to.databaseUrl, FAHRPLAN_DATA: dataFolder })).filter(({ problem }) => problem !== null)).toEqual([]);
  }, 120_000);

  it('refuses addresses that do not separate them, or lead elsewhere', async () => {
    const { databaseUrl, databaseAdminUrl } = await makeDatabase('mixed_up');
    const other = await makeDatabase('elsewhere');
    expect(await problemOf(bringUpToDate({ databaseUrl: databaseAdminUrl, databaseAdminUrl, dataFolder }))).toMatchObject({ code: 'PLATFORM.ROLES_NOT_SEPARATED', role: 'amt_owner' });
    expect(await problemOf(bringUpToDate({ databaseUrl, databaseAdminUrl: other.databaseAdminUrl, dataFolder }))).toMatchObject({ code: 'PLATFORM.ADMIN_DATABASE_FOREIGN' });
    expect(await problemOf(bringUpToDate({ databaseUrl, databaseAdminUrl: databaseAdminUrl.replace('amt_owner', 'nobody_here'), dataFolder }))).toMatchObject({ code: 'PLATFORM.DATABASE_UNREACHABLE', variable: 'DATABASE_ADMIN_URL' });
    await server.client.query('GRANT amt_owner TO amt');
    expect(await problemOf(bringUpToDate({ databaseUrl, databaseAdminUrl, dataFolder }))).toMatchObject({ code: 'PLATFORM.ROLES_NOT_SEPARATED', role: 'amt' });
    await server.client.query('REVOKE amt_owner FROM amt');
  }, 60_000);

  it('takes rights away that were given beside', async () => {
    const { databaseUrl, databaseAdminUrl } = await makeDatabase('too_much');
    await bringUpToDate({ databaseUrl, databaseAdminUrl, dataFolder });
    await asked(databaseAdminUrl, 'GRANT ALL ON ALL TABLES IN SCHEMA public TO amt; GRANT SELECT ON access_token TO PUBLIC; GRANT CREATE ON SCHEMA public TO PUBLIC; GRANT EXECUTE ON FUNCTION analyze_names(text) TO PUBLIC; REVOKE INSERT ON host FROM amt');
    await bringUpToDate({ databaseUrl, databaseAdminUrl, dataFolder });
    expect((await examine({ DATABASE_URL: databaseUrl, FAHRPLAN_DATA: dataFolder })).find(({ check }) => check === 'role')).toMatchObject({ problem: null, facts: { isSeparate: true } });
  }, 60_000);
});

describe('a database with one role', () => {
  it('goes on working, and the examination says what could be better', async () => {
    const { databaseAdminUrl: databaseUrl } = await makeDatabase('one_role');
    await serve({ databaseUrl, dataFolder });
    await asked(databaseUrl, "INSERT INTO source (name) VALUES ('erste'); SELECT open_installations(1, 1); SELECT attach_installations(1); SELECT analyze_names('host')");
    const checks = await examine({ DATABASE_URL: databaseUrl, FAHRPLAN_DATA: dataFolder });
    expect(checks.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(checks.find(({ check }) => check === 'role')).toMatchObject({ warning: { code: 'OPERATION.ROLES_NOT_SEPARATED', role: 'amt_owner' } });
  }, 120_000);
});

describe('a data folder of an older version', () => {
  it('lets the program’s role in at once, so that it can be backed up before the start that migrates it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fahrplan-older-'));
    const older = await openEmbeddedPostgres(folder, 'fast');
    try {
      await makeOlder(older.connection, migrationsUpTo(BEFORE));
      expect(await backUp({ databaseUrl: undefined, dataFolder: folder }, join(folder, 'before.fahrplan'), new Date())).toMatchObject({ anchor: null });
      expect(await bringUpToDate({ databaseUrl: undefined, dataFolder: folder })).toEqual({ ran: migrations.map(({ name }) => name).slice(migrationsUpTo(BEFORE).length), role: 'fahrplan_program', isSeparate: true });
      expect((await examine({ FAHRPLAN_DATA: folder })).filter(({ problem }) => problem !== null)).toEqual([]);
    } finally {
      await older.close();
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
