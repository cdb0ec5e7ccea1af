// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { COMMONS_CLAUSE } from './commons-clause.js';
import type { Reading } from './reading.js';

const MOST_CANDIDATES = 24;

/**
 * Joins the readings of several parts under AND or OR: every combination of their candidates, parts that mean the same once.
 *
 * @returns null where there is no part, one could not be read, or there are more than 24 combinations
 */
export function combine(operator: 'AND' | 'OR', readings: readonly Reading[]): Reading | null {
  if (readings.length === 0 || readings.some((reading) => reading.candidates.length === 0)) return null;
  let combinations: string[][] = [[]];
  for (const { candidates } of withoutWhatAddsNothing(operator, readings)) {
    combinations = combinations.flatMap((chosen) => candidates.map((candidate) => (chosen.includes(candidate) ? chosen : [...chosen, candidate])));
    if (combinations.length > MOST_CANDIDATES) return null;
  }
  const candidates = [...new Set(combinations.map((parts) => print(bindingOf(operator, parts), parts)))];
  const confidence01 = Math.min(...readings.map((reading) => reading.confidence01)) * 0.95;
  return { candidates, method: 'combined', confidence01 };
}

/**
 * "Public Domain, CC0" names its dedication; the general word adds nothing then. "GPL or commercial" offers to sell something else: what is granted is
 * the GPL.
 */
function withoutWhatAddsNothing(operator: 'AND' | 'OR', readings: readonly Reading[]): readonly Reading[] {
  const means = (reading: Reading, expression: string): boolean => reading.candidates[0] === expression;
  const names = readings.some((reading) => /^(?:CC0|Unlicense|CC-PD|PDDL)/.test(reading.candidates[0] ?? ''));
  const telling = names ? readings.filter((reading) => !means(reading, 'LicenseRef-scancode-public-domain')) : readings;
  const granted = telling.filter((reading) => !means(reading, 'LicenseRef-proprietary'));
  return operator === 'OR' && granted.length > 0 ? granted : telling;
}

/**
 * The Commons Clause is a condition on the license it stands beside, never a choice. CDDL and GPL exclude each other in one work, so that texts that join
 * them ("CDDL + GPL") offer a choice.
 */
function bindingOf(operator: 'AND' | 'OR', parts: readonly string[]): 'AND' | 'OR' {
  if (parts.includes(COMMONS_CLAUSE)) return 'AND';
  return parts.length === 2 && parts.some((part) => part.startsWith('CDDL-')) && parts.some((part) => part.startsWith('GPL-')) ? 'OR' : operator;
}

function print(operator: 'AND' | 'OR', parts: readonly string[]): string {
  if (parts.length === 1) return parts[0] as string;
  return parts.map((part) => (operator === 'AND' && / OR /.test(part) ? `(${part})` : part)).join(` ${operator} `);
}
