// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** Longest column name that PostgreSQL keeps. */
const LONGEST_NAME_BYTES = 63;

/** The column that carries the value of a response key; a name that PostgreSQL would cut is replaced by its digest. */
export function columnOf(responseKey: string): string {
  return Buffer.byteLength(responseKey) <= LONGEST_NAME_BYTES ? responseKey : `k${createHash('sha256').update(responseKey).digest('hex').slice(0, 40)}`;
}
