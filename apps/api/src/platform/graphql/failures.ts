// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { unwrapResolverError } from '@apollo/server/errors';
import type { ApolloServerPlugin } from '@apollo/server';
import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import type { Problem } from '#kernel';
import { isConnectionLost, isNotText, isTooLong } from '../database/broken.js';
import type { Log } from '../logging/log.token.js';
import { ProblemError } from '../problem-error.js';
import type { ProblemTexts } from './problem.types.js';
import type { RequestContext } from './request-context.js';

/** Codes of failures that a client causes with the text of its request. */
const CLIENT_FAULTS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_FOUND']);

/** The request in which a failure came up. */
const requestOf = new WeakMap<object, string>();

/** Lets an unexpected failure be named by the id of its request, as the audit trail and traces name it. */
export function nameRequests(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const failure of errors) requestOf.set(failure, contextValue.requestId);
        },
      };
    },
  };
}

/** What a client sees of a failure: expected ones with code and sentence, unexpected ones as `INTERNAL` and an id that the log explains. */
export function formatFailure(formatted: GraphQLFormattedError, failure: unknown, texts: ProblemTexts, log: Log): GraphQLFormattedError {
  const original = unwrapResolverError(failure);
  const place = { ...(formatted.locations ? { locations: formatted.locations } : {}), ...(formatted.path ? { path: formatted.path } : {}) };
  const problem = problemOf(original) ?? (formatted.extensions?.['problem'] as Problem | undefined);
  if (problem) {
    return { ...place, ...presentProblem(problem, texts) };
  }
  const code = String(formatted.extensions?.['code'] ?? 'INTERNAL');
  if (CLIENT_FAULTS.has(code)) return { ...place, message: formatted.message, extensions: { code } };
  return { ...place, ...presentUnexpected(original, requestOf.get(failure as object) ?? randomUUID(), texts, log) };
}

/** An unexpected failure as it stands among the errors of an answer: nothing but an id that the log explains. */
export function presentUnexpected(failure: unknown, requestId: string, texts: ProblemTexts, log: Log): GraphQLFormattedError {
  log.error({ err: failure, requestId }, 'a request failed unexpectedly');
  return { message: texts.describe({ code: 'INTERNAL', requestId }, 'en'), extensions: { code: 'INTERNAL', requestId } };
}

/** An expected failure as it stands among the errors of an answer. */
export function presentProblem(problem: Problem, texts: ProblemTexts): GraphQLFormattedError {
  return { message: texts.describe(problem, 'en'), extensions: { code: problem.code, messageDe: texts.describe(problem, 'de'), problem } };
}

function problemOf(original: unknown): Problem | undefined {
  if (original instanceof ProblemError) return original.problem;
  const { originalError } = (original ?? {}) as { originalError?: unknown };
  if (originalError instanceof ProblemError) return originalError.problem; // of a rule that every document has to keep
  if (isConnectionLost(original)) return { code: 'PLATFORM.DATABASE_AWAY' };
  if (isTooLong(original)) return { code: 'PLATFORM.QUERY_TOO_LONG' };
  return isNotText(original) ? { code: 'PLATFORM.NOT_TEXT' } : undefined;
}
