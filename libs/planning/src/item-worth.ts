// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { firstSavingPeriod } from './contract-calendar.js';
import type { PlanningItem, PlanningProblem } from './problem.js';

const LEAST_CENTS_PER_POINT = 100_000;
const MOST_CENTS_PER_POINT = 1e9;

/** What one item adds to the objective at one start, each part in whole discounted cents. */
export interface ItemWorth {
  readonly valueCents: number;
  readonly savingCents: number;
  readonly oneOffCents: number;
  readonly dualRunCents: number;
}

/** Sums of discount factors, so that any run of periods is weighed in one subtraction. */
export interface Discounting {
  readonly periodCount: number;
  /** Weight of one period. */
  readonly weight: Float64Array;
  /** Sum of the weights before a period; one longer than the horizon. */
  readonly before: Float64Array;
}

/** Present values: period `p` weighs `(1 + rate)^-p`. */
export function discounting(periodCount: number, rate01: number): Discounting {
  const weight = new Float64Array(periodCount + 1);
  const before = new Float64Array(periodCount + 2);
  for (let period = 0; period <= periodCount; period++) {
    weight[period] = (1 + rate01) ** -period;
    before[period + 1] = before[period]! + weight[period]!;
  }
  return { periodCount, weight, before };
}

/** Weighed share of the horizon that is left when a migration is done; the period in which it finishes counts. */
export function remainingShare(calendar: Discounting, start: number, durationPeriods: number): number {
  const finishing = Math.min(start + Math.max(durationPeriods, 1) - 1, calendar.periodCount);
  return (calendar.before[calendar.periodCount]! - calendar.before[finishing]!) / calendar.periodCount;
}

/** What the item is worth when it starts in this period; see {@link PlanningProblem} for the meaning of each part. */
export function itemWorth(item: PlanningItem, start: number, calendar: Discounting, centsPerPoint: number): ItemWorth {
  const duration = item.durationPeriods ?? 1;
  const saves = firstSavingPeriod(item, start + duration, calendar.periodCount);
  const horizon = calendar.before[calendar.periodCount]!;
  return {
    valueCents: Math.round((item.value ?? 0) * centsPerPoint * remainingShare(calendar, start, duration)),
    savingCents: Math.round((item.savingPerPeriodCents ?? 0) * (horizon - calendar.before[saves]!)),
    oneOffCents: Math.round((item.oneOffCents ?? 0) * calendar.weight[start]!),
    dualRunCents: Math.round((item.dualRunPerPeriodCents ?? 0) * Math.max(0, calendar.before[saves]! - calendar.before[Math.min(start, saves)]!)),
  };
}

/** The four parts added up with their signs. */
export function netCents(worth: ItemWorth): number {
  return worth.valueCents + worth.savingCents - worth.oneOffCents - worth.dualRunCents;
}

/**
 * What a point of value is worth: as the problem says, else the smallest worth (100,000…10^9 cents) at which the value of an item, finished in the last
 * period, still covers its own cost, so that no item with a value stays out for its cost alone.
 */
export function centsPerPointOf(problem: PlanningProblem): number {
  if (problem.centsPerValuePoint !== undefined) return problem.centsPerValuePoint;
  const periodCount = problem.periods.length;
  const calendar = discounting(periodCount, problem.discount01 ?? 0);
  const least = calendar.weight[periodCount - 1]! / periodCount;
  let most = LEAST_CENTS_PER_POINT;
  for (const item of problem.items) {
    if (!((item.value ?? 0) > 0)) continue;
    const cost = (item.oneOffCents ?? 0) + periodCount * ((item.dualRunPerPeriodCents ?? 0) + Math.max(0, -(item.savingPerPeriodCents ?? 0)));
    most = Math.max(most, Math.ceil(cost / (item.value! * least)));
  }
  return Math.min(most, MOST_CENTS_PER_POINT);
}
