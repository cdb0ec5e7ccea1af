// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto';
import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLResponse } from '@apollo/server';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { dateOfInstant, type Problem } from '#kernel';
import { isConnectionLost, isNotText, isTooLong } from '../../database/broken.js';
import type { RequestContext } from '../request-context.js';
import { DirectOperation } from './compiled-operation.js';
import type { Read, ReadDatabase } from './read-database.js';
import type { ReadModel } from './read-type.js';
import { UnusableArgument } from './statement.js';

/** Answers kept for reuse: at most so many, of at most so many characters together. */
const MOST_ANSWERS = 500;
const MOST_CHARACTERS = 64 * 1024 * 1024;

/** JSON text that goes into the answer as it is. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** Stands for the body of an answer that the client has already. */
const NOT_MODIFIED = new JsonText('');

interface KeptAnswer {
  readonly state: string | null;
  readonly day: string;
  readonly etag: string;
  readonly data: JsonText;
  /** Whether it was still right when it was last asked for; then it pays to ask for nothing but the state, which all who ask at once share. */
  wasRight: boolean;
}

/** Writes an answer: text from the database is spliced in, everything else is serialised. */
export function writeAnswer(result: object): string {
  const data = (result as { data?: unknown }).data;
  if (data === NOT_MODIFIED) return '';
  return data instanceof JsonText ? `{"data":${data.text}}` : JSON.stringify(result);
}

/**
 * Answers an operation that only reads with the text that PostgreSQL makes of it, past the executor. An answer is used again as long as nothing was
 * committed since it was read; with `If-None-Match` it is not even sent again (304). Everything else goes the ordinary way.
 */
export function directAnswers(
  model: ReadModel,
  database: ReadDatabase,
  describe: (problem: Problem) => GraphQLFormattedError,
  describeUnexpected: (failure: unknown, context: RequestContext) => GraphQLFormattedError,
): ApolloServerPlugin {
  let schema: GraphQLSchema;
  const operations = new Map<string, DirectOperation | null>();
  const kept = new Map<string, KeptAnswer>();
  let characters = 0;

  const keep = (key: string, answer: KeptAnswer) => {
    forget(key);
    kept.set(key, answer);
    characters += answer.data.text.length;
    while (kept.size > MOST_ANSWERS || characters > MOST_CHARACTERS) forget(kept.keys().next().value!);
  };
  const forget = (key: string) => {
    characters -= kept.get(key)?.data.text.length ?? 0;
    kept.delete(key);
  };

  const operationOf = (request: GraphQLRequestContext<object>): DirectOperation | null => {
    const key = `${request.queryHash}:${request.operationName ?? ''}`;
    let operation = operations.get(key);
    if (operation === undefined) {
      operation = DirectOperation.prepare(schema, model, request.document!, request.operationName);
      operations.set(key, operation);
      if (operations.size > MOST_ANSWERS) operations.delete(operations.keys().next().value!);
    }
    return operation;
  };

  return {
    async serverWillStart(service) {
      schema = service.schema;
    },
    async requestDidStart() {
      return {
        async responseForOperation(request): Promise<GraphQLResponse | null> {
          const operation = operationOf(request as GraphQLRequestContext<object>);
          const variables = operation?.coerce(request.request.variables);
          if (!operation || !variables) return null;
          const compiled = operation.for(variables);
          if (!compiled) return null;
          let values: unknown[];
          try {
            values = compiled.valuesFor(variables);
          } catch (failure) {
            if (failure instanceof UnusableArgument) return null; // the ordinary way reports it in its place
            throw failure;
          }
          const key = `${request.queryHash}:${request.operationName ?? ''}:${compiled.text.length}:${JSON.stringify(variables)}`;
          const day = dateOfInstant(new Date());
          const found = kept.get(key);
          const known = found?.day === day ? found : undefined;
          const readUnlessKnown = async (): Promise<Read> => {
            if (known?.wasRight && known.state === (await database.state())) return 'unchanged';
            return database.valueUnlessState(compiled.text, values, known === undefined || known.wasRight ? null : known.state);
          };
          const read = await readUnlessKnown().catch((failure: unknown) => {
            if (isNotText(failure)) return 'not text';
            if (isTooLong(failure)) return 'too long';
            if (isConnectionLost(failure)) return 'away';
            return { unexpected: failure };
          });
          if (read === 'away') return refuse(request as GraphQLRequestContext<object>, describe({ code: 'PLATFORM.DATABASE_AWAY' }));
          if (read === 'too long') return refuse(request as GraphQLRequestContext<object>, describe({ code: 'PLATFORM.QUERY_TOO_LONG' })); // the ordinary way would take as long again
          if (read === 'not text') return null; // the ordinary way reports it in its place
          if (read === 'unchanged') {
            known!.wasRight = true;
            return respond(request as GraphQLRequestContext<object>, known!);
          }
          if ('unexpected' in read) return refuse(request as GraphQLRequestContext<object>, describeUnexpected(read.unexpected, request.contextValue as RequestContext), 500);
          const data = new JsonText(read.value ?? 'null');
          const answer = { state: read.state, day, etag: `"${hash('sha1', data.text, 'base64url')}"`, data, wasRight: false };
          if (read.state !== null) keep(key, answer);
          return respond(request as GraphQLRequestContext<object>, answer);
        },
      };
    },
  };
}

function refuse(request: GraphQLRequestContext<object>, failure: GraphQLFormattedError, status?: number): GraphQLResponse {
  if (status !== undefined) request.response.http.status = status;
  return { http: request.response.http, body: { kind: 'single', singleResult: { data: null, errors: [failure] } } };
}

function respond(request: GraphQLRequestContext<object>, answer: KeptAnswer): GraphQLResponse {
  const { http } = request.response;
  http.headers.set('etag', answer.etag);
  http.headers.set('cache-control', 'private, no-cache');
  const isNotModified = request.request.http?.headers.get('if-none-match') === answer.etag;
  if (isNotModified) http.status = 304;
  const data = isNotModified ? NOT_MODIFIED : answer.data;
  return { http, body: { kind: 'single', singleResult: { data: data as unknown as Record<string, unknown> } } };
}
