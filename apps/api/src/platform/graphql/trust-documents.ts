// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { ProblemError } from '../problem-error.js';
import { contextOf, type Connection, type RequestContext } from './request-context.js';
import { statusOfDocumentProblem, type AskedDocument, type TrustedDocuments } from './trusted-documents.js';

/** What resolvers know of the request, and the text that it is answered by; null where that is the one that came with it. */
interface TrustedContext extends RequestContext {
  readonly document: string | null;
}

/** Looks which document is asked for, before anything of it is read. A refusal is one of the whole request. */
export const trustedContextOf =
  (trusted: TrustedDocuments) =>
  (from: FastifyRequest | Connection): RequestContext | TrustedContext => {
    const context = contextOf(from);
    if ('extra' in from) return context; // looked at when it was subscribed
    const document = trusted.resolve(askedBy(from), context.identity);
    if (document.ok) return { ...context, document: document.value };
    throw new GraphQLError(document.problem.code, { originalError: new ProblemError(document.problem), extensions: { http: { status: statusOfDocumentProblem(document.problem) } } });
  };

/** Puts the text in its place. Where only trusted documents are answered, what came is never answered by itself: not even if it was read in another way here than there. */
export function trustDocuments(trusted: TrustedDocuments): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ request, contextValue }) {
      const { document } = contextValue as TrustedContext;
      if (document === null && trusted.mode !== 'only') return;
      request.query = document ?? undefined;
      request.extensions = { ...request.extensions, persistedQuery: undefined };
    },
  };
}

/** What a request says of its document, in its body or in its address. What cannot be read there is left to whoever answers, who refuses it. */
function askedBy({ method, url, body }: FastifyRequest): AskedDocument {
  if (method !== 'GET') return typeof body === 'object' && body !== null ? (body as AskedDocument) : {};
  const address = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const one = (name: string): string | string[] | undefined => (address.getAll(name).length > 1 ? address.getAll(name) : (address.get(name) ?? undefined));
  return { query: one('query'), documentId: one('documentId'), extensions: recordIn(address.get('extensions')) };
}

function recordIn(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
