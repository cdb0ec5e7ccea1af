// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { PlanningItem, PlanningProblem } from '../problem.js';
import type { ReadPlan } from './read-plan.js';

/** Figures of the plan that are not what its waves come to. A figure that the plan does not state is not missed. */
export function figureViolations(problem: PlanningProblem, { starts, items, claims, waves }: ReadPlan): Problem[] {
  const violations: Problem[] = [];
  const expect = (path: string, claimed: unknown, right: number, tolerance: number): void => {
    if (claimed === undefined) return;
    if (typeof claimed !== 'number' || !(Math.abs(claimed - right) <= tolerance)) violations.push({ code: 'PLANNING.FIGURE_WRONG', path, claimed, right });
  };
  const objective = objectiveOf(problem, starts, items);
  const tolerance = problem.objective === 'makespan' ? 0 : problem.items.length * 2 + 1e-9 * Math.abs(objective);
  expect('objective', claims.objective, objective, tolerance);
  waves.forEach((wave, index) => {
    const figures = { costCents: 0, savingCents: 0, effortDays: 0 };
    for (const id of wave.items as string[]) addItem(figures, items.get(id)!, wave.period as number, problem.periods.length);
    expect(`waves[${index}].costCents`, wave.costCents, figures.costCents, 1e-6);
    expect(`waves[${index}].savingCents`, wave.savingCents, figures.savingCents, 1e-6);
    expect(`waves[${index}].effortDays`, wave.effortDays, figures.effortDays, 1e-5 * Math.max(1, figures.effortDays));
  });
  if (typeof claims.bound === 'number') {
    const beyond = problem.objective === 'makespan' ? claims.bound - objective : objective - claims.bound;
    if (beyond > tolerance) violations.push({ code: 'PLANNING.BOUND_CONTRADICTED', path: 'bound', claimed: claims.bound, right: objective });
  }
  return violations;
}

function objectiveOf(problem: PlanningProblem, starts: ReadonlyMap<string, number>, items: ReadonlyMap<string, PlanningItem>): number {
  if (problem.objective === 'makespan') {
    let last = 0;
    for (const [id, start] of starts) last = Math.max(last, start + (items.get(id)!.durationPeriods ?? 1));
    return last;
  }
  const horizon = problem.periods.length;
  const factor = (period: number): number => 1 / Math.pow(1 + (problem.discount01 ?? 0), period);
  const perPoint = problem.centsPerValuePoint ?? derivedWorth(problem, factor);
  let total = 0;
  for (const [id, start] of starts) {
    const item = items.get(id)!;
    const free = oldCostEnds(item, start, horizon);
    const finishing = start + Math.max(1, item.durationPeriods ?? 1) - 1;
    for (let period = finishing; period < horizon; period++) total += ((item.value ?? 0) * Number(perPoint) * factor(period)) / horizon;
    for (let period = free; period < horizon; period++) total += (item.savingPerPeriodCents ?? 0) * factor(period);
    for (let period = start; period < free; period++) total -= (item.dualRunPerPeriodCents ?? 0) * factor(period);
    total -= (item.oneOffCents ?? 0) * factor(start);
  }
  for (const { before, after, lag, penaltyCents } of problem.softPrecedences ?? []) {
    const [first, second] = [starts.get(before), starts.get(after)];
    if (second === undefined) continue;
    if (first === undefined || first + (items.get(before)!.durationPeriods ?? 1) + (lag ?? 0) > second) total -= penaltyCents;
  }
  return total;
}

/** The worth of a point where the problem does not say it: see the description of `centsPerValuePoint`. */
function derivedWorth(problem: PlanningProblem, factor: (period: number) => number): number {
  const horizon = problem.periods.length;
  const candidates = problem.items.filter((item) => (item.value ?? 0) > 0).map((item) => {
    const burden = Math.max(0, -(item.savingPerPeriodCents ?? 0)) + (item.dualRunPerPeriodCents ?? 0);
    return Math.ceil(((item.oneOffCents ?? 0) + horizon * burden) / ((item.value ?? 0) * (factor(horizon - 1) / horizon)));
  });
  return Math.min(1e9, candidates.reduce((most, each) => Math.max(most, each), 100_000));
}

/** First period in which the old contract costs nothing, found by trying one period after the other. */
function oldCostEnds(item: PlanningItem, start: number, horizon: number): number {
  const notice = start + (item.durationPeriods ?? 1) + (item.noticePeriods ?? 0);
  const ends = item.contractEnds ?? [];
  const last = ends.reduce((most, end) => Math.max(most, end), -Infinity);
  for (let free = Math.max(0, notice); free < horizon; free++) {
    if (ends.length === 0 || ends.includes(free - 1)) return free;
    if (item.renewalPeriods && free - 1 > last && (free - 1 - last) % item.renewalPeriods === 0) return free;
  }
  return horizon;
}

function addItem(figures: { costCents: number; savingCents: number; effortDays: number }, item: PlanningItem, start: number, horizon: number): void {
  const free = oldCostEnds(item, start, horizon);
  figures.costCents += (item.oneOffCents ?? 0) + Math.max(0, free - start) * (item.dualRunPerPeriodCents ?? 0);
  figures.savingCents += (horizon - free) * (item.savingPerPeriodCents ?? 0);
  for (const team in item.effortDays) for (const days of item.effortDays[team]!) figures.effortDays += days;
}
