// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { IncomingHttpHeaders } from 'node:http';
import type { Permission } from './permission.js';

/** Whoever is behind a request, and what they may do. */
export interface Identity {
  /** Row of `actor`; 0 for a stranger, who is none. */
  readonly actorId: number;
  readonly permissions: ReadonlySet<Permission>;
  /** Departments (with those below them) whose things they may change; ALL where nothing limits them. */
  readonly departments: ReadonlySet<number> | 'ALL';
  /** Whether they showed a token, in `Authorization`; the session of a browser is none. */
  readonly isByToken: boolean;
  /** The token or session that opened the door, for the count of requests; the stranger's address. */
  readonly key: string;
}

/** Somebody who did not sign in. */
export function stranger(permissions: readonly Permission[], address: string): Identity {
  return { actorId: 0, permissions: new Set(permissions), departments: new Set(), isByToken: false, key: `address ${address}` };
}

/** What is looked at to find out who asks. */
export interface Asking {
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
}

/** Finds out who asks; answered outside of the platform. */
export abstract class Identify {
  /** @throws ProblemError `ACCESS.CREDENTIAL_REFUSED` where something was shown that does not hold */
  abstract of(asking: Asking): Promise<Identity>;
}
