// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import type { Problem } from '#kernel';
import { presentProblem } from './failures.js';
import type { ProblemTexts } from './problem.types.js';
import { languageOf } from './request-context.js';

/** What a request is told that was refused before anything answered it: as GraphQL says it at its address, else as our routes do. */
export function refusalBody(problem: Problem, texts: ProblemTexts, request: FastifyRequest): object {
  return request.url.startsWith('/graphql') ? { errors: [presentProblem(problem, texts)] } : texts.routeBody(problem, languageOf(request));
}
