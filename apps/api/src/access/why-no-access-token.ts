// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { JWTHeaderParameters, JWTPayload } from 'jose';

/** Kinds that a header may name; most providers say JWT for everything. */
const KINDS = new Set(['jwt', 'at+jwt']);
/** Claims that only tokens of another use have: what an ID token is bound to, and what a logout token tells. */
const OF_OTHERS = ['at_hash', 'c_hash', 's_hash', 'events'];
const LONGEST_SUBJECT = 255;

/**
 * Says why a token that the provider signed is no access token; null where it is one. It matters where one audience is used for everything.
 *
 * @source RFC 9068 (JWT profile for access tokens), RFC 8725 §3.11 and §3.12, OpenID Connect Core §2 (`sub` has at most 255 characters of ASCII); Keycloak names the use in a claim `typ`
 */
export function whyNoAccessToken({ typ }: JWTHeaderParameters, claims: JWTPayload): string | null {
  if (typ !== undefined && !KINDS.has(String(typ).toLowerCase().replace(/^application\//, ''))) return 'typ';
  const use = claims['typ'];
  if (use !== undefined && use !== 'Bearer') return 'typ';
  const of = OF_OTHERS.find((claim) => claims[claim] !== undefined);
  if (of !== undefined) return of;
  return typeof claims.sub === 'string' && claims.sub.length <= LONGEST_SUBJECT && /^[\x20-\x7e]+$/.test(claims.sub) ? null : 'sub';
}
