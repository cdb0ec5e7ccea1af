// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { PlanningProblem } from '../problem.js';
import type { Units } from '../units.js';
import type { Resource, Usage } from './instance.js';

/** Rows of the problem and what each unit takes of them. */
export interface CompiledUsage {
  readonly resources: readonly Resource[];
  readonly limits: Float64Array;
  readonly usage: readonly Usage[];
}

/** Numbers budget, teams and departments as resources, and adds up what the items of each unit take of them. */
export function compileUsage(problem: PlanningProblem, units: Units): CompiledUsage {
  const numbers = new Map<string, number>();
  const resources: Resource[] = [];
  const limitsOf: Float64Array[] = [];
  const numberOf = (kind: Resource['kind'], name: string | null): number => {
    const key = `${kind} ${name}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, resources.length);
    resources.push({ kind, name });
    limitsOf.push(Float64Array.from(problem.periods, (period) => limitOf(period, kind, name)));
    return resources.length - 1;
  };
  const usage = units.members.map((items) => {
    const amounts = new Map<string, [number, number, number]>();
    const take = (resource: number, offset: number, amount: number): void => {
      if (amount <= 0 || limitsOf[resource]!.every((limit) => limit === Infinity)) return;
      const key = `${resource} ${offset}`;
      const entry = amounts.get(key) ?? [resource, offset, 0];
      entry[2] += amount;
      amounts.set(key, entry);
    };
    for (const index of items) takeOf(problem, index, numberOf, take);
    const entries = [...amounts.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return {
      resource: Int32Array.from(entries, ([resource]) => resource),
      offset: Int32Array.from(entries, ([, offset]) => offset),
      amount: Float64Array.from(entries, ([, , amount]) => amount),
    };
  });
  const limits = new Float64Array(resources.length * problem.periods.length);
  limitsOf.forEach((row, resource) => limits.set(row, resource * problem.periods.length));
  return { resources, limits, usage };
}

type Take = (resource: number, offset: number, amount: number) => void;

function takeOf(problem: PlanningProblem, index: number, numberOf: (kind: Resource['kind'], name: string | null) => number, take: Take): void {
  const item = problem.items[index]!;
  const duration = item.durationPeriods ?? 1;
  const budget = numberOf('BUDGET', null);
  take(budget, 0, item.oneOffCents ?? 0);
  for (let offset = 0; offset < duration && offset < problem.periods.length; offset++) take(budget, offset, item.dualRunPerPeriodCents ?? 0);
  for (const [team, days] of Object.entries(item.effortDays ?? {})) {
    days.forEach((amount, offset) => amount > 0 && take(numberOf('TEAM', team), offset, amount));
  }
  if (item.department === undefined || item.department === null) return;
  const department = numberOf('DEPARTMENT', item.department);
  for (let offset = 0; offset < duration && offset < problem.periods.length; offset++) take(department, offset, item.changeLoad ?? 1);
}

function limitOf(period: PlanningProblem['periods'][number], kind: Resource['kind'], name: string | null): number {
  if (kind === 'BUDGET') return period.budgetCents ?? Infinity;
  const named = kind === 'TEAM' ? period.capacity : period.changeLoad;
  return (named !== undefined && Object.hasOwn(named, name!) ? named[name!] : undefined) ?? Infinity;
}
