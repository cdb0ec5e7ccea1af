// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { statfs, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Problem } from '#kernel';
import { readConfig, type Config } from '../platform/config/config.js';
import { unsaidByOperator } from '../platform/config/operator-settings.js';
import { migrationsThatRan, missingMigrations, newerSchema } from '../platform/database/migrate.js';
import { openDatabase, type OpenDatabase } from '../platform/database/open-database.js';
import { differingRights, powersOf, standingOf, type Query } from '../platform/database/program-role.js';
import { ProblemError } from '../platform/problem-error.js';
import type { Check } from './check.js';
import { examineReplicas } from './examine-replicas.js';
import { invariants, LOST_JOBS, WAITING_JOBS } from './invariants.js';

/** Below so much free room an import or a log may fill the disk. */
const LEAST_FREE_BYTES = 1024 ** 3;
/** One look may take so long; what is not known then is not well. */
const LONGEST_LOOK_MS = 5 * 60_000;
const OLDEST_NODE = [20, 19] as const;

/** Looks at everything that the program needs and at what it has stored; changes nothing but that the embedded server is brought up for the look. */
export async function examine(variables: Readonly<Record<string, string | undefined>>): Promise<readonly Check[]> {
  const config = readConfig(variables);
  const checks: Check[] = [nodeVersion(process.versions.node)];
  if (!config.ok) return [...checks, ...config.problem.map((problem) => bad('configuration', problem))];
  checks.push(well('configuration'));
  checks.push(operatorNamed(config.value));
  checks.push(await diskRoom(config.value));
  checks.push(...(await databaseChecks(config.value)));
  return checks;
}

function well(check: string, facts: Check['facts'] = {}): Check {
  return { check, problem: null, facts };
}

function bad(check: string, problem: Problem): Check {
  const { code: _code, ...facts } = problem;
  return { check, problem, facts };
}

/** Whether the page can say what the law wants said, where others than the person at this machine see it. */
function operatorNamed({ operator, provider, isPublicViewOn }: Config): Check {
  const missing = provider !== null || isPublicViewOn ? unsaidByOperator(operator) : [];
  return missing.length === 0 ? well('operator') : { ...well('operator'), warning: { code: 'OPERATION.OPERATOR_NOT_NAMED', missing: missing.join(', ') } };
}

/** Whether this Node.js is one the program is made for. */
export function nodeVersion(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return isOld ? bad('node', { code: 'OPERATION.NODE_TOO_OLD', found: version, required: OLDEST_NODE.join('.') }) : well('node', { version });
}

async function diskRoom({ dataFolder }: Config): Promise<Check> {
  try {
    const { bavail, bsize } = await statfs(dataFolder);
    const freeBytes = bavail * bsize;
    return freeBytes < LEAST_FREE_BYTES ? bad('disk', { code: 'OPERATION.DISK_NEARLY_FULL', folder: dataFolder, freeMegabytes: Math.floor(freeBytes / 1024 ** 2) }) : well('disk', { freeBytes });
  } catch (failure) {
    return bad('disk', { code: 'OPERATION.NO_DATA_FOLDER', folder: dataFolder, reason: (failure as NodeJS.ErrnoException).code ?? String(failure) });
  }
}

async function databaseChecks(config: Config): Promise<readonly Check[]> {
  if (config.databaseUrl === undefined && !(await stat(join(config.dataFolder, 'postgres/PG_VERSION')).catch(() => null))) {
    return [bad('database', { code: 'OPERATION.NO_DATABASE', folder: config.dataFolder })];
  }
  let database: OpenDatabase;
  try {
    database = await openDatabase({ ...config, databaseReadUrl: null }); // replicas are looked at each by itself
  } catch (failure) {
    if (failure instanceof ProblemError) return [bad('database', failure.problem)];
    return [bad('database', { code: 'OPERATION.CHECK_FAILED', check: 'database', reason: (failure as Error).message })];
  }
  const client = database.client('fahrplan-doctor');
  client.on('error', () => undefined); // told by the statement that runs
  try {
    await client.connect();
    const stored = await storedChecks(client);
    return config.databaseReadUrl === null ? stored : [...stored, ...(await examineReplicas(config.databaseReadUrl, client))];
  } catch (failure) {
    return [bad('database', { code: 'OPERATION.CHECK_FAILED', check: 'database', reason: (failure as Error).message })];
  } finally {
    await client.end().catch(() => undefined);
    await database.close();
  }
}

async function storedChecks(client: pg.Client): Promise<readonly Check[]> {
  const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version");
  const checks = [well('database', { version: rows[0]!.version })];
  const schema = await schemaCheck(client);
  checks.push(schema);
  if (schema.problem !== null) return checks; // the invariants are those of today's schema
  checks.push(await roleCheck(async (sql, values) => (await client.query(sql, values as unknown[])).rows));
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = ${LONGEST_LOOK_MS}`);
  for (const { name, sql } of invariants) checks.push(await counted(client, name, sql, 'OPERATION.INVARIANT_BROKEN'));
  const { rows: queue } = await client.query<{ there: boolean }>("SELECT to_regclass('job_queue.job') IS NOT NULL AS there");
  if (queue[0]!.there) checks.push(await counted(client, 'JOBS_QUEUED', LOST_JOBS, 'OPERATION.JOBS_LOST'));
  checks.push(await counted(client, 'JOBS_TAKEN', WAITING_JOBS, 'OPERATION.JOBS_WAIT'));
  await client.query('COMMIT');
  return checks;
}

/** Whether the migrations that ran are exactly those of this program. */
async function schemaCheck(client: pg.Client): Promise<Check> {
  const query: Query = async (sql) => (await client.query(sql)).rows;
  try {
    const newer = await newerSchema(query);
    if (newer !== null) return bad('migrations', newer);
    const missing = await missingMigrations(query);
    return missing.length > 0 ? bad('migrations', { code: 'OPERATION.MIGRATIONS_MISSING', missing, count: missing.length }) : well('migrations', { count: (await migrationsThatRan(query))!.length });
  } catch (failure) {
    if (failure instanceof ProblemError) return bad('migrations', failure.problem);
    throw failure;
  }
}

/** Whether the program's role has the rights that the program needs and can do nothing else, as far as roles are separated. */
async function roleCheck(query: Query): Promise<Check> {
  const { role, isOwner } = await standingOf(query);
  if (isOwner) return { ...well('role', { role, isSeparate: false }), warning: { code: 'OPERATION.ROLES_NOT_SEPARATED', role } };
  const powers = await powersOf(query, role);
  if (powers.length > 0) return bad('role', { code: 'OPERATION.ROLE_TOO_STRONG', role, powers });
  const differing = await differingRights(query, role);
  const listed = (isHeld: boolean) => differing.filter((one) => one.isHeld === isHeld).map(({ right, on }) => `${right} ON ${on}`);
  return differing.length > 0 ? bad('role', { code: 'OPERATION.RIGHTS_DIFFER', role, lacks: listed(false), has: listed(true) }) : well('role', { role, isSeparate: true });
}

async function counted(client: pg.Client, check: string, sql: string, code: string): Promise<Check> {
  await client.query('SAVEPOINT look');
  try {
    const { rows } = await client.query<{ count: string }>(sql);
    const count = Number(rows[0]!.count);
    return count === 0 ? well(check) : bad(check, { code, check, count });
  } catch (failure) {
    await client.query('ROLLBACK TO SAVEPOINT look');
    return bad(check, { code: 'OPERATION.CHECK_FAILED', check, reason: (failure as Error).message });
  }
}
