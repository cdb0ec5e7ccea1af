// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage } from 'node:http';
import { getOperationAST, GraphQLError, parse } from 'graphql';
import { ProblemError } from '../problem-error.js';
import type { Identify, Identity } from '../permissions/identity.js';
import { exceededLimit, MOST_TOKENS } from './limits.js';

/** What the library tells of a connection. */
interface Connected {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  readonly extra: { readonly request: Pick<IncomingMessage, 'headers' | 'socket'>; identity?: Identity };
}

/**
 * Rules for subscriptions over a web socket. Browsers open web sockets to anybody without asking, so a page of another origin is turned away; and nothing but
 * subscriptions comes in this way, for queries and mutations have their own door with its own rules. Whoever opens it shows who they are by the headers or, where these cannot be set, by
 * `authorization` in `connection_init`.
 */
export const subscriptionRules = (identify: Identify) => ({
  'graphql-ws': {
    onConnect: async ({ extra, connectionParams }: Connected): Promise<boolean> => {
      const { headers, socket } = extra.request;
      if (!isOfSameOrigin(headers)) return false;
      const said = connectionParams?.['authorization'];
      try {
        extra.identity = await identify.of({ headers: typeof said === 'string' ? { ...headers, authorization: said } : headers, address: socket.remoteAddress ?? '' });
        return extra.identity.actorId !== 0;
      } catch (failure) {
        if (failure instanceof ProblemError) return false;
        throw failure;
      }
    },
    onSubscribe: (_connected: unknown, _id: string, { query, operationName }: { query: string; operationName?: string | null }): readonly GraphQLError[] | undefined => {
      try {
        const document = parse(query, { maxTokens: MOST_TOKENS });
        const problem = exceededLimit(document);
        if (problem) return [new GraphQLError(problem.code, { extensions: { code: problem.code, problem } })];
        if (getOperationAST(document, operationName)?.operation === 'subscription') return undefined;
        return [new GraphQLError('Only subscriptions are answered here; send queries and mutations by POST.', { extensions: { code: 'BAD_REQUEST' } })];
      } catch (failure) {
        return [failure instanceof GraphQLError ? failure : new GraphQLError('The operation cannot be read.')];
      }
    },
  },
});

/** Programs send no origin; a page has to come from this server. */
export function isOfSameOrigin({ origin, host }: IncomingMessage['headers']): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
