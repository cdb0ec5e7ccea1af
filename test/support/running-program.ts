// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { bringUpToDate } from '../../apps/api/src/operation/bring-up-to-date.js';
import type { Config } from '../../apps/api/src/platform/config/config.js';
import { operatorIn } from '../../apps/api/src/platform/config/operator-settings.js';
import { openEmbeddedPostgres } from '../../apps/api/src/platform/database/embedded-postgres.js';
import { SESSION_OPTIONS } from '../../apps/api/src/platform/database/open-database.js';
import { TargetWatch } from '../../apps/api/src/planning/index.js';
import { startProgram, type Program } from '../../apps/api/src/program.js';
import { PreparedDatabases } from './prepared-databases.js';

/** The whole program on a database of its own, reached like any client reaches it, without a network. */
export interface RunningProgram {
  /** Where browsers find it. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly program: Program;
  /** A request of the person at this machine, who may do everything; headers that are given go before theirs. */
  inject(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** A connection of somebody else, to look and to write behind the program's back. */
  readonly database: pg.Client;
  /** Where it keeps its files. */
  readonly dataFolder: string;
  query<T = Record<string, never>>(text: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer<T>>;
  /** Data of an operation that is expected to go well. */
  data<T = Record<string, any>>(text: string, variables?: Record<string, unknown>): Promise<T>;  
  /** Hands a file in; the id to name it by. */
  handIn(name: string, content: string | Uint8Array): Promise<string>;
  importFile(name: string, content: string | Uint8Array, options?: ImportOptions): Promise<EndedJob>;
  runJob(mutation: string, variables?: Record<string, unknown>): Promise<EndedJob>;
  close(): Promise<void>;
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: { readonly data?: T; readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[] };
}

export interface ImportOptions {
  readonly source?: string;
  readonly mapping?: readonly { readonly column: string; readonly field: string }[];
  readonly dryRun?: boolean;
  readonly partial?: boolean;
  readonly pseudonymise?: boolean;
  readonly keepUserNames?: boolean;
  readonly host?: string;
}

export interface EndedJob {
  readonly status: 'DONE' | 'FAILED' | 'CANCELLED';
  readonly resultId: string | null;
  readonly summary: Record<string, any>;  
  readonly problem: { readonly code: string; readonly message: string; readonly messageDe: string; readonly line: number | null } | null;
}

/** Programs of this process by their address. */
export const runningPrograms = new Map<string, Program>();

/** The role of the program on the server that `TEST_DATABASE_URL` names; the embedded one has it by itself. */
const PROGRAM = { username: 'fahrplan_test', password: 'only-in-tests' };
const JOB = 'status resultId summary problem { code message messageDe line }';
const LONGEST_JOB_MS = 60_000;

/**
 * Brings the program up on an empty database: on the server that `TEST_DATABASE_URL` names (a database of its own there), else on an embedded one; on both it works with a role that owns nothing. In a test run the embedded one
 * is a copy of a database that the program started on before, unless something is to happen `before`.
 *
 * @param before what happens to the database before the program sees it
 * @param demo what the program fills the empty database with; the city takes some twenty seconds
 * @param settings other ones than usual
 * @param bearer what the person shows who asks where an identity provider signs people in
 */
export async function runProgram(before?: ((connection: pg.ClientConfig) => Promise<void>) | null, demo: Config['demo'] = 'none', settings: Partial<Config> = {}, bearer: string | null = null): Promise<RunningProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'fahrplan-test-'));
  const outside = process.env['TEST_DATABASE_URL'];  
  if (outside === undefined && !before && settings.databaseUrl === undefined) await prepareDatabase(folder, demo);
  const embedded = outside === undefined ? await openEmbeddedPostgres(folder, 'fast') : undefined;
  const connection: pg.ClientConfig = embedded ? embedded.connection : { connectionString: await ownDatabase(outside!) };
  const config: Config = {
    ...usualConfig(folder, demo),
    databaseUrl: embedded ? undefined : Object.assign(new URL(connection.connectionString!), PROGRAM).toString(),
    ...settings,
  };
  await before?.(connection);
  if (!embedded) await bringUpToDate({ ...config, databaseAdminUrl: connection.connectionString! });
  const program = await startProgram(config, { step: (_name, work) => work() });
  runningPrograms.set(program.url, program);
  await program.app.get(TargetWatch, { strict: false }).stop(); // measuring by itself would stand in the way of who counts statements
  const database = new pg.Client({ ...connection, options: SESSION_OPTIONS });
  await database.connect();
  return { ...clientOf(program, program.localToken ?? bearer), url: program.url, app: program.app, program, database, dataFolder: folder, close: () => closeAll(program, database, embedded, folder) };
}

/** Gives a data folder the database that a first start leaves, in a test run; outside of one, the program that starts there makes its own. */
export async function prepareDatabase(folder: string, demo: Config['demo'] = 'none'): Promise<void> {
  await new PreparedDatabases().copyTo(folder, demo, (draft) => startOnce(draft, demo));
}

/** Starts it for the first time and ends it again. */
async function startOnce(folder: string, demo: Config['demo']): Promise<void> {
  const embedded = await openEmbeddedPostgres(folder, 'fast');
  const program = await startProgram(usualConfig(folder, demo), { step: (_name, work) => work() });
  await program.app.get(TargetWatch, { strict: false }).stop();
  await program.close();
  await embedded.close();
}

function usualConfig(dataFolder: string, demo: Config['demo']): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: undefined,
    databaseAdminUrl: null,
    databaseReadUrl: null,
    isDatabasePooled: false,
    dataFolder,
    demo,
    demoSeed: demo === 'none' ? 1 : 2021,
    logLevel: 'error',
    pseudonymKey: 'a key that is only used in tests, long enough',
    runsJobs: true,
    drainSeconds: 0,
    mostRequests: 200,
    mostSubscriptions: 400,
    slowQueryMs: null,
    metrics: null,
    tracing: null,
    secrets: [],
    isAnnounced: false,
    publicUrl: null,
    trustedProxies: [],
    provider: null,
    operator: operatorIn({}),
    requestsPerMinute: 0,
    isExplorerOn: true,
    trustedDocuments: { mode: 'off', folder: null },
    forgetAfterDays: 1_095,
    isPublicViewOn: false,
    sessionHours: 1,
  };
}

function clientOf({ app }: Program, token: string | null): Pick<RunningProgram, 'inject' | 'query' | 'data' | 'handIn' | 'importFile' | 'runJob'> {
  const inject: RunningProgram['inject'] = (request) => app.inject({ ...request, headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...request.headers } });
  const query: RunningProgram['query'] = async (text, variables, headers) => {
    const response = await inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: { query: text, variables } });
    return { status: response.statusCode, headers: response.headers, body: response.body === '' ? {} : JSON.parse(response.body) };
  };
  const data: RunningProgram['data'] = async (text, variables) => {
    const { body } = await query<never>(text, variables);
    if (body.errors || !body.data) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };
  const ended = async (id: string): Promise<EndedJob> => {
    const until = Date.now() + LONGEST_JOB_MS;
    while (Date.now() < until) {
      const { job } = await data(`query ($id: ID!) { job(id: $id) { ${JOB} } }`, { id });
      if (job.status !== 'QUEUED' && job.status !== 'RUNNING') return job;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    throw new Error(`the job ${id} did not end`);
  };
  const runJob: RunningProgram['runJob'] = async (mutation, variables) => {
    const [payload] = Object.values(await data<Record<string, { job?: { id: string }; code?: string }>>(mutation, variables));
    if (!payload?.job) throw new Error(`no job: ${JSON.stringify(payload)}`);
    return ended(payload.job.id);
  };
  const handIn: RunningProgram['handIn'] = async (name, content) => {
    const upload = await inject({ method: 'POST', url: `/imports?fileName=${encodeURIComponent(name)}`, headers: { 'content-type': 'application/octet-stream' }, payload: Buffer.from(content as string) });
    return (JSON.parse(upload.body) as { uploadId: string }).uploadId;
  };
  const importFile: RunningProgram['importFile'] = async (name, content, options) => {
    const uploadId = await handIn(name, content);
    return runJob('mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { job { id } } ... on Problem { code message } } }', { input: { uploadId, ...options } });
  };
  return { inject, query, data, handIn, importFile, runJob };
}

async function ownDatabase(server: string): Promise<string> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const name = `fahrplan_test_${process.pid}_${Date.now()}`;
  await admin.query(`CREATE ROLE ${PROGRAM.username} LOGIN PASSWORD '${PROGRAM.password}'`).catch((failure: pg.DatabaseError) => {
    if (failure.code !== '42710' && failure.code !== '23505') throw failure; // an earlier test made it
  });
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).toString();
}

async function closeAll(program: Program, database: pg.Client, embedded: { close(): Promise<void> } | undefined, folder: string): Promise<void> {
  await database.end();
  runningPrograms.delete(program.url);
  await program.close();
  await embedded?.close();
  await rm(folder, { recursive: true, force: true });
}
