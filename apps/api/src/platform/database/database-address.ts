// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Which of several servers is wanted, in the words of libpq's `target_session_attrs`. */
export type WantedServer = 'any' | 'read-write' | 'standby' | 'prefer-standby';

/** Where a database is: on one server, or on one of several that hold the same. */
export interface DatabaseAddress {
  /** An address for each server, as the driver takes it. */
  readonly urls: readonly string[];
  readonly wanted: WantedServer;
}

const FORM = /^(postgres(?:ql)?:\/\/)((?:[^@/?#]*@)?)([^/?#]*)([^#]*)$/i;
const MEANINGS: Readonly<Record<string, WantedServer>> = { any: 'any', 'read-write': 'read-write', primary: 'read-write', 'read-only': 'standby', standby: 'standby', 'prefer-standby': 'prefer-standby' };

/**
 * Reads an address that may name several servers, `postgres://user@one:5432,other:5432/database?target_session_attrs=read-write`; the driver itself knows one only.
 *
 * @param usual what is wanted where the address does not say
 * @returns null where it cannot be used
 * @source PostgreSQL documentation, "Connection URIs" and `target_session_attrs`
 */
export function readDatabaseAddress(address: string, usual: WantedServer): DatabaseAddress | null {
  const [, scheme, credentials, hosts, rest] = FORM.exec(address) ?? [];
  if (scheme === undefined) return null;
  let wanted: WantedServer | undefined = usual;
  const urls: string[] = [];
  for (const host of hosts!.split(',')) {
    const text = `${scheme}${credentials}${host}${rest}`;
    if (!URL.canParse(text) || (host === '' && hosts!.includes(','))) return null;
    const url = new URL(text);
    const said = url.searchParams.get('target_session_attrs');
    if (said !== null) wanted = Object.hasOwn(MEANINGS, said) ? MEANINGS[said] : undefined;
    if (wanted === undefined || (url.searchParams.get('host') ?? '').includes(',')) return null;
    url.searchParams.delete('target_session_attrs');
    urls.push(said === null ? text : url.toString());
  }
  return { urls, wanted };
}
