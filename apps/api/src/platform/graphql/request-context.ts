// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import type { Language } from '#kernel';

/** What resolvers know of the request. */
export interface RequestContext {
  readonly requestId: string;
  readonly language: Language;
  readonly actorId: number;
}

/** A web socket, with the request that opened it. */
export interface Connection {
  readonly extra: { readonly request: Pick<FastifyRequest, 'headers'> };
}

/** The request behind an operation, however it came. */
export function requestOf(from: FastifyRequest | Connection): Pick<FastifyRequest, 'headers'> & { readonly id?: string } {
  return 'extra' in from ? from.extra.request : from;
}

/** The language of a request: the first of German and English that `Accept-Language` names; English otherwise. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const wished = /\b(de|en)\b/i.exec(request.headers['accept-language'] ?? '');
  return (wished?.[1]?.toLowerCase() as Language | undefined) ?? 'en';
}
