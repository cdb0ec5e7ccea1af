// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

const LONGEST_ADDRESS = 2_000;
/** Stands for this server, whatever its name is. */
const HERE = 'http://here.invalid';

/** Where somebody was before signing in: an address of this server and of no other; the first page where it is anything else. */
export function returnAddress(given: unknown): string {
  if (typeof given !== 'string' || given.length > LONGEST_ADDRESS || !given.startsWith('/') || !URL.canParse(given, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(given, HERE);
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
