// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#kernel';
import { refusalBody } from '../graphql/refusal-body.js';
import type { ProblemTexts } from '../graphql/problem.types.js';
import { isOfSameOrigin } from '../graphql/subscriptions.js';
import { ProblemError } from '../problem-error.js';
import type { Identify, Identity } from './identity.js';
import { OPEN, type Need } from './needs.js';
import { refusalOf } from './refusal.js';

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity;
  }
  interface FastifyContextConfig {
    needs?: Need;
    anyHost?: boolean;
  }
}

/** Programs send neither; browsers always say where a change comes from. */
function isFromOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return isOfSameOrigin(headers) && (site === undefined || site === 'same-origin' || site === 'none');
}

/** A route with what it needs. */
export interface GuardedRoute {
  readonly method: string;
  readonly path: string;
  readonly needs: Need;
}

/** What the guard asks for; at hand once the program is put together. */
export interface Doors {
  readonly identify: Identify;
  readonly texts: ProblemTexts;
  /** Whether the server answers to a name, as `Host` gives it. */
  isHostKnown(host: string | undefined): boolean;
}

const GRAPHQL = '/graphql';
/** What shows nothing of who asks, but that the provider cannot be asked. */
const NOT_OF_THE_ASKING = new Set(['ACCESS.PROVIDER_SILENT', 'ACCESS.HOST_NOT_ALLOWED']);
const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Stands before every route: the server has to be called by a name of its own (a page of a stranger whose name was turned to this machine is not), a page of another origin changes nothing,
 * and whoever asks has to be allowed to. A route that does not say what it needs stops the start; what stands behind `/graphql` is guarded field by field.
 *
 * @returns the list of routes, filled as they are made
 */
export function guardRoutes(server: FastifyInstance, doors: () => Doors): readonly GuardedRoute[] {
  const routes: GuardedRoute[] = [];
  server.decorateRequest('identity', null as never);
  server.addHook('onRoute', ({ method, url, config }) => {
    const needs = config?.needs ?? (url === GRAPHQL ? OPEN : undefined);
    if (needs === undefined) throw new Error(`The route ${String(method)} ${url} does not say what it needs (@RouteNeeds, or config.needs).`);
    for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') routes.push({ method: one, path: url, needs });
  });
  server.addHook('onRequest', async (request, reply) => {
    const { identify, isHostKnown } = doors();
    const { host, origin } = request.headers;
    if (!request.routeOptions.config.anyHost && !isHostKnown(host)) return refuse(reply, request, 421, { code: 'ACCESS.HOST_NOT_KNOWN', host: String(host ?? '').slice(0, 100) });
    if (!HARMLESS.has(request.method) && !isFromOwnPage(request.headers)) return refuse(reply, request, 403, { code: 'ACCESS.FOREIGN_ORIGIN', origin: String(origin).slice(0, 100) });
    try {
      request.identity = await identify.of({ headers: request.headers, address: request.ip });
    } catch (failure) {
      if (failure instanceof ProblemError) return refuse(reply, request, NOT_OF_THE_ASKING.has(failure.problem.code) ? 503 : 401, failure.problem);
      throw failure;
    }
    const needs = request.routeOptions.config.needs ?? OPEN; // no route at all: 404 tells nothing
    if (needs === OPEN || request.identity.permissions.has(needs)) return undefined;
    const { status, problem } = refusalOf(request.identity, [needs]);
    return refuse(reply, request, status, problem);
  });

  const refuse = (reply: FastifyReply, request: FastifyRequest, status: number, problem: Problem): FastifyReply => {
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.code(status).header('cache-control', 'no-store');
    return reply.send(refusalBody(problem, doors().texts, request));
  };
  return routes;
}
