// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { PlanningItem, PlanningProblem } from '../problem.js';
import type { ReadPlan } from './read-plan.js';

/** Breaches of dates, blackouts, budgets, capacities and change loads. */
export function resourceViolations(problem: PlanningProblem, { starts, items }: ReadPlan): Problem[] {
  const violations: Problem[] = [];
  const spent = problem.periods.map(() => 0);
  const worked = problem.periods.map(() => new Map<string, number>());
  const loaded = problem.periods.map(() => new Map<string, number>());
  const add = (sums: Map<string, number>, name: string, amount: number): void => void sums.set(name, (sums.get(name) ?? 0) + amount);
  for (const [id, start] of starts) {
    const item = items.get(id)!;
    const length = item.durationPeriods ?? 1;
    violations.push(...dateViolations(problem, item, start, length));
    if (start < 0 || start + length > problem.periods.length) continue;
    if (start < problem.periods.length) spent[start] = spent[start]! + (item.oneOffCents ?? 0);
    else if ((item.oneOffCents ?? 0) > 0) violations.push({ code: 'PLANNING.OUTSIDE_HORIZON', item: id, period: start });
    for (let period = start; period < start + length; period++) {
      spent[period] = spent[period]! + (item.dualRunPerPeriodCents ?? 0);
      if (item.department != null) add(loaded[period]!, item.department, item.changeLoad ?? 1);
      for (const team in item.effortDays) add(worked[period]!, team, item.effortDays[team]![period - start] ?? 0);
    }
  }
  problem.periods.forEach((period, index) => {
    const over = (used: number, limit: number): boolean => used > limit + 1e-6 * Math.max(1, limit);
    if (period.budgetCents != null && over(spent[index]!, period.budgetCents)) violations.push({ code: 'PLANNING.BUDGET_EXCEEDED', period: index, used: spent[index], limit: period.budgetCents });
    for (const [team, used] of worked[index]!) {
      const limit = period.capacity?.[team] ?? 0;
      if (over(used, limit)) violations.push({ code: 'PLANNING.CAPACITY_EXCEEDED', period: index, team, used, limit });
    }
    for (const [department, used] of loaded[index]!) {
      const limit = period.changeLoad && Object.hasOwn(period.changeLoad, department) ? period.changeLoad[department]! : Infinity;
      if (over(used, limit)) violations.push({ code: 'PLANNING.CHANGE_LOAD_EXCEEDED', period: index, department, used, limit });
    }
  });
  return violations;
}

function dateViolations(problem: PlanningProblem, item: PlanningItem, start: number, length: number): Problem[] {
  const violations: Problem[] = [];
  const last = length === 0 && problem.objective !== 'makespan' ? problem.periods.length - 1 : problem.periods.length - length;
  if (start < 0 || start > last) violations.push({ code: 'PLANNING.OUTSIDE_HORIZON', item: item.id, period: start });
  if (item.deadline != null && start + length - 1 > item.deadline) violations.push({ code: 'PLANNING.DEADLINE_MISSED', item: item.id, deadline: item.deadline, done: start + length });
  for (const blackout of problem.blackouts ?? []) {
    const { period, department, team, items } = typeof blackout === 'number' ? { period: blackout, department: undefined, team: undefined, items: undefined } : blackout;
    if (period !== start && !(period > start && period < start + length)) continue;
    if (department !== undefined && department !== item.department) continue;
    if (team !== undefined && !(item.effortDays?.[team] ?? []).some((days) => days > 0)) continue;
    if (items !== undefined && !items.includes(item.id)) continue;
    violations.push({ code: 'PLANNING.BLACKOUT_BROKEN', item: item.id, period });
  }
  return violations;
}
