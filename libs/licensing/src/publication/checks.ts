// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

/** Something in a `publiccode.yml` that makes it invalid (`error`) or should be mended (`warning`). */
export interface PubliccodeProblem extends Problem {
  readonly path: string;
  readonly severity: 'error' | 'warning';
}

/** Takes note of what a check finds. */
export type Report = (code: string, path: string, facts?: Readonly<Record<string, unknown>>, severity?: 'error' | 'warning') => void;

/** Looks at one value that is there. */
export type Check = (value: unknown, path: string, report: Report) => void;

export interface Field {
  readonly check: Check;
  readonly isRequired?: boolean;
  /** What to use instead of a field that the standard gives up; an empty text where nothing takes its place. */
  readonly deprecated?: string;
}

/** An object with these fields; others are unknown, null counts as absent. */
export function object(fields: Readonly<Record<string, Field>>): Check {
  return (value, path, report) => {
    if (!isObject(value)) return report('LICENSING.PUBLICCODE_TYPE', path, { expected: 'object' });
    checkFields(value, fields, path, report);
  };
}

/** Checks the fields of an object that is known to be one; `path` is empty at the top. */
export function checkFields(value: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, Field>>, path: string, report: Report): void {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  for (const name of Object.keys(value)) if (!Object.hasOwn(fields, name)) report('LICENSING.PUBLICCODE_FIELD_UNKNOWN', at(name), { field: name });
  for (const [name, field] of Object.entries(fields)) {
    const own = Object.hasOwn(value, name) ? value[name] : undefined;
    if (own === undefined || own === null) {
      if (field.isRequired) report('LICENSING.PUBLICCODE_MISSING', at(name), { field: name });
      continue;
    }
    if (field.deprecated !== undefined) report(field.deprecated === '' ? 'LICENSING.PUBLICCODE_OBSOLETE' : 'LICENSING.PUBLICCODE_DEPRECATED', at(name), { field: name, instead: field.deprecated }, 'warning');
    field.check(own, at(name), report);
  }
}

export function list(check: Check, isNonEmpty = false): Check {
  return (value, path, report) => {
    if (!Array.isArray(value)) return report('LICENSING.PUBLICCODE_TYPE', path, { expected: 'list' });
    if (isNonEmpty && value.length === 0) report('LICENSING.PUBLICCODE_EMPTY', path);
    value.forEach((item, i) => check(item, `${path}[${i}]`, report));
  };
}

/** Text of so many characters as a reader counts them. A number without quotes (`1.10`) is taken with a warning, for YAML readers shorten it. */
export function text(min = 1, max = 100_000): Check {
  return (value, path, report) => {
    if (typeof value === 'number') return report('LICENSING.PUBLICCODE_UNQUOTED', path, { value }, 'warning');
    if (typeof value !== 'string') return report('LICENSING.PUBLICCODE_TYPE', path, { expected: 'text' });
    const length = lengthOf(value.trim(), max);
    if (length === 0 && min > 0) report('LICENSING.PUBLICCODE_EMPTY', path);
    else if (length < min) report('LICENSING.PUBLICCODE_TOO_SHORT', path, { length, min });
    else if (length > max) report('LICENSING.PUBLICCODE_TOO_LONG', path, { max });
  };
}

/** Text that passes a test. */
export function textThat(test: (value: string) => boolean, code: string): Check {
  return (value, path, report) => {
    if (typeof value !== 'string') return report('LICENSING.PUBLICCODE_TYPE', path, { expected: 'text' });
    if (!test(value)) report(code, path, { value });
  };
}

export function oneOf(values: ReadonlySet<string>): Check {
  return textThat((value) => values.has(value), 'LICENSING.PUBLICCODE_NOT_IN_LIST');
}

export const bool: Check = (value, path, report) => {
  if (typeof value !== 'boolean') report('LICENSING.PUBLICCODE_TYPE', path, { expected: 'true/false' });
};

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const segmenter = new Intl.Segmenter();

function lengthOf(value: string, max: number): number {
  if (value.length > max * 50) return value.length;
  return [...segmenter.segment(value)].length;
}
