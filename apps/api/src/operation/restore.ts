// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import { migrations } from '../../../../database/migrations.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase, withOwner, type DatabaseSettings } from '../platform/database/open-database.js';
import { ProblemError } from '../platform/problem-error.js';
import { readFrames, type BackupHeader } from './backup-file.js';

const headerForm = z.object({
  format: z.literal('fahrplan-backup'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  partitions: z.array(z.object({ name: z.string().regex(/^[a-z_]+_\d+$/), of: z.string().regex(/^[a-z_]+$/), bound: z.string().regex(/^FOR VALUES IN \('?\d+'?\)$/) })),
});
const tableForm = z.object({
  table: z.string(),
  columns: z.array(z.string()).min(1),
  sequences: z.record(z.string(), z.object({ last: z.string().regex(/^\d{1,18}$/), isUsed: z.boolean() })),
});

/** Jobs that had not ended: their files and their place in the queue are not part of a backup. */
const OPEN_JOBS_END = `UPDATE job SET status = 'CANCELLED', finished_at = now(), message = 'The backup was made while this job was open; start it again.',
  message_de = 'Die Sicherung entstand, während dieser Auftrag offen war; starten Sie ihn erneut.' WHERE status IN ('QUEUED', 'RUNNING')`;

export interface Restored {
  readonly createdAt: string;
  readonly tables: number;
  /** Migrations that were made up for, because the backup is older than the program. */
  readonly migrated: readonly string[];
}

/**
 * Puts a backup into an empty database, as a whole or not at all. The file is read once to its end before anything is written. A backup of an older program is
 * put into the schema it was made from, and then brought to today's: also one of a database that got its migrations in another order, because some of them landed late.
 *
 * @throws ProblemError where the file is damaged or of a newer program, or the database is not empty
 */
export async function restore(config: DatabaseSettings, file: string): Promise<Restored> {
  const header = await checkFile(file);
  const database = await openDatabase(config);
  try {
    const tables = await withOwner(database, (owner) => putIn(owner, header, file));
    return { createdAt: header.createdAt, tables, migrated: (await migrate(database)).ran };
  } finally {
    await database.close();
  }
}

/** As a whole or not at all; the number of tables. */
async function putIn(owner: DataSource, header: BackupHeader, file: string): Promise<number> {
  const runner = owner.createQueryRunner();
  try {
    await runner.connect();
    await runner.startTransaction();
    await refuseFull(runner);
    await makeSchema(runner, header);
    const tables = await fill(runner, file);
    await runner.query(OPEN_JOBS_END);
    await runner.commitTransaction();
    return tables;
  } catch (failure) {
    await runner.rollbackTransaction().catch(() => undefined); // the connection may be what failed
    throw failure;
  } finally {
    await runner.release();
  }
}

/** Reads the whole file, and says what it holds. */
async function checkFile(file: string): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  for await (const frame of readFrames(file)) {
    if (header !== undefined) continue;
    const parsed = headerForm.safeParse(frame.kind === 'document' ? frame.document : null);
    if (!parsed.success) throw new ProblemError({ code: 'OPERATION.BACKUP_OF_OTHER_KIND', file });
    const unknown = parsed.data.migrations.find((name) => !migrations.some((migration) => migration.name === name));
    if (unknown !== undefined) throw new ProblemError({ code: 'OPERATION.BACKUP_OF_OTHER_VERSION', file, migration: unknown });
    header = parsed.data;
  }
  if (header === undefined) throw new ProblemError({ code: 'OPERATION.BACKUP_OF_OTHER_KIND', file });
  return header;
}

async function refuseFull(runner: QueryRunner): Promise<void> {
  const [{ tables }] = await runner.query("SELECT count(*)::int AS tables FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')");
  if (tables > 0) throw new ProblemError({ code: 'OPERATION.DATABASE_NOT_EMPTY', tables });
}

/** The schema that the backup was made from: its migrations in the order in which they ran there, which need not be ours, and its partitions. What is missing of ours comes afterwards. */
async function makeSchema(runner: QueryRunner, { migrations: names, partitions }: BackupHeader): Promise<void> {
  const executor = new MigrationExecutor(runner.connection, runner);
  const known = new Map((await executor.getPendingMigrations()).map((migration) => [migration.name, migration]));
  for (const name of new Set(names)) await executor.executeMigration(known.get(name)!);
  for (const { name, of, bound } of partitions) await runner.query(`CREATE TABLE ${pg.escapeIdentifier(name)} PARTITION OF ${pg.escapeIdentifier(of)} ${bound}`);
}

/** Rows are put in without the triggers that would write more, and before the references between tables, which check them all at the end. */
async function fill(runner: QueryRunner, file: string): Promise<number> {
  const references: { table: string; name: string; definition: string }[] = await runner.query(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f' AND conparentid = 0`,
  );
  const tables: { table: string }[] = await runner.query("SELECT oid::regclass::text AS table FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'migration' ORDER BY 1");
  for (const { table, name } of references) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`);
  for (const { table } of tables) await runner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const { table } of tables) await runner.query(`DELETE FROM ${table}`); // what migrations put there
  const filled = await copyAll(runner, file);
  for (const { table } of tables) await runner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of references) await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`);
  await runner.query('ANALYZE');
  return filled;
}

async function copyAll(runner: QueryRunner, file: string): Promise<number> {
  const client = (await runner.connect()) as pg.PoolClient;
  const damaged = (reason: string) => new ProblemError({ code: 'OPERATION.BACKUP_DAMAGED', file, reason });
  const frames = readFrames(file);
  let filled = 0;
  try {
    await frames.next(); // the header
    let frame = await frames.next();
    const rows = async function* () {
      for (frame = await frames.next(); !frame.done && frame.value.kind === 'rows'; frame = await frames.next()) yield frame.value.rows;
    };
    for (; !frame.done; filled++) {
      if (frame.value.kind === 'rows') throw damaged('rows without a table');
      const parsed = tableForm.safeParse(frame.value.document);
      if (!parsed.success) throw damaged('a table is not described');
      const { table, columns, sequences } = parsed.data;
      for (const [column, { last, isUsed }] of Object.entries(sequences)) {
        await runner.query('SELECT setval(pg_get_serial_sequence($1, $2), $3::bigint, $4)', [pg.escapeIdentifier(table), column, last, isUsed]);
      }
      await pipeline(rows, client.query(copyFrom(`COPY ${pg.escapeIdentifier(table)} (${columns.map((name) => pg.escapeIdentifier(name)).join(', ')}) FROM STDIN`)));
    }
  } finally {
    await frames.return(undefined);
  }
  return filled;
}
