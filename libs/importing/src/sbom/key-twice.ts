// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { JsonValue } from '../json/splitter.js';

/**
 * A problem where an object in a JSON value gives a key twice: readers do not agree on which of the two counts, and a license may hide behind it.
 *
 * @source RFC 8259, section 4 (the behaviour of software that receives such an object is unpredictable)
 */
export function keyTwice({ value, members, path, line }: JsonValue): Problem | null {
  return membersOf(value) === members ? null : { code: 'IMPORTING.SBOM_INVALID', path, line, reason: 'must not hold the same property twice' };
}

function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + membersOf(item), 0);
  let sum = 0;
  for (const key of Object.keys(value)) sum += 1 + membersOf((value as Record<string, unknown>)[key]);
  return sum;
}
