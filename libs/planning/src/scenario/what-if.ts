// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
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
