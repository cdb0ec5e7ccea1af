// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { HttpException, HttpStatus } from '@nestjs/common';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { presentProblem } from '../graphql/failures.js';
import type { ProblemTexts } from '../graphql/problem.types.js';
import { languageOf } from '../graphql/request-context.js';
import { OPEN } from './needs.js';

/**
 * Lets nobody ask without end: each person, token, or address of a stranger has so many requests a minute, in each process; then 429 with `Retry-After`. What gives nothing away (the page's
 * files, probes) is not counted. Stands behind the guard, which says who asks.
 */
export async function limitRate(server: FastifyInstance, requestsPerMinute: number, texts: () => ProblemTexts): Promise<void> {
  if (requestsPerMinute === 0) return;
  await server.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: ({ identity }) => identity.key,
    allowList: ({ routeOptions }) => routeOptions.config.needs === OPEN,
    errorResponseBuilder: (request, { ttl }) => {
      const problem = { code: 'PLATFORM.TOO_MANY_REQUESTS', seconds: Math.ceil(ttl / 1000) };
      return new HttpException({ ...texts().routeBody(problem, languageOf(request)), errors: [presentProblem(problem, texts())] }, HttpStatus.TOO_MANY_REQUESTS);
    },
  });
}
