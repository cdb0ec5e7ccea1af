// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * What is to be planned, as in `PROBLEM.json` (documented in `docs/planning-problem.schema.json`).
 *
 * Periods are counted from 0 and are indexes into `periods`; the end of a migration is the first period in which nothing of it runs any more.
 */
export interface PlanningProblem {
  readonly periods: readonly PlanningPeriod[];
  readonly items: readonly PlanningItem[];
  /** `value` (the default): the most worth within what is there; `makespan`: everything, as early done as possible. */
  readonly objective?: PlanningObjective;
  /** Hard order: `after` starts no earlier than `before` ends plus `lag` periods, and is planned only where `before` is. */
  readonly precedences?: readonly Precedence[];
  /** Wished order: to plan `after` without keeping it costs the penalty once. Does not count under `makespan`. */
  readonly softPrecedences?: readonly SoftPrecedence[];
  /** Items that start together or not at all. */
  readonly bundles?: readonly (readonly string[])[];
  /** Groups of which at most one item is planned. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Items that start in this very period; with `period: null`, items that must stay out. */
  readonly locked?: readonly Lock[];
  /** Periods in which nothing may start or run: a bare period for everybody, or narrowed to a department, a team or items. */
  readonly blackouts?: readonly (number | Blackout)[];
  /** The plan that applies today, for {@link maxChanges}. */
  readonly planInForce?: readonly PlannedStart[];
  /** At most this many items may be moved, dropped or added against `planInForce`. */
  readonly maxChanges?: number;
  /** Discount rate per period, 0…1; default 0. */
  readonly discount01?: number;
  /**
   * What one point of value is worth in cents, so that goals and money can be added. Where it is missing, goals come before money: the smallest
   * worth (at least 100,000 cents) at which no item with a value would stay out for its cost alone.
   */
  readonly centsPerValuePoint?: number;
}

export type PlanningObjective = 'value' | 'makespan';

/** A month, a quarter, or a wave of some weeks. */
export interface PlanningPeriod {
  /** Money for one-off costs and for dual running while migrations last; missing: no limit. */
  readonly budgetCents?: number | null;
  /** Person-days per team; every team that an item needs is named in every period. */
  readonly capacity?: Readonly<Record<string, number>>;
  /** Sum of `changeLoad` that a department can bear in this period; a department not named has no limit. */
  readonly changeLoad?: Readonly<Record<string, number>>;
  /** First day, `YYYY-MM-DD`. */
  readonly startsOn?: string;
}

/** One migration that may be planned. */
export interface PlanningItem {
  readonly id: string;
  /** Contribution to the goals, in points of the score; counts for the share of the horizon that is left when it is done. */
  readonly value?: number;
  /** Paid in the period of the start. */
  readonly oneOffCents?: number;
  /** 0 for a milestone; default 1. */
  readonly durationPeriods?: number;
  /** Person-days per team in the first, second … period of the migration. */
  readonly effortDays?: Readonly<Record<string, readonly number[]>>;
  /** What the end of the old contract saves per period, less what the new software costs; may be negative. */
  readonly savingPerPeriodCents?: number;
  /** What running old and new beside each other costs per period, from the start until the old contract ends. */
  readonly dualRunPerPeriodCents?: number;
  /** Last paid periods: the old contract can end with each of these. Missing or empty: it can end with any period. */
  readonly contractEnds?: readonly number[];
  /** Tacit renewal: after the last of `contractEnds` the contract can end again every so many periods; missing: not within the horizon. */
  readonly renewalPeriods?: number;
  /** Notice is given once the migration is done, at least so many periods before the end of the contract; default 0. */
  readonly noticePeriods?: number;
  /** Last period in which the migration may still run, if it is planned at all. */
  readonly deadline?: number | null;
  /** Must be part of every plan. */
  readonly required?: boolean;
  readonly department?: string;
  /** Load on the department in every period in which the migration runs; default 1. */
  readonly changeLoad?: number;
}

export interface Precedence {
  readonly before: string;
  readonly after: string;
  /** Periods between the end of `before` and the start of `after`; default 0. */
  readonly lag?: number;
}

export interface SoftPrecedence extends Precedence {
  readonly penaltyCents: number;
}

export interface Lock {
  readonly item: string;
  readonly period: number | null;
}

export interface Blackout {
  readonly period: number;
  readonly department?: string;
  readonly team?: string;
  readonly items?: readonly string[];
}

/** An item and the period in which it starts. */
export interface PlannedStart {
  readonly item: string;
  readonly period: number;
}
