// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { daysBetween, type CalendarDate } from '#kernel';
import type { PlanningItem, PlanningPeriod } from '#planning';

/** Periods with their days. */
export type Horizon = readonly { readonly startsOn: string; readonly endsOn: string }[];

/** What work from before the horizon still needs within it. */
export interface WorkLeft {
  readonly department: string | undefined;
  readonly changeLoad: number;
  /** Person-days per team, from period 0 on. */
  readonly effortDays: Readonly<Record<string, readonly number[]>>;
  /** Periods of the horizon in which it runs. */
  readonly periods: number;
  readonly totalDays: number;
}

/**
 * What is left of a migration that began before the horizon, if it keeps its pace: periods of the first one's length have passed since. Where it should be over by then,
 * nobody knows how much is left, and that is not nothing: it still needs its last period.
 */
export function workLeft(item: PlanningItem, first: Horizon[number], startedOn: string): WorkLeft {
  const days = (from: string, to: string) => daysBetween(from as CalendarDate, to as CalendarDate);
  const durationPeriods = Math.max(1, item.durationPeriods ?? 1);
  const passed = Math.min(Math.ceil(days(startedOn, first.startsOn) / (days(first.startsOn, first.endsOn) + 1)), durationPeriods - 1);
  const effortDays = Object.fromEntries(Object.entries(item.effortDays ?? {}).map(([team, perPeriod]) => [team, perPeriod.slice(passed)]));
  const totalDays = Object.values(effortDays).flat().reduce((sum, amount) => sum + amount, 0);
  return { department: item.department, changeLoad: item.changeLoad ?? 1, effortDays, periods: durationPeriods - passed, totalDays: Math.round(totalDays * 10) / 10 };
}

/** A period with what work from before the horizon takes off its teams and departments, at most all of it. */
export function lessWorkLeft(period: PlanningPeriod, index: number, work: readonly WorkLeft[]): PlanningPeriod {
  const running = work.filter(({ periods }) => index < periods);
  if (running.length === 0) return period;
  return changed(period, (name, limit) => Math.max(0, running.reduce((left, { effortDays }) => left - (effortDays[name]?.[index] ?? 0), limit)), (name, limit) =>
    Math.max(0, running.reduce((left, { department, changeLoad }) => (department === name ? left - changeLoad : left), limit)),
  );
}

/** A period with room at least for what has begun within the horizon. */
export function atLeastBegun(period: PlanningPeriod, index: number, items: readonly PlanningItem[], begunIn: ReadonlyMap<string, number>): PlanningPeriod {
  const running = items.flatMap((item) => {
    const start = begunIn.get(item.id);
    return start !== undefined && start <= index && index < start + Math.max(1, item.durationPeriods ?? 1) ? [{ item, at: index - start }] : [];
  });
  if (running.length === 0) return period;
  const sum = (of: (item: PlanningItem, at: number) => number) => running.reduce((all, { item, at }) => all + of(item, at), 0);
  const roomy = changed(period, (name, limit) => Math.max(limit, sum(({ effortDays }, at) => effortDays?.[name]?.[at] ?? 0)), (name, limit) =>
    Math.max(limit, sum(({ department, changeLoad }) => (department === name ? (changeLoad ?? 1) : 0))),
  );
  const spent = sum(({ oneOffCents, dualRunPerPeriodCents }, at) => (at === 0 ? (oneOffCents ?? 0) : 0) + (dualRunPerPeriodCents ?? 0));
  return period.budgetCents === undefined || period.budgetCents === null ? roomy : { ...roomy, budgetCents: Math.max(period.budgetCents, spent) };
}

function changed(period: PlanningPeriod, team: (name: string, days: number) => number, department: (name: string, load: number) => number): PlanningPeriod {
  const each = (limits: Readonly<Record<string, number>> | undefined, change: (name: string, limit: number) => number) => limits && Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, change(name, limit)]));
  return { ...period, capacity: each(period.capacity, team), changeLoad: each(period.changeLoad, department) };
}
