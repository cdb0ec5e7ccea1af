// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Problem } from '#kernel';
import { makeApplication, makeWorker } from './application.js';
import { ACCESS_SETTINGS, SignIn, SYSTEM_ACTOR_ID, type AccessSettings } from './access/index.js';
import { LoadCatalogue, parseCatalogue, readCatalogueFolder, SHIPPED_CATALOGUE } from './catalogue/index.js';
import { KeepReadyPolicies, MatrixCopy } from './licensing/index.js';
import { ReplayMatches } from './matching/index.js';
import { FillDemo } from './pipeline/fill-demo.use-case.js';
import { SteerDemo } from './pipeline/steer-demo.use-case.js';
import { PerformPlanning, TargetWatch } from './planning/index.js';
import { LoadScoringBase, PerformScoringRun } from './scoring/index.js';
import type { Config } from './platform/config/config.js';
import { anchorRegularly } from './platform/database/audit-anchor.js';
import { migrateOrCheck } from './platform/database/migrate.js';
import { oneAtATime, openDatabase, type OpenDatabase } from './platform/database/open-database.js';
import { ReadDatabase } from './platform/graphql/reading/index.js';
import { Readiness } from './platform/health/readiness.js';
import { JobQueue } from './platform/jobs/job.queue.js';
import type { SlowStatements } from './platform/database/slow-statements.js';
import type { Log } from './platform/logging/log.token.js';
import { Metrics } from './platform/metrics/metrics.js';
import { serveMetrics } from './platform/metrics/serve-metrics.js';
import { createLogger } from './platform/logging/logger.js';
import { traceConnections, traceReads } from './platform/tracing/trace-statements.js';
import type { Tracing } from './platform/tracing/tracing.js';
import { ProblemError } from './platform/problem-error.js';
import type { StartWatch } from './platform/start-watch.js';
import { writeWhole } from './platform/write-whole.js';

/** The running program. */
export interface Program {
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** The token of the person at this machine; null where a provider signs people in. */
  readonly localToken: string | null;
  /** A link that signs the person at this machine in, once; null where a provider does. */
  signInUrl(): Promise<string | null>;
  close(): Promise<void>;
}

/** Thrown where the start fails for reasons that a person can mend; all of them at once. */
export class StartProblems extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => problem.code).join(', '));
  }
}

/** How long the search for the demo city's plan may take. */
const DEMO_PLANNING_SECONDS = 8;

/** Requests that are under way when the program stops may take so much longer. */
const LONGEST_DRAIN_MS = 10_000;
const SWEEP_EVERY_MS = 100;

/** Held by the process that stores what comes with the program. */
const FILLING_LOCK = 0x6669_6c6c;

/** Folder of the questionnaires that come with the program. */
const QUESTIONNAIRE_FOLDER = join(SHIPPED_CATALOGUE, '../questionnaires');

/** Brings everything up, in the order in which one needs the other; undoes what it did where a step fails. */
export async function startProgram(config: Config, watch: StartWatch): Promise<Program> {
  return undoneWhereItFails(async (closers) => {
    const { log, tracing, database } = await openAll(config, watch, closers);
    const app = await watch.step('program', async () => (await makeApplication(config, database, log, tracing)).app);
    await watchFrom(app, config, database, closers);
    closers.push(() => app.get(JobQueue, { strict: false }).stop(), () => closeServer(app));
    await fillBase(app, database, watch, async () => {
      if (config.demo !== 'none') await fillDemo(app, config, watch);
    });
    await startQueue(app, config.runsJobs, closers);
    closers.push(anchorTrail(database, config, log), () => leave(app, config.drainSeconds));
    app.get(Readiness).arrive();
    const url = await watch.step('listening', () => listen(app, config));
    if (config.isAnnounced) {
      const addressFile = join(config.dataFolder, 'server.json');
      await writeWhole(addressFile, JSON.stringify({ url, pid: process.pid, startedAt: new Date().toISOString() }));
      closers.push(() => withdraw(addressFile));
    }
    const { localToken } = app.get<AccessSettings>(ACCESS_SETTINGS, { strict: false });
    const signInUrl = async () => {
      const path = await app.get(SignIn, { strict: false }).link();
      return path && `${config.publicUrl ?? url}${path}`;
    };
    return { url, app, localToken, signInUrl };
  });
}

/** The same program without HTTP: it only takes jobs. */
export async function startWorker(config: Config, watch: StartWatch): Promise<{ close(): Promise<void> }> {
  return undoneWhereItFails(async (closers) => {
    const { log, tracing, database } = await openAll(config, watch, closers);
    const app = await watch.step('program', () => makeWorker(config, database, log, tracing));
    await watchFrom(app, config, database, closers);
    closers.push(() => app.get(JobQueue, { strict: false }).stop(), () => app.close());
    await fillBase(app, database, watch);
    await startQueue(app, true, closers);
    closers.push(anchorTrail(database, config, log), async () => app.get(Readiness).leave());
    app.get(Readiness).arrive();
    return {};
  });
}

type Closers = (() => Promise<unknown>)[];

async function undoneWhereItFails<T extends object>(start: (closers: Closers) => Promise<T>): Promise<T & { close(): Promise<void> }> {
  const closers: Closers = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await start(closers)), close };
  } catch (failure) {
    await close();
    throw failure;
  }
}

/** What every kind of process needs: its log, traces where they are configured, and the database with today's schema. */
async function openAll(config: Config, watch: StartWatch, closers: Closers): Promise<{ readonly log: Log; readonly tracing: Tracing | null; readonly database: OpenDatabase }> {
  let tracing: Tracing | null = null;
  const log = config.tracing === null ? createLogger(config) : createLogger(config, () => tracing);
  if (config.tracing !== null) {
    const { openTelemetry } = await import('./platform/tracing/open-telemetry.js');
    tracing = openTelemetry(config.tracing, (message) => log.warn(`traces: ${message}`));
    closers.push(tracing.stop.bind(tracing));
  }
  const database = await watch.step('database', () => openDatabase(config, slowStatements(config, log)));
  closers.push(() => database.close());
  await watch.step('migrations', () => migrateOrCheck(database));
  if (tracing) {
    traceReads(database.readPool, tracing);
    for (const pool of [database.writePool, database.readPool, ...(database.replica ? [database.replica.pool] : [])]) traceConnections(pool, tracing);
  }
  return { log, tracing, database };
}

function slowStatements({ slowQueryMs }: Config, log: Log): SlowStatements | undefined {
  if (slowQueryMs === null) return undefined;
  return { afterMs: slowQueryMs, tell: (statement, ms) => log.warn({ ms, statement }, 'a statement was slow') };
}

/** Tells whoever watches how it goes, if anybody is to. */
async function watchFrom(app: INestApplicationContext, config: Config, database: OpenDatabase, closers: Closers): Promise<void> {
  const metrics = app.get(Metrics, { strict: false });
  metrics.watchPool('read', database.readPool);
  metrics.watchPool('write', database.writePool);
  if (database.replica !== null) metrics.watchPool('replica', database.replica.pool);
  if (config.metrics === null) return;
  const reads = app.get(ReadDatabase, { strict: false });
  const isReady = async () => app.get(Readiness).wantsWork && (await reads.standing().then(() => true, () => false));
  closers.push(await serveMetrics(config.metrics, metrics, isReady));
}

/** Stores what comes with the program; of processes that start at once, one after the other, and the later ones find it there. */
async function fillBase(app: INestApplicationContext, database: OpenDatabase, watch: StartWatch, fillMore: () => Promise<void> = async () => undefined): Promise<void> {
  await oneAtATime(database, FILLING_LOCK, async () => {
    await watch.step('catalogue', async () => {
      const loaded = await app.get(LoadCatalogue, { strict: false }).execute(SHIPPED_CATALOGUE);
      if (!loaded.ok) throw new StartProblems(loaded.problem);
      await app.get(KeepReadyPolicies, { strict: false }).execute();
      await app.get(MatrixCopy, { strict: false }).renew();
      const scoring = await app.get(LoadScoringBase, { strict: false }).execute(QUESTIONNAIRE_FOLDER);
      if (!scoring.ok) throw new StartProblems(scoring.problem);
    });
    await fillMore();
  });
}

function anchorTrail({ readPool }: OpenDatabase, { dataFolder }: Config, log: Log): () => Promise<void> {
  return anchorRegularly(async (sql) => (await readPool.query(sql)).rows, dataFolder, log);
}

async function startQueue(app: INestApplicationContext, works: boolean, closers: Closers): Promise<void> {
  const queue = app.get(JobQueue, { strict: false });
  await queue.start(works);
  closers.push(() => queue.handBack());
  await app.get(ReplayMatches, { strict: false }).startWhereStale();
  app.get(TargetWatch, { strict: false }).start();
}

async function fillDemo(app: NestFastifyApplication, config: Config, watch: StartWatch): Promise<void> {
  const demo = app.get(FillDemo, { strict: false });
  const standing = await demo.standing();
  if (config.demo === 'none' || standing === 'OWN_DATA' || standing === 'STEERED') return;
  const size = config.demo;
  if (standing === 'EMPTY') {
    await watch.step('demo', async () => {
      const catalogue = parseCatalogue(await readCatalogueFolder(SHIPPED_CATALOGUE));
      if (!catalogue.ok) throw new StartProblems(catalogue.problem);
      const filled = await demo.execute(catalogue.value, size, config.demoSeed, new Date());
      if (!filled.ok) throw new ProblemError(filled.problem);
    });
  }
  const watched = { jobId: null, actorId: SYSTEM_ACTOR_ID, signal: new AbortController().signal, progress: () => undefined };
  if (standing === 'EMPTY' || standing === 'FILLED') {
    await watch.step('scoring', async () => {
      const scored = await app.get(PerformScoringRun, { strict: false }).execute({ ...watched, payload: { model: 'dortmund-2021', seed: 1, samples: 10_000 } });
      if (!scored.ok) throw new ProblemError(scored.problem);
    });
  }
  await watch.step('planning', async () => {
    if (standing !== 'PLANNED') {
      const planned = await app.get(PerformPlanning, { strict: false }).execute({ ...watched, payload: { scenario: null, seed: 1, timeLimitSeconds: DEMO_PLANNING_SECONDS } });
      if (!planned.ok) throw new ProblemError(planned.problem);
    }
    const steered = await app.get(SteerDemo, { strict: false }).execute(new Date());
    if (!steered.ok) throw new ProblemError(steered.problem);
  });
}

/** Says that it is going, while it still answers. */
async function leave(app: NestFastifyApplication, drainSeconds: number): Promise<void> {
  app.get(Readiness).leave();
  if (app.getHttpServer().listening) await sleep(drainSeconds * 1_000);
}

/** Takes no more connections, ends subscriptions, and lets requests that are under way end; those that take too long are cut off. */
async function closeServer(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer() as Server;
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS); // those whose last request has ended meanwhile
  const cutOff = setTimeout(() => server.closeAllConnections(), LONGEST_DRAIN_MS);
  await app.close();
  clearInterval(sweep);
  clearTimeout(cutOff);
}

/** Takes the address back, unless another server has put its own there meanwhile. */
async function withdraw(addressFile: string): Promise<void> {
  const { pid } = JSON.parse(await readFile(addressFile, 'utf8').catch(() => '{}')) as { pid?: number };
  if (pid === process.pid) await rm(addressFile, { force: true });
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new ProblemError({ code: 'PLATFORM.PORT_IN_USE', host, port });
    throw failure;
  }
  const address = app.getHttpServer().address() as AddressInfo;
  return `http://${host === '::1' ? '[::1]' : host}:${address.port}`;
}
