// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import type { OpenDatabase } from './platform/database/open-database.js';
import { admit } from './platform/health/admission.js';
import { Metrics } from './platform/metrics/metrics.js';
import { serveExplorer } from './platform/graphql/explorer.js';
import { MOST_BODY_BYTES } from './platform/graphql/limits.js';
import { OpenSubscriptions } from './platform/graphql/open-subscriptions.js';
import { loadTrustedDocuments } from './platform/graphql/load-trusted-documents.js';
import { ProblemTexts } from './platform/graphql/problem.types.js';
import { TrustedDocuments } from './platform/graphql/trusted-documents.js';
import type { Log } from './platform/logging/log.token.js';
import { frameworkLog } from './platform/logging/logger.js';
import { addSecurityHeaders } from './platform/security-headers.js';
import { platformMessages } from './platform/messages.js';
import { guardRoutes, type GuardedRoute } from './platform/permissions/guard-routes.js';
import { limitRate } from './platform/permissions/limit-rate.js';
import { Identify } from './platform/permissions/identity.js';
import { traceRequests } from './platform/tracing/trace-requests.js';
import type { Tracing } from './platform/tracing/tracing.js';
import { servePage } from './platform/web/serve-page.js';

/** Within so long a request has to be here as a whole, its headers much sooner: slow senders hold no connection for ever. */
const LONGEST_REQUEST_MS = 15 * 60_000;
const LONGEST_HEADERS_MS = 15_000;

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a server that is called by this name is this one: by a name of the machine for itself, or the name that it is published under. */
function isOwnName(host: string | undefined, publicUrl: string | null): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return LOOPBACK_NAMES.has(hostname) || (publicUrl !== null && hostname === new URL(publicUrl).hostname);
}

/** The program with all its routes, on an opened database whose schema is today's; it listens to nobody yet. */
export interface Application {
  readonly app: NestFastifyApplication;
  readonly routes: readonly GuardedRoute[];
}

export async function makeApplication(config: Config, database: OpenDatabase, log: Log, tracing: Tracing | null = null): Promise<Application> {
  const adapter = new FastifyAdapter({ bodyLimit: MOST_BODY_BYTES, requestTimeout: LONGEST_REQUEST_MS, http: { headersTimeout: LONGEST_HEADERS_MS }, requestIdHeader: false, trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies], genReqId: () => crypto.randomUUID() });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, database, log, tracing, await loadTrustedDocuments(config.trustedDocuments, log)), adapter, { logger: frameworkLog(log), abortOnError: false });
  const server = adapter.getInstance();
  if (tracing) traceRequests(server as never, tracing); // before all others, so that what they refuse is told of too
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload)); // files come in as streams
  server.addHook('onRequest', (request, _reply, done) => {
    if (request.url.startsWith('/imports')) request.headers['content-type'] = 'application/octet-stream'; // whatever they are called
    done();
  });
  await addSecurityHeaders(server as never, config.publicUrl?.startsWith('https:') ?? false);
  const admission = admit(server as never, config.mostRequests, () => app.get(ProblemTexts));
  app.get(Metrics).watchRequests(server as never, admission);
  const open = app.get(OpenSubscriptions, { strict: false });
  open.watch(server.server as never);
  app.get(Metrics).watchSubscriptions(open);
  const routes = guardRoutes(server as never, () => ({ identify: app.get(Identify), texts: app.get(ProblemTexts), isHostKnown: (host) => isOwnName(host, config.publicUrl) }));
  await limitRate(server as never, config.requestsPerMinute, () => app.get(ProblemTexts));
  if (config.isExplorerOn) serveExplorer(server as never);
  await servePage(server as never, () => app.get(ProblemTexts));
  await app.init();
  app.get(ProblemTexts).add(platformMessages);
  return { app, routes };
}

/** The same without HTTP: for whoever only works on jobs. */
export async function makeWorker(config: Config, database: OpenDatabase, log: Log, tracing: Tracing | null = null): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config, database, log, tracing, new TrustedDocuments('off')), { logger: frameworkLog(log), abortOnError: false });
  app.get(ProblemTexts).add(platformMessages);
  return app;
}
