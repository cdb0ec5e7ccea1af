// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage } from 'node:http';
import { getOperationAST, GraphQLError, parse } from 'graphql';
import type { Problem } from '#kernel';
import { ProblemError } from '../problem-error.js';
import type { Identify } from '../permissions/identity.js';
import { exceededLimit, MOST_TOKENS } from './limits.js';
import type { Connected, OpenSubscriptions } from './open-subscriptions.js';
import type { AskedDocument, TrustedDocuments } from './trusted-documents.js';

/** Close code of a web socket that may be opened again later (RFC 6455, registry of IANA). */
const TRY_AGAIN_LATER = 1013;

/**
 * Rules for subscriptions over a web socket. Browsers open web sockets to anybody without asking, so a page of another origin is turned away; and nothing but
 * subscriptions comes in this way, for queries and mutations have their own door with its own rules. Whoever opens it shows who they are by the headers or, where these cannot be set, by
 * `authorization` in `connection_init`. How many there may be is bounded.
 */
export const subscriptionRules = (identify: Identify, open: OpenSubscriptions, trusted: TrustedDocuments) => ({
  'graphql-ws': {
    onConnect: async (connected: Connected): Promise<boolean> => {
      const { extra, connectionParams } = connected;
      const { headers, socket } = extra.request;
      if (!isOfSameOrigin(headers)) return false;
      const said = connectionParams?.['authorization'];
      try {
        extra.identity = await identify.of({ headers: typeof said === 'string' ? { ...headers, authorization: said } : headers, address: socket.remoteAddress ?? '' });
        if (extra.identity.actorId === 0) return false;
        if (open.admit(connected)) return true;
        extra.socket.close(TRY_AGAIN_LATER, 'Too many connections'); // clients come again, as after no other refusal
        return false;
      } catch (failure) {
        if (failure instanceof ProblemError) return false;
        throw failure;
      }
    },
    onClose: (connected: Connected): void => open.leave(connected),
    onSubscribe: (connected: Connected, _id: string, asked: AskedDocument & { query: string; readonly operationName?: string | null }): readonly GraphQLError[] | undefined => {
      try {
        const text = trusted.resolve(asked, connected.extra.identity!);
        if (!text.ok) return [refusal(text.problem)];
        asked.query = text.value ?? asked.query; // the library answers what stands there
        const document = parse(asked.query, { maxTokens: MOST_TOKENS });
        const problem = exceededLimit(document);
        if (problem) return [refusal(problem)];
        if (getOperationAST(document, asked.operationName)?.operation === 'subscription') return open.isCrowdedFor(connected) ? [tooMany(open)] : undefined;
        return [new GraphQLError('Only subscriptions are answered here; send queries and mutations by POST.', { extensions: { code: 'BAD_REQUEST' } })];
      } catch (failure) {
        return [failure instanceof GraphQLError ? failure : new GraphQLError('The operation cannot be read.')];
      }
    },
  },
});

function tooMany({ most, mostOfOne }: OpenSubscriptions): GraphQLError {
  return refusal({ code: 'PLATFORM.TOO_MANY_SUBSCRIPTIONS', most, mostOfOne });
}

function refusal(problem: Problem): GraphQLError {
  return new GraphQLError(problem.code, { extensions: { code: problem.code, problem } });
}

/** Programs send no origin; a page has to come from this server. */
export function isOfSameOrigin({ origin, host }: IncomingMessage['headers']): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
