// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, type Problem, type Result } from '#kernel';
import { checkProblem } from '../check-problem.js';
import type { PlanningPeriod, PlanningProblem } from '../problem.js';

/** One thing assumed to be different. */
export type Assumption =
  | { readonly kind: 'BUDGET'; /** 0.8 for 20 % less. */ readonly factor: number; readonly periods?: readonly number[] }
  | { readonly kind: 'TEAM'; readonly team: string; /** 0 for away, 2 for one more of the same. */ readonly factor: number; readonly periods?: readonly number[] }
  | { readonly kind: 'POINT'; readonly centsPerValuePoint: number }
  | { readonly kind: 'LOCK'; readonly item: string; /** null: stays out. */ readonly period: number | null }
  | { readonly kind: 'VALUES'; /** New points of value by item, for other weights; items not named keep theirs. */ readonly values: Readonly<Record<string, number>> };

/** The problem under the assumptions, one after the other; plan it to see what follows. Budgets stay whole cents (rounded down). Without periods named, all are meant. */
export function assume(problem: PlanningProblem, assumptions: readonly Assumption[]): PlanningProblem {
  return assumptions.reduce(apply, problem);
}

/**
 * As {@link assume}, for assumptions of unknown origin.
 *
 * @returns the problem under them; or what they name and the problem does not have (`PLANNING.UNKNOWN_TEAM`, `UNKNOWN_ITEM`, `UNKNOWN_PERIOD`), each with the
 *   number of the assumption in its path; or why nothing can be planned under them
 */
export function assumeChecked(problem: PlanningProblem, assumptions: readonly Assumption[]): Result<PlanningProblem, Problem[]> {
  const strangers = assumptions.flatMap((assumption, index) => strangersOf(problem, assumption, `assumptions[${index}]`));
  return strangers.length > 0 ? err(strangers) : checkProblem(assume(problem, assumptions));
}

function strangersOf(problem: PlanningProblem, assumption: Assumption, path: string): Problem[] {
  const found: Problem[] = [];
  const last = problem.periods.length - 1;
  const needPeriod = (period: number, at: string): void => {
    if (!(period >= 0 && period <= last)) found.push({ code: 'PLANNING.UNKNOWN_PERIOD', path: at, period, last });
  };
  const needItem = (item: string, at: string): void => {
    if (!problem.items.some(({ id }) => id === item)) found.push({ code: 'PLANNING.UNKNOWN_ITEM', path: at, item });
  };
  if (assumption.kind === 'BUDGET' || assumption.kind === 'TEAM') assumption.periods?.forEach((period, index) => needPeriod(period, `${path}.periods[${index}]`));
  if (assumption.kind === 'TEAM' && !problem.periods.some(({ capacity }) => Object.hasOwn(capacity ?? {}, assumption.team))) found.push({ code: 'PLANNING.UNKNOWN_TEAM', path: `${path}.team`, team: assumption.team });
  if (assumption.kind === 'LOCK') {
    needItem(assumption.item, `${path}.item`);
    if (assumption.period !== null) needPeriod(assumption.period, `${path}.period`);
  }
  if (assumption.kind === 'VALUES') for (const item of Object.keys(assumption.values)) needItem(item, `${path}.values.${item}`);
  return found;
}

function apply(problem: PlanningProblem, assumption: Assumption): PlanningProblem {
  switch (assumption.kind) {
    case 'BUDGET':
      return inPeriods(problem, assumption.periods, (period) => ({ ...period, budgetCents: period.budgetCents == null ? null : Math.floor(period.budgetCents * assumption.factor) }));
    case 'TEAM':
      return inPeriods(problem, assumption.periods, (period) =>
        Object.hasOwn(period.capacity ?? {}, assumption.team) ? { ...period, capacity: { ...period.capacity, [assumption.team]: period.capacity![assumption.team]! * assumption.factor } } : period,
      );
    case 'POINT':
      return { ...problem, centsPerValuePoint: assumption.centsPerValuePoint };
    case 'LOCK':
      return { ...problem, locked: [...(problem.locked ?? []).filter(({ item }) => item !== assumption.item), { item: assumption.item, period: assumption.period }] };
    case 'VALUES':
      return { ...problem, items: problem.items.map((item) => (Object.hasOwn(assumption.values, item.id) ? { ...item, value: assumption.values[item.id]! } : item)) };
  }
}

function inPeriods(problem: PlanningProblem, periods: readonly number[] | undefined, change: (period: PlanningPeriod) => PlanningPeriod): PlanningProblem {
  const meant = periods && new Set(periods);
  return { ...problem, periods: problem.periods.map((period, index) => (meant && !meant.has(index) ? period : change(period))) };
}
