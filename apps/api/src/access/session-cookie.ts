// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parseCookie, stringifySetCookie } from 'cookie';

/** Over TLS the name binds the cookie to this host and to TLS. */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-fahrplan-session' : 'fahrplan-session');

/** The secret of the session that a browser sends along; null where it sends none. */
export function sessionIn(header: string | undefined, isSecure: boolean): string | null {
  return parseCookie(header ?? '')[nameOf(isSecure)] ?? null;
}

/**
 * Hands a session to the browser: scripts cannot read it, and pages of others cannot send it along with a change. `lax`, because somebody who comes back from the sign-in of another
 * server, or follows a link in a mail, is to be known at once.
 */
export function sessionCookie(secret: string, hours: number, isSecure: boolean): string {
  return stringifySetCookie({ name: nameOf(isSecure), value: secret, path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: hours * 3600 });
}

export function endedCookie(isSecure: boolean): string {
  return stringifySetCookie({ name: nameOf(isSecure), value: '', path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: 0 });
}

const stateNameOf = (isSecure: boolean): string => (isSecure ? '__Host-fahrplan-sign-in' : 'fahrplan-sign-in');
const STATE_SECONDS = 900;

/** What a sign-in that began in this browser, or the way out at the provider that was offered to it, has to come back with. */
export function stateIn(header: string | undefined, isSecure: boolean): string | null {
  return parseCookie(header ?? '')[stateNameOf(isSecure)] ?? null;
}

export function stateCookie(state: string, isSecure: boolean): string {
  return stringifySetCookie({ name: stateNameOf(isSecure), value: state, path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: STATE_SECONDS });
}

export function endedStateCookie(isSecure: boolean): string {
  return stringifySetCookie({ name: stateNameOf(isSecure), value: '', path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: 0 });
}
