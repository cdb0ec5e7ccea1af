// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FieldReader } from './field-reader.js';

const MOST_CENTS = 1e13;
const MOST_DAYS = 1e9;
const MOST_POINTS = 1e9;

/** What the fields of an item are checked against. */
export interface ItemSurroundings {
  readonly periodCount: number;
  readonly teams: ReadonlySet<string>;
  /** Under `makespan` value and cost may be left out. */
  readonly needsWorth: boolean;
}

/** Notes each fault of one item; returns its id, or null where it has none. */
export function checkItem(reader: FieldReader, value: unknown, path: string, around: ItemSurroundings): string | null {
  const item = reader.object(value, path);
  if (!item) return null;
  const amount = (field: string, rule: Parameters<FieldReader['number']>[2], required = false): number | null =>
    required ? reader.number(item[field], `${path}.${field}`, rule) : reader.optionalNumber(item[field], `${path}.${field}`, rule);
  amount('value', { most: MOST_POINTS }, around.needsWorth);
  amount('oneOffCents', { least: 0, most: MOST_CENTS, whole: true }, around.needsWorth);
  amount('savingPerPeriodCents', { most: MOST_CENTS, whole: true });
  amount('dualRunPerPeriodCents', { least: 0, most: MOST_CENTS, whole: true });
  amount('noticePeriods', { least: 0, most: 1e6, whole: true });
  amount('renewalPeriods', { least: 0, most: 1e6, whole: true });
  amount('changeLoad', { least: 0, most: MOST_DAYS });
  if (item.deadline !== null) amount('deadline', { least: 0, most: 1e6, whole: true });
  const duration = amount('durationPeriods', { least: 0, most: 1e6, whole: true }) ?? 1;
  reader.list(item.contractEnds, `${path}.contractEnds`, 10_000).forEach((end, index) =>
    reader.number(end, `${path}.contractEnds[${index}]`, { most: 1e6, whole: true }),
  );
  if (item.required !== undefined && typeof item.required !== 'boolean') reader.note({ code: 'PLANNING.WRONG_TYPE', path: `${path}.required`, expected: 'true/false', found: typeof item.required });
  if (item.department !== undefined && item.department !== null) reader.text(item.department, `${path}.department`);
  checkEffort(reader, item.effortDays, `${path}.effortDays`, duration, around.teams);
  return reader.text(item.id, `${path}.id`);
}

function checkEffort(reader: FieldReader, value: unknown, path: string, duration: number, teams: ReadonlySet<string>): void {
  if (value === undefined) return;
  const effort = reader.object(value, path);
  if (!effort) return;
  for (const [team, days] of Object.entries(effort)) {
    const teamPath = `${path}.${team}`;
    const perPeriod = reader.list(days, teamPath, 5_000, true);
    if (perPeriod.length > duration) reader.note({ code: 'PLANNING.EFFORT_LONGER_THAN_DURATION', path: teamPath, count: perPeriod.length, duration });
    perPeriod.forEach((amount, index) => reader.number(amount, `${teamPath}[${index}]`, { least: 0, most: MOST_DAYS }));
    if (!teams.has(team) && perPeriod.some((amount) => Number(amount) > 0)) reader.note({ code: 'PLANNING.UNKNOWN_TEAM', path: teamPath, team });
  }
}
