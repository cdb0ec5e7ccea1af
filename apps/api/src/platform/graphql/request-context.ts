// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Language } from '#kernel';
import type { Identity } from '../permissions/identity.js';

/** What resolvers know of the request. */
export interface RequestContext {
  readonly requestId: string;
  readonly language: Language;
  readonly actorId: number;
  readonly identity: Identity;
}

/** A web socket, with the request that opened it and whoever did. */
export interface Connection {
  readonly extra: { readonly request: Pick<FastifyRequest, 'headers'>; identity?: Identity };
}

/** What resolvers are told of an operation, however it came. */
export function contextOf(from: FastifyRequest | Connection): RequestContext {
  const request: Pick<FastifyRequest, 'headers'> & { readonly id?: string } = 'extra' in from ? from.extra.request : from;
  const identity = 'extra' in from ? from.extra.identity! : from.identity;
  return { requestId: request.id ?? randomUUID(), language: languageOf(request), actorId: identity.actorId, identity };
}

/** The language of a request: what `?language=` of its address asks for, else the first of German and English that `Accept-Language` names; English otherwise. */
export function languageOf(request: Pick<FastifyRequest, 'headers'> & { readonly query?: unknown }): Language {
  const asked = (request.query as { readonly language?: unknown } | undefined)?.language;
  if (asked === 'de' || asked === 'en') return asked;
  const wished = /\b(de|en)\b/i.exec(request.headers['accept-language'] ?? '');
  return (wished?.[1]?.toLowerCase() as Language | undefined) ?? 'en';
}
