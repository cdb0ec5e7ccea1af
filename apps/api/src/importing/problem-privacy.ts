// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

/** Columns in which people are named, also where the file calls them a count. */
const OF_PEOPLE = new Set(['userName', 'users']);

/** Takes names of machines or people out of the facts of a problem, where they are not to be kept. */
export function withoutNames(problem: Problem, mapping: Readonly<Record<string, string>>, hide: { readonly hosts: boolean; readonly users: boolean }): Problem {
  if (problem['value'] === undefined && problem['host'] === undefined) return problem;
  const field = mapping[String(problem['columnName'])];
  const isHidden = field !== undefined && ((hide.hosts && field === 'host') || (hide.users && OF_PEOPLE.has(field)));
  return { ...problem, ...(isHidden && problem['value'] !== undefined ? { value: '…' } : {}), ...(hide.hosts && problem['host'] !== undefined ? { host: '…' } : {}) };
}
