// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** What a check is made against: null where the policy's own usage, or the default policy, is meant. */
export interface CheckWishes {
  readonly usage: 'INTERNAL' | 'NETWORK' | 'DISTRIBUTION' | 'PUBLICATION' | null;
  readonly policy: string | null;
}
