// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { centsPerPointOf, discounting, itemWorth } from './item-worth.js';
import { firstSavingPeriod } from './contract-calendar.js';
import type { BoundSource, ObjectiveParts, PeriodFigures, Plan, PlanStatus, ShadowPrice, SolverReport, Wave } from './plan.js';
import type { PlannedStart, PlanningItem, PlanningProblem } from './problem.js';
import { cyclesOf, unitsOf } from './units.js';
import { whyNotPlanned } from './explanation/why-not.js';

/** What a search came to. */
export interface SearchOutcome {
  readonly status: PlanStatus;
  readonly starts: readonly PlannedStart[];
  readonly bound: number | null;
  readonly boundSource: BoundSource;
  readonly conflicts: readonly Problem[];
  readonly conflictsMinimal: boolean;
  readonly shadowPrices: readonly ShadowPrice[];
  readonly solver: SolverReport;
}

/** Writes out a plan from the starts that a search found: waves, figures per period, parts of the objective, gap and reasons. */
export function describePlan(problem: PlanningProblem, outcome: SearchOutcome): Plan {
  const has = outcome.status === 'OPTIMAL' || outcome.status === 'FEASIBLE';
  const kind = problem.objective ?? 'value';
  const startOf = new Map(has ? outcome.starts.map(({ item, period }) => [item, period]) : []);
  const parts = objectiveParts(problem, startOf);
  const objective = !has ? null : kind === 'makespan' ? lastEnd(problem, startOf) : parts.valueCents + parts.savingCents - parts.oneOffCents - parts.dualRunCents - parts.penaltyCents;
  const bound = outcome.status === 'OPTIMAL' ? objective : outcome.bound;
  return {
    status: outcome.status, objectiveKind: kind, objective, bound, boundSource: outcome.boundSource, gap01: gapOf(objective, bound),
    waves: wavesOf(problem, startOf),
    periods: has ? periodFigures(problem, startOf) : [],
    starts: problem.items.flatMap(({ id }) => (startOf.has(id) ? [{ item: id, period: startOf.get(id)! }] : [])),
    unscheduled: has ? whyNotPlanned(problem, startOf) : [],
    conflicts: outcome.conflicts, conflictsMinimal: outcome.conflictsMinimal,
    cycles: cyclesOf(problem, unitsOf(problem)),
    parts, shadowPrices: outcome.shadowPrices, centsPerValuePoint: centsPerPointOf(problem), solver: outcome.solver,
  };
}

/** Distance between objective and bound as a share of the objective, at most 1; 0 where they meet; null where one is missing. */
export function gapOf(objective: number | null, bound: number | null): number | null {
  if (objective === null || bound === null) return null;
  const distance = Math.abs(bound - objective);
  return distance === 0 ? 0 : Math.min(1, distance / Math.max(Math.abs(objective), 1e-9));
}

function lastEnd(problem: PlanningProblem, startOf: ReadonlyMap<string, number>): number {
  return problem.items.reduce((end, item) => Math.max(end, (startOf.get(item.id) ?? 0) + (item.durationPeriods ?? 1)), 0);
}

function objectiveParts(problem: PlanningProblem, startOf: ReadonlyMap<string, number>): ObjectiveParts {
  const calendar = discounting(problem.periods.length, problem.discount01 ?? 0);
  const perPoint = centsPerPointOf(problem);
  const sum = { valueCents: 0, savingCents: 0, oneOffCents: 0, dualRunCents: 0, penaltyCents: 0 };
  for (const item of problem.items) {
    const start = startOf.get(item.id);
    if (start === undefined) continue;
    const worth = itemWorth(item, start, calendar, perPoint);
    sum.valueCents += worth.valueCents;
    sum.savingCents += worth.savingCents;
    sum.oneOffCents += worth.oneOffCents;
    sum.dualRunCents += worth.dualRunCents;
  }
  const durations = new Map(problem.items.map((item) => [item.id, item.durationPeriods ?? 1]));
  for (const { before, after, lag, penaltyCents } of problem.softPrecedences ?? []) {
    const [first, second] = [startOf.get(before), startOf.get(after)];
    if (second !== undefined && (first === undefined || second < first + durations.get(before)! + (lag ?? 0))) sum.penaltyCents += penaltyCents;
  }
  return sum;
}

function wavesOf(problem: PlanningProblem, startOf: ReadonlyMap<string, number>): Wave[] {
  const byPeriod = new Map<number, PlanningItem[]>();
  for (const item of problem.items) {
    const start = startOf.get(item.id);
    if (start !== undefined) byPeriod.set(start, [...(byPeriod.get(start) ?? []), item]);
  }
  return [...byPeriod].sort(([a], [b]) => a - b).map(([period, items]) => {
    const wave = { costCents: 0, effortDays: 0, savingCents: 0, value: 0 };
    for (const item of items) {
      const saves = firstSavingPeriod(item, period + (item.durationPeriods ?? 1), problem.periods.length);
      wave.costCents += (item.oneOffCents ?? 0) + Math.max(0, saves - period) * (item.dualRunPerPeriodCents ?? 0);
      wave.savingCents += (problem.periods.length - saves) * (item.savingPerPeriodCents ?? 0);
      wave.value += item.value ?? 0;
      for (const days of Object.values(item.effortDays ?? {})) wave.effortDays += days.reduce((sum, amount) => sum + amount, 0);
    }
    const startsOn = problem.periods[period]?.startsOn;
    return { period, ...(startsOn === undefined ? {} : { startsOn }), items: items.map(({ id }) => id), ...wave, effortDays: tidy(wave.effortDays), value: tidy(wave.value) };
  });
}

function periodFigures(problem: PlanningProblem, startOf: ReadonlyMap<string, number>): PeriodFigures[] {
  const count = problem.periods.length;
  const rows = problem.periods.map((period) => ({ budget: 0, oneOff: 0, dualRun: 0, saving: 0, value: 0, teams: new Map(Object.keys(period.capacity ?? {}).map((team) => [team, 0])) }));
  for (const item of problem.items) {
    const start = startOf.get(item.id);
    if (start === undefined) continue;
    const done = start + (item.durationPeriods ?? 1);
    const saves = firstSavingPeriod(item, done, count);
    if (rows[start]) rows[start].oneOff += item.oneOffCents ?? 0;
    for (let period = start; period < saves; period++) {
      rows[period]!.dualRun += item.dualRunPerPeriodCents ?? 0;
      if (period < done) rows[period]!.budget += item.dualRunPerPeriodCents ?? 0;
    }
    for (let period = saves; period < count; period++) rows[period]!.saving += item.savingPerPeriodCents ?? 0;
    const finishing = Math.max(done - 1, start);
    if (finishing < count) rows[finishing]!.value += item.value ?? 0;
    for (const [team, days] of Object.entries(item.effortDays ?? {})) {
      days.forEach((amount, offset) => rows[start + offset]?.teams.set(team, (rows[start + offset]!.teams.get(team) ?? 0) + amount));
    }
  }
  let [cash, value] = [0, 0];
  return rows.map((row, period) => {
    cash += row.saving - row.oneOff - row.dualRun;
    value += row.value;
    const { startsOn, budgetCents, capacity } = problem.periods[period]!;
    const teams = [...row.teams].map(([team, effortDays]) => {
      const capacityDays = capacity?.[team] ?? 0;
      return { team, effortDays: tidy(effortDays), capacityDays, utilisation01: capacityDays > 0 ? effortDays / capacityDays : null };
    });
    return {
      period, ...(startsOn === undefined ? {} : { startsOn }), budgetUsedCents: row.budget + row.oneOff, budgetCents: budgetCents ?? null, dualRunCents: row.dualRun,
      savingCents: row.saving, cumulatedCashCents: cash, cumulatedValue: tidy(value), teams,
    };
  });
}

/** Sums of decimal fractions without their last noise. */
function tidy(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
