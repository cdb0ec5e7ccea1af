// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

/** What is known of a contract, right or unit before it is stored; absent and null are the same: not known. */
export interface DraftFields {
  readonly number: string;
  readonly metric?: string;
  readonly [field: string]: string | number | null | undefined;
}

const LONGEST_TEXT = 200;
const MOST_CENTS = 1e13;
/** Least and most of the numbers of a draft. */
const RANGES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  seats: [0, 100_000_000],
  quantity: [0, 100_000_000],
  costPerYearCents: [0, MOST_CENTS],
  unitCostCents: [0, MOST_CENTS],
  noticePeriodMonths: [0, 120],
  noticePeriodDays: [0, 3_660],
  renewalMonths: [1, 600],
  users: [0, 10_000_000],
  changeLoadLimit: [0, 1_000_000],
};
const PERIODS = [['startsOn', 'endsOn'], ['validFrom', 'validUntil']] as const;
const EARLIEST = '1900-01-01';
const LATEST = '2999-12-31';

/** The first thing that is wrong with the fields of a contract, right, count or unit, with its path; null where they can be stored. */
export function draftProblem(draft: DraftFields): Problem | null {
  if (draft.number.trim() === '') return { code: 'CATALOGUE.FIELD_EMPTY', path: 'number' };
  for (const [path, value] of Object.entries(draft)) {
    if (typeof value === 'string' && value.length > LONGEST_TEXT) return { code: 'CATALOGUE.FIELD_TOO_LONG', path, most: LONGEST_TEXT };
    if (typeof value === 'string' && value.includes('\0')) return { code: 'CATALOGUE.FIELD_NOT_TEXT', path };
    const range = RANGES[path];
    if (range && typeof value === 'number' && !(value >= range[0] && value <= range[1])) return { code: 'CATALOGUE.FIELD_OUT_OF_RANGE', path, value, least: range[0], most: range[1] };
  }
  for (const [from, until] of PERIODS) {
    const [first, last] = [draft[from], draft[until]];
    for (const [path, day] of [[from, first], [until, last]] as const) {
      if (typeof day === 'string' && (day < EARLIEST || day > LATEST)) return { code: 'CATALOGUE.FIELD_OUT_OF_RANGE', path, value: day, least: EARLIEST, most: LATEST };
    }
    if (typeof first === 'string' && typeof last === 'string' && last < first) return { code: 'CATALOGUE.DATES_REVERSED', path: until, from: first, until: last };
  }
  if (typeof draft['noticePeriodMonths'] === 'number' && typeof draft['noticePeriodDays'] === 'number') return { code: 'CATALOGUE.TWO_NOTICE_PERIODS', path: 'noticePeriodDays' };
  if (draft['renewalMonths'] && !draft['endsOn']) return { code: 'CATALOGUE.RENEWAL_WITHOUT_TERM', path: 'renewalMonths' };
  return null;
}

/** What is known of an organisational unit before it is stored. */
export interface UnitFields {
  readonly key: string;
  readonly name: string;
  readonly [field: string]: string | number | null | undefined;
}

/** The first thing that is wrong with the fields of an organisational unit, with its path; null where they can be stored. */
export function unitProblem({ name, key, ...rest }: UnitFields): Problem | null {
  for (const [path, text] of [['name', name], ['key', key]] as const) {
    const problem = draftProblem({ ...rest, number: String(text ?? '') });
    if (problem) return problem.path === 'number' ? { ...problem, path } : problem;
  }
  return null;
}
