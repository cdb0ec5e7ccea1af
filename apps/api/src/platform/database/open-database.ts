// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Config } from '../config/config.js';
import { ProblemError } from '../problem-error.js';
import { openEmbeddedPostgres } from './embedded-postgres.js';
import { SlowStatementLogger, watchStatements, type SlowStatements } from './slow-statements.js';
import { migrations } from '../../../../../database/migrations.js';

/** Oldest server that the statements are written for. */
const OLDEST_MAJOR = 15;
/** Held while migrations run, so that two processes never run them at once. */
const MIGRATION_LOCK = 0x6d69_6772;
/** "Today" of every session is the administration's day, as `dateOfInstant` has it, wherever the server stands. */
export const SESSION_OPTIONS = '-c TimeZone=Europe/Berlin';
/** Longest time a read may take; longer work is a job. */
const LONGEST_READ_MS = 30_000;
/** Whoever gets no connection within so long is told that there is none; a peer that has vanished is noticed. */
const PATIENCE = { connectionTimeoutMillis: 10_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
const READ_CONNECTIONS = 8;
const WRITE_CONNECTIONS = 10;

/** The database this process works on: the embedded one or the server that `DATABASE_URL` names. */
export interface OpenDatabase {
  /** For writes, and for migrations. */
  readonly source: DataSource;
  /** For reads; autocommit, one statement each. */
  readonly readPool: pg.Pool;
  /** The pool behind `source`, to look at. */
  readonly writePool: pg.Pool;
  /** Connection settings for libraries that bring their own client. */
  readonly connection: pg.PoolConfig;
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

/** Opens the database; nothing is migrated yet. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataFolder'>, slow?: SlowStatements): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === undefined ? await openEmbeddedPostgres(config.dataFolder) : undefined;
  const connection: pg.PoolConfig = embedded ? embedded.connection : { connectionString: config.databaseUrl };
  const source = new DataSource({
    type: 'postgres',
    ...(embedded
      ? { host: embedded.connection.host, port: embedded.connection.port, username: embedded.connection.user, database: embedded.connection.database }
      : { url: config.databaseUrl! }),
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: WRITE_CONNECTIONS,
    applicationName: 'fahrplan',
    extra: { options: SESSION_OPTIONS, ...PATIENCE },
    ...(slow ? { logger: new SlowStatementLogger(slow), maxQueryExecutionTime: slow.afterMs } : {}),
    poolErrorHandler: () => undefined, // as with the reads below
  });
  const readPool = new pg.Pool({ ...connection, ...PATIENCE, max: READ_CONNECTIONS, application_name: 'fahrplan-read', options: `${SESSION_OPTIONS} -c statement_timeout=${LONGEST_READ_MS}` });
  readPool.on('error', () => undefined); // an idle connection was lost; the pool replaces it
  if (slow) watchStatements(readPool, slow);
  const close = async () => {
    await readPool.end();
    if (source.isInitialized) await source.destroy();
    await embedded?.close();
  };
  try {
    await source.initialize();
    await checkServerVersion(source);
  } catch (failure) {
    await close();
    if (failure instanceof ProblemError || embedded) throw failure;
    throw new ProblemError({ code: 'PLATFORM.DATABASE_UNREACHABLE', reason: (failure as Error).message });
  }
  const writePool = (source.driver as PostgresDriver).master as pg.Pool;
  return { source, readPool, writePool, connection, isEmbedded: embedded !== undefined, close };
}

/** Brings the schema to today's state; returns the names of the migrations that ran. */
export async function migrate({ source, connection }: Pick<OpenDatabase, 'source' | 'connection'>): Promise<readonly string[]> {
  return oneAtATime(connection, MIGRATION_LOCK, async () => {
    await refuseNewerSchema(source);
    return (await source.runMigrations()).map((migration) => migration.name);
  });
}

/**
 * Lets one process at a time do something on the database. The lock belongs to a transaction and not to a session, so that it holds also behind a pooler that
 * hands sessions around; it ends with the connection.
 */
export async function oneAtATime<T>(connection: pg.PoolConfig, lock: number, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connection, application_name: 'fahrplan-turn' });
  client.on('error', () => undefined); // the work has connections of its own, and its own failures
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    return await work();
  } finally {
    await client.query('COMMIT').catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}

async function checkServerVersion(source: DataSource): Promise<void> {
  const [{ version }] = await source.query("SELECT current_setting('server_version_num')::int / 10000 AS version");
  if (version < OLDEST_MAJOR) throw new ProblemError({ code: 'PLATFORM.DATABASE_TOO_OLD', found: version, required: OLDEST_MAJOR });
}

/** Names of the migrations that have run, in their order; null where there is no schema at all. */
export async function migrationsThatRan(query: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>): Promise<readonly string[] | null> {
  const [table] = await query("SELECT to_regclass('migration') IS NOT NULL AS exists");
  return table!['exists'] ? (await query('SELECT name FROM migration ORDER BY id')).map(({ name }) => String(name)) : null;
}

async function refuseNewerSchema(source: DataSource): Promise<void> {
  const known = new Set(migrations.map((migration) => migration.name));
  const ran = await migrationsThatRan((sql) => source.query(sql));
  const unknown = ran?.findLast((name) => !known.has(name));
  if (unknown !== undefined) throw new ProblemError({ code: 'PLATFORM.DATABASE_NEWER_THAN_PROGRAM', migration: unknown });
}
