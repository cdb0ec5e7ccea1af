// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { Identity } from './identity.js';
import type { Permission } from './permission.js';

/** How HTTP says that something may not be done: 401 to a stranger, 403 to somebody who is known. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly problem: Problem;
}

export function refusalOf(identity: Identity, needs: readonly Permission[]): Refusal {
  return identity.actorId === 0
    ? { status: 401, problem: { code: 'ACCESS.SIGN_IN_REQUIRED' } }
    : { status: 403, problem: { code: 'ACCESS.NOT_ALLOWED', needs: needs.join(', ') } };
}
