// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

type Mapping = Readonly<Record<string, string>>;

/** The remembered columns, where the given ones leave room: neither a column nor a field is spoken of twice, and what is given counts. */
export function mappingToTry(remembered: Mapping, given: Mapping): Mapping {
  const columns = new Set(Object.keys(given).map(keyOf));
  const fields = new Set(Object.values(given));
  return { ...Object.fromEntries(Object.entries(remembered).filter(([column, field]) => !columns.has(keyOf(column)) && !fields.has(field))), ...given };
}

/** The mapping without the remembered columns that this file has not; null where the refusal has another reason, or something given is at fault. */
export function mappingWithout(mapping: Mapping, given: Mapping, problem: Problem): Mapping | null {
  const isAboutMapping = ['IMPORTING.UNKNOWN_COLUMN', 'IMPORTING.UNKNOWN_FIELD', 'IMPORTING.FIELD_TWICE'].includes(problem.code);
  const column = problem['columnName'];
  if (!isAboutMapping || typeof column !== 'string' || !(column in mapping) || column in given) return null;
  return Object.fromEntries(Object.entries(mapping).filter(([name]) => name !== column));
}

function keyOf(column: string): string {
  return column.trim().toLowerCase();
}
