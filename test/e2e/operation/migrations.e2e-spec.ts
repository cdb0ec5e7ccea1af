// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { buildIndex } from '../../../database/build-index.js';
import { blockingChanges, shapeOf, type Ask } from '../../../database/blocking-changes.js';
import { migrations } from '../../../database/migrations.js';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../../apps/api/src/platform/database/embedded-postgres.js';
import { migrate } from '../../../apps/api/src/platform/database/migrate.js';
import { openDatabase } from '../../../apps/api/src/platform/database/open-database.js';
import { FIRST_VERSION, fillFirstVersion } from '../../support/first-version-rows.js';
import { makeOlder, migrationsUpTo } from '../../support/older-database.js';
import { openSharedDatabase } from '../../support/shared-database.js';

/** Tables that hold what people enter one by one, or one row for each thing of the administration's: all of it is looked at in no time. Every other one, and every new one, may be large. */
const SMALL = new Set([
  'access_token', 'actor', 'alternative', 'archetype', 'archetype_assignment', 'catalogue_entry', 'catalogue_layer', 'catalogue_state', 'category', 'compatibility_matrix', 'contract', 'department', 'economics_setting', 'endoflife_cycles',
  'entitlement', 'exemption', 'import', 'job', 'license', 'license_policy', 'license_waiver', 'match_decision', 'match_state', 'own_software', 'plan', 'plan_in_force', 'product', 'product_function', 'product_interface', 'product_migration',
  'product_statement', 'questionnaire', 'release_cycle', 'scenario', 'scoring_model', 'scoring_run', 'scoring_setting', 'source', 'target', 'target_version', 'upload', 'usage_count', 'vendor', 'wave', 'weighing',
]);

/**
 * Migrations that need the program to stand still while they run. Those up to `NameProductsClearly` landed before this was looked at and before anybody had data of theirs; a newer one belongs here only with a reason:
 * for a column that goes, the version since which nothing reads or writes it.
 */
const NEED_STANDSTILL: Readonly<Record<string, readonly string[]>> = {
  KeepHistoryOfImports1764200000001: [
    'INDEX_BUILT installation.installation_pkey',
    'INDEX_BUILT installation_history.installation_history_first',
    'INDEX_BUILT installation_history.installation_history_removed',
    'ROWS_CHANGED host',
    'ROWS_CHECKED host.host_department_import_fk',
    'ROWS_CHECKED host.host_first_import_fk',
    'ROWS_CHECKED register_entry.register_entry_devices_check',
  ],
  KeepMatchDecisions1764300000001: [
    'COLUMN_REQUIRED match_decision.kind',
    'INDEX_BUILT title_match.title_match_component_of_product',
    'INDEX_BUILT title_match.title_match_family',
    'ROWS_CHECKED title_match.title_match_component_of_product_fk',
  ],
  SearchProducts1764400000002: ['COLUMN_GONE product.search'],
  ExtendScoring1764500000001: [
    'COLUMN_GONE candidate_score.explanation',
    'INDEX_BUILT assessment.assessment_archetype',
    'INDEX_BUILT assessment.assessment_day',
    'ROWS_CHANGED candidate_score',
    'ROWS_CHECKED assessment.assessment_alternative_differs',
    'ROWS_CHECKED assessment.assessment_alternative_fk',
    'ROWS_CHECKED assessment.assessment_archetype_fk',
    'ROWS_CHECKED assessment.assessment_questionnaire_fk',
    'ROWS_CHECKED assessment.assessment_subject',
  ],
  MarkUnknownSavings1764600000001: ['ROWS_CHECKED wave_item.wave_item_saving_unknown_because_check'],
};

let folder: string;
let server: EmbeddedPostgres;
let source: DataSource;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-migrations-'));
  server = await openEmbeddedPostgres(folder, 'fast');
  await makeOlder(server.connection, migrationsUpTo(FIRST_VERSION), fillFirstVersion);
  const { host, port, user, database } = server.connection as pg.ClientConfig;
  source = await new DataSource({ type: 'postgres', host, port, username: user, database } as ConstructorParameters<typeof DataSource>[0]).initialize();
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a change does to a program that runs beside it. */
async function blocking(change: (runner: QueryRunner) => Promise<unknown>, isKept: boolean): Promise<readonly string[]> {
  const runner = source.createQueryRunner();
  const ask: Ask = async (sql) => runner.query(sql);
  await runner.startTransaction();
  try {
    const before = await shapeOf(ask);
    await change(runner);
    return blockingChanges(before, await shapeOf(ask), (table) => SMALL.has(table));
  } finally {
    if (isKept) await runner.commitTransaction();
    else await runner.rollbackTransaction();
    await runner.release();
  }
}

describe('a migration', () => {
  it.each<[string, string, readonly string[]]>([
    ['a new table with whatever it has', 'CREATE TABLE new_one (id integer PRIMARY KEY, name text NOT NULL CHECK (name <> \'\')); CREATE INDEX new_one_name ON new_one (name)', []],
    ['a new column that may be empty', 'ALTER TABLE host ADD COLUMN note text', []],
    ['a new column with a value of its own', 'ALTER TABLE host ADD COLUMN note text NOT NULL DEFAULT \'\'', []],
    ['a check that looks at new rows only', 'ALTER TABLE host ADD CONSTRAINT host_note CHECK (name <> \'\') NOT VALID', []],
    ['an index on a small table', 'CREATE INDEX contract_metric ON contract (metric)', []],
    ['a trigger', 'CREATE TRIGGER host_changes BEFORE UPDATE ON host FOR EACH ROW EXECUTE FUNCTION refuse_change()', []],
  ])('may bring %s', async (_, sql, expected) => expect(await blocking((runner) => runner.query(sql), false)).toEqual(expected));

  it.each<[string, string, readonly string[]]>([
    ['takes a table away', 'DROP TABLE import_problem', ['TABLE_GONE import_problem']],
    ['gives a table another name', 'ALTER TABLE exemption RENAME TO waiver', ['TABLE_GONE exemption']],
    ['takes a column away', 'ALTER TABLE department DROP COLUMN users', ['COLUMN_GONE department.users']],
    ['gives a column another name', 'ALTER TABLE department RENAME COLUMN users TO people', ['COLUMN_GONE department.users']],
    ['makes another kind of a column, and writes all rows anew', 'ALTER TABLE contract ALTER COLUMN seats TYPE bigint', ['TABLE_REWRITTEN contract', 'TYPE_CHANGED contract.seats']],
    ['brings a value for each row that has to be computed', 'ALTER TABLE host ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid()', ['TABLE_REWRITTEN host']],
    ['asks for a value that a program of before does not give', "DELETE FROM product_interface; ALTER TABLE product_interface ADD COLUMN why text NOT NULL", ['COLUMN_REQUIRED product_interface.why']],
    ['asks for a value where there was none', "UPDATE department SET users = 0 WHERE users IS NULL; ALTER TABLE department ALTER COLUMN users SET NOT NULL", ['NOT_NULL_SET department.users']],
    ['builds an index on what grows', 'CREATE INDEX host_user ON host (lower(name))', ['INDEX_BUILT host.host_user']],
    ['checks all rows of what grows', "ALTER TABLE title ADD CONSTRAINT title_raw_check CHECK (raw <> '')", ['ROWS_CHECKED title.title_raw_check']],
    ['writes rows of what grows', 'UPDATE host SET department_id = NULL', ['ROWS_CHANGED host']],
  ])('is found out that %s', async (_, sql, expected) => expect(await blocking((runner) => runner.query(sql), false)).toEqual(expected));

  it('lets a program of the version before go on beside it', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const Migration of migrations.slice(migrationsUpTo(FIRST_VERSION).length)) {
      const migration: MigrationInterface = new Migration();
      const isUnlocked = migration.transaction === false; // builds its index without a lock
      const blocked = (await blocking((runner) => migration.up(runner), true)).filter((one) => !isUnlocked || !one.startsWith('INDEX_BUILT'));
      if (blocked.length > 0) found[Migration.name] = blocked;
    }
    expect(found).toEqual(NEED_STANDSTILL);
  }, 60_000);
});

describe('an index on a table that grows', () => {
  const isValid = async (runner: QueryRunner) => (await runner.query("SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass('host_user_name')"))[0]?.valid;

  it('is built while others write the table, also where an earlier attempt was interrupted', async () => {
    const runner = source.createQueryRunner();
    const writer = source.createQueryRunner();
    try {
      for (const attempt of ['first', 'second']) {
        await writer.startTransaction();
        await writer.query("INSERT INTO host (name) VALUES ($1)", [`pc-${attempt}`]);
        const built = buildIndex(runner, 'host_user_name', 'host (user_name)'); // waits for the writer
        await writer.query("UPDATE host SET user_name = 'x' WHERE name = $1", [`pc-${attempt}`]); // who does not wait for it
        await writer.commitTransaction();
        await built;
        expect(await isValid(runner)).toBe(true);
        await runner.query("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'host_user_name'::regclass");
      }
    } finally {
      await runner.query('DROP INDEX IF EXISTS host_user_name');
      await writer.release();
      await runner.release();
    }
  });

  it('is built within the transaction of a restore', async () => {
    const found = await blocking(async (runner) => {
      await buildIndex(runner, 'host_user_name', 'host (user_name)');
      expect(await isValid(runner)).toBe(true);
    }, false);
    expect(found).toEqual(['INDEX_BUILT host.host_user_name']);
  });
});

describe('migrations', () => {
  it('run once where several processes start together, also one that waits for all who look', async () => {
    const shared = await openSharedDatabase();
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl: shared.url, dataFolder: shared.folder })));
    try {
      const ran = (await Promise.all(databases.map(migrate))).map((migrated) => migrated.ran);
      expect(ran.flat().sort()).toEqual(migrations.map(({ name }) => name).sort());
      expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    } finally {
      await Promise.all(databases.map(({ close }) => close()));
      await shared.close();
    }
  }, 60_000);
});
