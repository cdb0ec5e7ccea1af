// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, err, ok, type Problem, type Result } from '#kernel';
import { checkItem } from './check-item.js';
import { checkRelations } from './check-relations.js';
import { FieldReader } from './field-reader.js';
import type { PlanningProblem } from './problem.js';

/** Largest numbers that the planner takes; more is refused before any work is done. */
export const PLANNING_LIMITS = {
  periods: 5_000,
  items: 50_000,
  /** Items times periods. */
  starts: 2_000_000,
  relations: 200_000,
  teams: 500,
  moneyCents: 1e13,
  points: 1e9,
  days: 1e9,
  /** Sum of all amounts that can add to the objective, so that it stays exact. */
  objective: Number.MAX_SAFE_INTEGER,
} as const;

const { moneyCents, days } = PLANNING_LIMITS;

/**
 * Decides whether a value of unknown origin is a problem that can be planned.
 *
 * @returns the same value, or up to 100 problems, each with the `path` to the field (`items[3].oneOffCents`)
 */
export function checkProblem(value: unknown): Result<PlanningProblem, Problem[]> {
  const reader = new FieldReader();
  const root = reader.object(value, '$');
  if (!root) return err(reader.problems);
  if (root.objective !== undefined && root.objective !== 'value' && root.objective !== 'makespan') {
    reader.note({ code: 'PLANNING.UNKNOWN_OBJECTIVE', path: 'objective', value: root.objective });
  }
  reader.optionalNumber(root.discount01, 'discount01', { least: 0, most: 1 });
  reader.optionalNumber(root.centsPerValuePoint, 'centsPerValuePoint', { least: 0, most: 1e9 });
  reader.optionalNumber(root.maxChanges, 'maxChanges', { least: 0, most: 1e9, whole: true });
  const periods = reader.list(root.periods, 'periods', PLANNING_LIMITS.periods, true);
  if (Array.isArray(root.periods) && root.periods.length === 0) reader.note({ code: 'PLANNING.NO_PERIODS', path: 'periods' });
  const teams = checkPeriods(reader, periods);
  const items = reader.list(root.items, 'items', PLANNING_LIMITS.items, true);
  if (items.length * periods.length > PLANNING_LIMITS.starts) {
    reader.note({ code: 'PLANNING.TOO_MANY_STARTS', path: 'items', count: items.length * periods.length, limit: PLANNING_LIMITS.starts });
    return err(reader.problems);
  }
  const ids = new Map<string, number>();
  items.forEach((item, index) => {
    if (reader.full) return;
    const id = checkItem(reader, item, `items[${index}]`, { periodCount: periods.length, teams, needsWorth: root.objective !== 'makespan' });
    if (id === null) return;
    if (ids.has(id)) reader.note({ code: 'PLANNING.DUPLICATE_ITEM', path: `items[${index}].id`, item: id, first: `items[${ids.get(id)}]` });
    else ids.set(id, index);
  });
  if (!reader.full) checkRelations(reader, root, { ids, periodCount: periods.length, teams });
  if (reader.problems.length === 0) checkMagnitude(reader, value as PlanningProblem);
  return reader.problems.length > 0 ? err(reader.problems) : ok(value as PlanningProblem);
}

/** Teams that every period names; one that some periods leave out is noted there. */
function checkPeriods(reader: FieldReader, periods: readonly unknown[]): ReadonlySet<string> {
  const teams = new Map<string, number>();
  const seen: (ReadonlySet<string> | null)[] = [];
  let lastDay = '';
  periods.forEach((value, index) => {
    const path = `periods[${index}]`;
    const period = reader.object(value, path);
    seen.push(period && new Set(checkAmounts(reader, period.capacity, `${path}.capacity`, days)));
    if (!period) return;
    for (const team of seen[index]!) teams.set(team, teams.get(team) ?? index);
    checkAmounts(reader, period.changeLoad, `${path}.changeLoad`, days);
    if (period.budgetCents !== null) reader.optionalNumber(period.budgetCents, `${path}.budgetCents`, { least: 0, most: moneyCents, whole: true });
    if (period.startsOn === undefined) return;
    const day = typeof period.startsOn === 'string' ? calendarDate(period.startsOn) : null;
    if (day === null) reader.note({ code: 'PLANNING.NO_DATE', path: `${path}.startsOn`, value: period.startsOn });
    else if (day <= lastDay) reader.note({ code: 'PLANNING.PERIODS_NOT_IN_ORDER', path: `${path}.startsOn`, value: day, previous: lastDay });
    else lastDay = day;
  });
  if (teams.size > PLANNING_LIMITS.teams) reader.note({ code: 'PLANNING.TOO_MANY', path: 'periods', count: teams.size, limit: PLANNING_LIMITS.teams });
  else for (const [team, first] of teams) {
    const without = seen.findIndex((names) => names !== null && !names.has(team));
    if (without >= 0) reader.note({ code: 'PLANNING.CAPACITY_MISSING', path: `periods[${without}].capacity`, team, first: `periods[${first}]` });
  }
  return new Set(teams.keys());
}

function checkAmounts(reader: FieldReader, value: unknown, path: string, most: number): readonly string[] {
  if (value === undefined) return [];
  const amounts = reader.object(value, path);
  if (!amounts) return [];
  for (const [name, amount] of Object.entries(amounts)) reader.number(amount, `${path}.${name}`, { least: 0, most });
  return Object.keys(amounts);
}

/** Objectives are whole cents and stay exact only as long as their sum does. */
function checkMagnitude(reader: FieldReader, problem: PlanningProblem): void {
  let sum = 0;
  const perPoint = problem.centsPerValuePoint ?? 0;
  problem.items.forEach((item, index) => {
    const perPeriod = Math.abs(item.savingPerPeriodCents ?? 0) + (item.dualRunPerPeriodCents ?? 0);
    sum += Math.abs(item.value ?? 0) * perPoint + (item.oneOffCents ?? 0) + perPeriod * problem.periods.length;
    if (sum > PLANNING_LIMITS.objective && reader.problems.length === 0) {
      reader.note({ code: 'PLANNING.SUM_TOO_LARGE', path: `items[${index}]`, limit: PLANNING_LIMITS.objective });
    }
  });
}
