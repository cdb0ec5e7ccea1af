// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import type { Problem } from '#kernel';
import { ProblemError } from '../problem-error.js';
import { oneAtATime, withOwner, type OpenDatabase } from './open-database.js';
import { setRights, standingOf, type Query } from './program-role.js';
import { migrations } from '../../../../../database/migrations.js';

/** Held while migrations run, so that two processes never run them at once. */
const MIGRATION_LOCK = 0x6d69_6772;
/** Schema of the job queue, which belongs to its library. */
export const QUEUE_SCHEMA = 'job_queue';
const QUEUE_VERSION = (createRequire(import.meta.url)('pg-boss/package.json') as { pgboss: { schema: number } }).pgboss.schema;

/** What bringing a database to today's state came to. */
export interface Migrated {
  /** Names of the migrations that ran. */
  readonly ran: readonly string[];
  /** Whose rights the program has. */
  readonly role: string;
  /** Whether that role owns nothing. */
  readonly isSeparate: boolean;
}

/**
 * Brings the schema to today's state as the role that owns it, and gives the program's role the rights that it needs and no others.
 *
 * @throws ProblemError where the database is of a newer program, or that role is not at hand
 */
export async function migrate(database: OpenDatabase): Promise<Migrated> {
  return oneAtATime(database, MIGRATION_LOCK, () =>
    withOwner(database, async (owner, { role, isOwner }) => {
      const asOwner: Query = (sql, values) => owner.query(sql, values as unknown[]);
      await refuseNewerSchema(asOwner);
      const ran = (await owner.runMigrations()).map(({ name }) => name);
      await migrateQueue(asOwner);
      if (!isOwner) await grant(asOwner, role);
      return { ran, role, isSeparate: !isOwner };
    }),
  );
}

/**
 * What a process does that is about to serve: it migrates where it owns the tables and nobody else is named to do so, or brought the database up itself; else it looks whether somebody has.
 *
 * @throws ProblemError where migrations are pending
 */
export async function migrateOrCheck(database: OpenDatabase): Promise<void> {
  const query: Query = (sql, values) => database.source.query(sql, values as unknown[]);
  const { role, isOwner } = await standingOf(query);
  if (database.isEmbedded || (isOwner && !database.owner.isOther)) {
    await migrate(database);
    return;
  }
  await refuseNewerSchema(query);
  const missing = await missingMigrations(query);
  if (missing.length > 0) throw new ProblemError({ code: 'PLATFORM.MIGRATIONS_PENDING', role, count: missing.length, missing });
}

/** Names of the migrations that have run, in their order; null where there is no schema at all. */
export async function migrationsThatRan(query: Query): Promise<readonly string[] | null> {
  const [table] = await query("SELECT coalesce(has_table_privilege(to_regclass('migration'), 'SELECT'), true) AS readable, to_regclass('migration') IS NOT NULL AS exists, session_user::text AS role");
  if (!table!['exists']) return null;
  if (!table!['readable']) throw new ProblemError({ code: 'PLATFORM.RIGHTS_MISSING', role: String(table!['role']) });
  return (await query('SELECT name FROM migration ORDER BY id')).map(({ name }) => String(name));
}

/** Migrations of this program that have not run, and the queue's schema where it is not today's. */
export async function missingMigrations(query: Query): Promise<readonly string[]> {
  const ran = (await migrationsThatRan(query)) ?? [];
  const missing = migrations.map(({ name }) => name).filter((name) => !ran.includes(name));
  return (await queueVersion(query)) === QUEUE_VERSION ? missing : [...missing, QUEUE_SCHEMA];
}

/** The problem with a schema that a newer program made. */
export async function newerSchema(query: Query): Promise<Problem | null> {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = (await migrationsThatRan(query))?.findLast((name) => !known.has(name));
  return unknown === undefined ? null : { code: 'PLATFORM.DATABASE_NEWER_THAN_PROGRAM', migration: unknown };
}

async function refuseNewerSchema(query: Query): Promise<void> {
  const problem = await newerSchema(query);
  if (problem !== null) throw new ProblemError(problem);
}

/** Rights for the program as they have to be. */
async function grant(asOwner: Query, role: string): Promise<void> {
  const left = await setRights(asOwner, role);
  if (left.length > 0) throw new ProblemError({ code: 'PLATFORM.RIGHTS_NOT_SET', role, rights: left.map(({ right, on }) => `${right} ON ${on}`) });
}

/** The queue's schema is made by statements of its library and not by its worker, which runs as the owner whatever it finds among stored statements. */
async function migrateQueue(asOwner: Query): Promise<void> {
  const version = await queueVersion(asOwner);
  if (version === null) await asOwner(getConstructionPlans(QUEUE_SCHEMA));
  else if (version < QUEUE_VERSION) {
    const plan = getMigrationPlans(QUEUE_SCHEMA, version);
    const end = plan.lastIndexOf('COMMIT;') + 'COMMIT;'.length;
    await asOwner(plan.slice(0, end));
    for (const index of plan.slice(end).split(';').filter((statement) => statement.trim() !== '')) await asOwner(index); // each by itself: no transaction may be around it
  }
}

/** Null where there is no queue. */
async function queueVersion(query: Query): Promise<number | null> {
  const [schema] = await query(`SELECT has_schema_privilege(oid, 'USAGE') AS usable FROM pg_namespace WHERE nspname = '${QUEUE_SCHEMA}'`);
  if (!schema?.['usable'] || !(await query(`SELECT to_regclass('${QUEUE_SCHEMA}.version') IS NOT NULL AS there`))[0]!['there']) return null;
  return Number((await query(`SELECT version FROM ${QUEUE_SCHEMA}.version`))[0]?.['version']);
}
