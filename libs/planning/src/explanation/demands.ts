// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { PlanningProblem } from '../problem.js';

/** One thing that a problem demands and that could be given up: what it is in words, and the problem without it. */
export interface Demand {
  readonly problem: Problem;
  readonly without: (problem: PlanningProblem) => PlanningProblem;
}

/**
 * Lists everything in a problem that may make it impossible. Horizon, durations and efforts are not demands: they are what is. Under `makespan` all
 * items must be done; under `value` what is required or locked must.
 */
export function demandsOf(problem: PlanningProblem): readonly Demand[] {
  return [...relationDemands(problem), ...itemDemands(problem), ...periodDemands(problem)];
}

function relationDemands(problem: PlanningProblem): Demand[] {
  const drop = <K extends 'precedences' | 'bundles' | 'exclusive' | 'locked' | 'blackouts'>(key: K, entry: unknown) => (from: PlanningProblem): PlanningProblem => ({
    ...from, [key]: (from[key] as readonly unknown[] | undefined)?.filter((each) => each !== entry),
  });
  return [
    ...(problem.maxChanges === undefined ? [] : [{ problem: { code: 'PLANNING.DEMAND_CHANGES', most: problem.maxChanges }, without: (from: PlanningProblem) => ({ ...from, maxChanges: undefined }) }]),
    ...(problem.precedences ?? []).map((arc): Demand => ({ problem: { code: 'PLANNING.DEMAND_ORDER', before: arc.before, after: arc.after, lag: arc.lag ?? 0 }, without: drop('precedences', arc) })),
    ...(problem.bundles ?? []).map((bundle): Demand => ({ problem: { code: 'PLANNING.DEMAND_BUNDLE', items: bundle }, without: drop('bundles', bundle) })),
    ...(problem.exclusive ?? []).map((group): Demand => ({ problem: { code: 'PLANNING.DEMAND_EXCLUSIVE', items: group }, without: drop('exclusive', group) })),
    ...(problem.locked ?? []).map((lock): Demand => ({
      problem: lock.period === null ? { code: 'PLANNING.DEMAND_OUT', item: lock.item } : { code: 'PLANNING.DEMAND_LOCK', item: lock.item, period: lock.period }, without: drop('locked', lock),
    })),
    ...[...new Set((problem.blackouts ?? []))].map((blackout): Demand => ({ problem: { code: 'PLANNING.DEMAND_BLACKOUT', period: typeof blackout === 'number' ? blackout : blackout.period }, without: drop('blackouts', blackout) })),
  ];
}

function itemDemands(problem: PlanningProblem): Demand[] {
  const change = (id: string, fields: object) => (from: PlanningProblem): PlanningProblem => ({ ...from, items: from.items.map((item) => (item.id === id ? { ...item, ...fields } : item)) });
  return problem.items.flatMap((item): Demand[] => [
    ...(item.required && problem.objective !== 'makespan' ? [{ problem: { code: 'PLANNING.DEMAND_REQUIRED', item: item.id }, without: change(item.id, { required: false }) }] : []),
    ...(item.deadline == null ? [] : [{ problem: { code: 'PLANNING.DEMAND_DEADLINE', item: item.id, deadline: item.deadline }, without: change(item.id, { deadline: null }) }]),
  ]);
}

/** Budgets, teams and departments, each over the whole horizon: a single period of one would say little. */
function periodDemands(problem: PlanningProblem): Demand[] {
  const teams = new Set(problem.periods.flatMap(({ capacity }) => Object.keys(capacity ?? {})));
  const departments = new Set(problem.periods.flatMap(({ changeLoad }) => Object.keys(changeLoad ?? {})));
  const everywhere = (change: (period: PlanningProblem['periods'][number]) => PlanningProblem['periods'][number]) => (from: PlanningProblem): PlanningProblem => ({ ...from, periods: from.periods.map(change) });
  const unlimited = (names: Readonly<Record<string, number>> | undefined, name: string): Record<string, number> => ({ ...names, [name]: Number.MAX_VALUE });
  return [
    ...(problem.periods.some(({ budgetCents }) => budgetCents != null) ? [{ problem: { code: 'PLANNING.DEMAND_BUDGET' }, without: everywhere((period) => ({ ...period, budgetCents: null })) }] : []),
    ...[...teams].map((team): Demand => ({ problem: { code: 'PLANNING.DEMAND_TEAM', team }, without: everywhere((period) => ({ ...period, capacity: unlimited(period.capacity, team) })) })),
    ...[...departments].map((department): Demand => ({ problem: { code: 'PLANNING.DEMAND_DEPARTMENT', department }, without: everywhere((period) => ({ ...period, changeLoad: unlimited(period.changeLoad, department) })) })),
  ];
}
