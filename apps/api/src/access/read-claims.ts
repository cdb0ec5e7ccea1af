// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ProviderSettings } from '../platform/config/provider-settings.js';
import type { SeenPerson } from './person.repository.js';
import type { Claims } from './provider.js';
import { isRole } from './roles.js';

/** What the claims of a provider mean here: roles that are not known, and departments that nobody named, are none. */
export function readClaims(claims: Claims, { issuer, rolesClaim, roleNames, departmentsClaim }: Pick<ProviderSettings, 'issuer' | 'rolesClaim' | 'roleNames' | 'departmentsClaim'>): SeenPerson {
  const roles = textsAt(claims, rolesClaim).map((value) => (roleNames === null ? value : roleNames.get(value)));
  const isMachine = claims['client_id'] === claims.sub || claims['azp'] === claims.sub;
  const name = claims['name'] ?? claims['preferred_username'];
  return {
    issuer,
    subject: claims.sub,
    kind: isMachine ? 'MACHINE' : 'PERSON',
    displayName: typeof name === 'string' ? name.replaceAll(/\p{Cc}/gu, ' ').slice(0, 200) : null,
    roles: [...new Set(roles.filter((role) => role !== undefined).filter(isRole))].sort(),
    departments: departmentsClaim === null ? null : textsAt(claims, departmentsClaim),
  };
}

/** The texts at the end of a path of names; a text with spaces is a list, as `scope` is. */
function textsAt(claims: Claims, path: string): readonly string[] {
  let found: unknown = Object.hasOwn(claims, path) ? claims[path] : claims;
  if (found === claims) for (const name of path.split('.')) found = typeof found === 'object' && found !== null && Object.hasOwn(found, name) ? (found as Record<string, unknown>)[name] : undefined;
  if (typeof found === 'string') return found.split(' ').filter(isText);
  return Array.isArray(found) ? found.filter(isText) : [];
}

/** What can be stored and looked for: no NUL, and something. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('\0');
}
