// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type CalendarDate, type Language, type Problem, type Result } from '#kernel';

export type MigrationStatus = 'PLANNED' | 'RUNNING' | 'BLOCKED' | 'DONE' | 'CANCELLED';

/** How far a migration is. */
export interface MigrationState {
  readonly status: MigrationStatus;
  /** Null before its first day. */
  readonly startedOn: CalendarDate | null;
  /** Null unless done. */
  readonly endedOn: CalendarDate | null;
  /** What stands in the way; only while blocked. */
  readonly blockers: readonly string[];
}

/** What somebody says of a migration. */
export interface MigrationStep {
  readonly status: MigrationStatus;
  readonly on: CalendarDate;
  readonly blockers: readonly string[];
}

/** Where a migration can go from where it is. To be blocked again is to be blocked by something else. */
const STEPS: Readonly<Record<MigrationStatus, readonly MigrationStatus[]>> = {
  PLANNED: ['RUNNING', 'BLOCKED', 'CANCELLED'],
  RUNNING: ['BLOCKED', 'DONE', 'CANCELLED'],
  BLOCKED: ['PLANNED', 'RUNNING', 'BLOCKED', 'CANCELLED'],
  DONE: [],
  CANCELLED: ['PLANNED'],
};

/** What a status is called in a sentence. */
const NAMES: Readonly<Record<MigrationStatus, Readonly<Record<Language, string>>>> = {
  PLANNED: { de: 'geplant', en: 'planned' },
  RUNNING: { de: 'läuft', en: 'running' },
  BLOCKED: { de: 'blockiert', en: 'blocked' },
  DONE: { de: 'abgeschlossen', en: 'done' },
  CANCELLED: { de: 'abgesagt', en: 'cancelled' },
};

/** The steps that can be reported of a migration: what has begun does not become planned again. Empty where it is done. */
export function stepsFrom(status: MigrationStatus, hasStarted: boolean): readonly MigrationStatus[] {
  return STEPS[status].filter((step) => !(step === 'PLANNED' && status === 'BLOCKED' && hasStarted));
}

/** The same in SQL, as JSON, of a row with `status` and `started_on`. */
export function stepsOf(row: string): string {
  const json = (status: string, hasStarted: boolean) => `'${JSON.stringify(stepsFrom(status as MigrationStatus, hasStarted))}'`;
  const cases = Object.keys(STEPS).map((status) => `WHEN '${status}' THEN CASE WHEN ${row}.started_on IS NULL THEN ${json(status, false)} ELSE ${json(status, true)} END`);
  return `(CASE ${row}.status ${cases.join(' ')} END)::json`;
}

const LONGEST_BLOCKER = 500;
const MOST_BLOCKERS = 50;

/**
 * Decides whether a migration can take a step, and where it then is.
 *
 * @param today nothing is said of days to come
 * @returns the new state; `PLANNING.STEP_NOT_POSSIBLE` with what is, `PLANNING.STEP_IN_FUTURE`, `PLANNING.STEP_BEFORE_START`, `PLANNING.BLOCKERS_MISSING`,
 *   `PLANNING.BLOCKERS_UNEXPECTED`, `PLANNING.BLOCKER_INVALID`
 */
export function takeStep(from: MigrationState, { status, on, blockers }: MigrationStep, today: CalendarDate): Result<MigrationState, Problem> {
  const possible = stepsFrom(from.status, from.startedOn !== null);
  if (!possible.includes(status)) return err(impossible(from.status, status, possible));
  if (on > today) return err({ code: 'PLANNING.STEP_IN_FUTURE', path: 'on', on, today });
  if (from.startedOn !== null && on < from.startedOn) return err({ code: 'PLANNING.STEP_BEFORE_START', path: 'on', on, startedOn: from.startedOn });
  if (status === 'BLOCKED' && blockers.length === 0) return err({ code: 'PLANNING.BLOCKERS_MISSING', path: 'blockers' });
  if (status !== 'BLOCKED' && blockers.length > 0) return err({ code: 'PLANNING.BLOCKERS_UNEXPECTED', path: 'blockers', status, statusDe: NAMES[status].de, statusEn: NAMES[status].en });
  const bad = blockers.findIndex((text, index) => index >= MOST_BLOCKERS || text.trim() === '' || text.length > LONGEST_BLOCKER);
  if (bad >= 0) return err({ code: 'PLANNING.BLOCKER_INVALID', path: `blockers.${bad}`, most: LONGEST_BLOCKER, count: MOST_BLOCKERS });
  return ok({
    status,
    startedOn: status === 'RUNNING' ? (from.startedOn ?? on) : status === 'PLANNED' ? null : from.startedOn,
    endedOn: status === 'DONE' ? on : null,
    blockers: blockers.map((text) => text.trim()),
  });
}

function impossible(from: MigrationStatus, to: MigrationStatus, possible: readonly MigrationStatus[]): Problem {
  const listed = (language: Language) => possible.map((step) => (language === 'de' ? `„${NAMES[step].de}“` : `“${NAMES[step].en}”`)).join(', ') || '–';
  return { code: 'PLANNING.STEP_NOT_POSSIBLE', path: 'status', from, to, possible: possible.length > 0 ? possible : ['–'], fromDe: NAMES[from].de, fromEn: NAMES[from].en, toDe: NAMES[to].de, toEn: NAMES[to].en, possibleDe: listed('de'), possibleEn: listed('en') };
}
