// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Config } from '../config/config.js';
import { ProblemError } from '../problem-error.js';
import { readDatabaseAddress } from './database-address.js';
import { openEmbeddedPostgres, PROGRAM_ROLE } from './embedded-postgres.js';
import { isOwnerToo, setRights, standingOf, type Standing } from './program-role.js';
import { LONGEST_READ_MS, readDirectly, readThroughPooler, type ReadStyle } from './read-style.js';
import { ForeignDatabase, Replica } from './replica.js';
import { clientsOf, type ServerClientClass } from './server-client.js';
import { SlowStatementLogger, watchStatements, type SlowStatements } from './slow-statements.js';
import { whyUnreachable, type AddressVariable } from './why-unreachable.js';
import { migrations } from '../../../../../database/migrations.js';

/** Oldest server that the statements are written for. */
const OLDEST_MAJOR = 15;
/** Whoever waits for a turn looks so often whether it is theirs. */
const TURN_PAUSE_MS = 100;
/** "Today" of every session is the administration's day, as `dateOfInstant` has it, wherever the server stands. */
const TIME_ZONE = 'Europe/Berlin';
/** The server, too, notices that a program has vanished with its machine, and takes its locks away; else it takes two hours. */
const NOTICES_VANISHING = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4 -c tcp_user_timeout=30000';
export const SESSION_OPTIONS = `-c TimeZone=${TIME_ZONE} ${NOTICES_VANISHING}`;
/** Behind a pooler a session takes no options; this one setting it keeps for its client, because servers report it. */
const POOLED_GREETING = `SET TIME ZONE '${TIME_ZONE}'`;
/** Whoever gets no connection within so long is told that there is none; a peer that has vanished is noticed. */
const PATIENCE = { connectionTimeoutMillis: 10_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
/** The primary stands in for a replica that cannot be reached: it is not waited for as long, and a connection does not outlive a change of roles for ever. */
const REPLICA_PATIENCE = { ...PATIENCE, connectionTimeoutMillis: 1_500, maxLifetimeSeconds: 60 };
/** Names the database among all that a connection could lead to; a replica has the same. */
export const DATABASE_IDENTITY = 'SELECT (SELECT system_identifier FROM pg_control_system()) || $$/$$ || oid AS identity FROM pg_database WHERE datname = current_database()';
const READ_CONNECTIONS = 8;
const WRITE_CONNECTIONS = 10;
/** One runs migrations, one may build an index beside. */
const OWNER_CONNECTIONS = 2;

/** The database this process works on: the embedded one or the server that `DATABASE_URL` names. */
export interface OpenDatabase {
  /** For writes. */
  readonly source: DataSource;
  /** For reads of the primary; autocommit, one statement each. */
  readonly readPool: pg.Pool;
  /** The pool behind `source`, to look at. */
  readonly writePool: pg.Pool;
  /** For reads that may be answered elsewhere; null where `DATABASE_READ_URL` names nothing. */
  readonly replica: Replica | null;
  readonly readStyle: ReadStyle;
  /** Connection settings for libraries that bring their own pool. */
  readonly connection: pg.PoolConfig;
  readonly isEmbedded: boolean;
  /** How the role connects that owns the tables, and whether it is another one than the program's. */
  readonly owner: { readonly connection: pg.PoolConfig; readonly isOther: boolean };
  /** A connection of its own, not yet connected, whose sessions are like all others. */
  client(name: string): pg.Client;
  close(): Promise<void>;
}

/** What says where the database is. */
export type DatabaseSettings = Pick<Config, 'databaseUrl' | 'dataFolder'> & Partial<Pick<Config, 'databaseAdminUrl' | 'databaseReadUrl' | 'isDatabasePooled'>>;

/** Opens the database; nothing is migrated yet. */
export async function openDatabase(config: DatabaseSettings, slow?: SlowStatements): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === undefined ? await openEmbeddedPostgres(config.dataFolder) : undefined;
  const isPooled = config.isDatabasePooled === true && !embedded;
  const connection: pg.PoolConfig = embedded ? { ...embedded.connection, user: PROGRAM_ROLE } : connectionTo(config.databaseUrl!, 'DATABASE_URL', isPooled);
  const isOther = embedded !== undefined || config.databaseAdminUrl != null;
  const owner = { connection: embedded?.connection ?? connectionTo(config.databaseAdminUrl ?? config.databaseUrl!, ownersVariable(config), true), isOther }; // a greeting does also where no pooler is
  const session = isPooled ? {} : { options: SESSION_OPTIONS };
  const readSession = isPooled ? { pipeline: true } : { options: `${SESSION_OPTIONS} -c statement_timeout=${LONGEST_READ_MS}` };
  const source = new DataSource({
    ...sourceOf(connection),
    poolSize: WRITE_CONNECTIONS,
    applicationName: 'fahrplan',
    extra: { ...session, ...PATIENCE, ...(connection.Client ? { Client: connection.Client } : {}) },
    ...(slow ? { logger: new SlowStatementLogger(slow), maxQueryExecutionTime: slow.afterMs } : {}),
    poolErrorHandler: () => undefined, // as with the reads below
  });
  const readPool = new pg.Pool({ ...connection, ...PATIENCE, ...readSession, max: READ_CONNECTIONS, application_name: 'fahrplan-read' });
  readPool.on('error', () => undefined); // an idle connection was lost; the pool replaces it
  if (slow) watchStatements(readPool, slow);
  const readStyle = isPooled ? readThroughPooler(slow) : readDirectly(slow);
  let identity: string | undefined;
  const refuseForeign = async (client: pg.ClientBase) => {
    identity ??= await identityOf(source);
    const { rows } = await client.query<{ identity: string }>(DATABASE_IDENTITY);
    if (rows[0]?.identity !== identity) throw new ForeignDatabase('DATABASE_READ_URL leads to another database than DATABASE_URL');
  };
  const replica =
    config.databaseReadUrl == null || embedded
      ? null
      : new Replica(replicaPool({ ...connectionTo(config.databaseReadUrl, 'DATABASE_READ_URL', isPooled), ...REPLICA_PATIENCE, ...readSession, onConnect: refuseForeign, max: READ_CONNECTIONS, application_name: 'fahrplan-replica' }), readStyle);
  const close = async () => {
    await replica?.close();
    await readPool.end();
    if (source.isInitialized) await source.destroy();
    await embedded?.close();
  };
  try {
    await source.initialize();
    await checkServerVersion(source);
    if (embedded) await letProgramIn(source, embedded.connection);
    await replica?.check();
  } catch (failure) {
    await close();
    if (failure instanceof ForeignDatabase) throw new ProblemError({ code: 'PLATFORM.READ_DATABASE_FOREIGN' });
    if (failure instanceof ProblemError || embedded) throw failure;
    throw new ProblemError(whyUnreachable(failure, 'DATABASE_URL'));
  }
  const writePool = (source.driver as PostgresDriver).master as pg.Pool;
  const Client = (connection.Client ?? pg.Client) as ServerClientClass;
  const client = (name: string) => new Client({ ...connection, ...PATIENCE, ...session, application_name: name });
  return { source, readPool, writePool, replica, readStyle, connection, isEmbedded: embedded !== undefined, owner, client, close };
}

function ownersVariable({ databaseAdminUrl }: Pick<DatabaseSettings, 'databaseAdminUrl'>): AddressVariable {
  return databaseAdminUrl == null ? 'DATABASE_URL' : 'DATABASE_ADMIN_URL';
}

/** What the ORM is told of where to connect to. */
function sourceOf({ connectionString, host, port, user, database }: pg.PoolConfig): Pick<PostgresDataSourceOptions, 'type' | 'url' | 'host' | 'port' | 'username' | 'database'> {
  return { type: 'postgres', ...(connectionString === undefined ? { host: host!, port: port!, username: user as string, database: database! } : { url: connectionString }) };
}

/**
 * Does something as the role that owns the tables, which is the program's own where it is told of no other.
 *
 * @throws ProblemError where there is no such role at hand, where it is told of another one and the program's own could do the same, or where that one's address leads to another database
 */
export async function withOwner<T>({ source: program, owner: { connection, isOther } }: OpenDatabase, work: (owner: DataSource, standing: Standing) => Promise<T>): Promise<T> {
  const standing = await standingOf((sql) => program.query(sql));
  const { role } = standing;
  if (!isOther && !standing.isOwner) throw new ProblemError({ code: 'PLATFORM.OWNER_NEEDED', role });
  const owner = new DataSource({
    ...sourceOf(connection),
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: OWNER_CONNECTIONS,
    applicationName: 'fahrplan-owner',
    extra: { ...PATIENCE, ...(connection.Client ? { Client: connection.Client } : { options: SESSION_OPTIONS }) },
    poolErrorHandler: () => undefined, // told by the statement that runs
  });
  try {
    await owner.initialize().catch((failure: unknown) => {
      throw new ProblemError(whyUnreachable(failure, isOther ? 'DATABASE_ADMIN_URL' : 'DATABASE_URL'));
    });
    if (!isOther) return await work(owner, standing);
    if ((await identityOf(owner)) !== (await identityOf(program))) throw new ProblemError({ code: 'PLATFORM.ADMIN_DATABASE_FOREIGN' });
    if (await isOwnerToo((sql, values) => owner.query(sql, values as unknown[]), role)) throw new ProblemError({ code: 'PLATFORM.ROLES_NOT_SEPARATED', role });
    return await work(owner, { role, isOwner: false });
  } finally {
    if (owner.isInitialized) await owner.destroy();
  }
}

async function identityOf(source: DataSource): Promise<string> {
  return (await source.query(DATABASE_IDENTITY))[0].identity as string;
}

function connectionTo(url: string, variable: AddressVariable, isPooled: boolean): pg.PoolConfig {
  const address = readDatabaseAddress(url, variable === 'DATABASE_READ_URL' ? 'any' : 'read-write');
  if (address === null) throw new ProblemError({ code: 'PLATFORM.DATABASE_UNREACHABLE', variable, reason: 'the address cannot be read' });
  return { connectionString: address.urls[0]!, Client: clientsOf(address, isPooled ? POOLED_GREETING : null) as never };
}

function replicaPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings);
  pool.on('error', () => undefined); // as with the reads of the primary
  return pool;
}

/**
 * Lets one process at a time do something on the database. The lock belongs to a transaction and not to a session, so that it holds also behind a pooler that
 * hands sessions around; it ends with the connection. Neither who has it nor who waits for it keeps a snapshot meanwhile: an index that is built beside running programs waits for all of those.
 */
export async function oneAtATime<T>(database: Pick<OpenDatabase, 'client'>, lock: number, work: () => Promise<T>): Promise<T> {
  const client = database.client('fahrplan-turn');
  client.on('error', () => undefined); // the work has connections of its own, and its own failures
  await client.connect();
  try {
    await client.query('BEGIN');
    while (!(await client.query<{ isMine: boolean }>(`SELECT pg_try_advisory_xact_lock(${lock}) AS "isMine"`)).rows[0]!.isMine) await sleep(TURN_PAUSE_MS);
    return await work();
  } finally {
    await client.query('COMMIT').catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}

/** A data folder of an older version holds tables that the program's role may not even read. */
async function letProgramIn(program: DataSource, owner: pg.ClientConfig): Promise<void> {
  const [{ isIn }] = await program.query("SELECT coalesce(has_table_privilege(to_regclass('migration'), 'SELECT'), true) AS \"isIn\"");
  if (isIn) return;
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await setRights(async (sql, values) => (await client.query(sql, values as unknown[])).rows, PROGRAM_ROLE);
  } finally {
    await client.end();
  }
}

async function checkServerVersion(source: DataSource): Promise<void> {
  const [{ version }] = await source.query("SELECT current_setting('server_version_num')::int / 10000 AS version");
  if (version < OLDEST_MAJOR) throw new ProblemError({ code: 'PLATFORM.DATABASE_TOO_OLD', found: version, required: OLDEST_MAJOR });
}
