// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { PlannedStart, PlanningObjective } from './problem.js';

/** What a solver answers, as `plan-file --json` prints it. */
export interface Plan {
  /**
   * `OPTIMAL`: nothing better exists; `FEASIBLE`: keeps every demand, {@link gap01} says how much better could at most exist;
   * `INFEASIBLE`: proven that no plan exists, {@link conflicts} say why; `UNKNOWN`: time ran out without a plan and without that proof.
   */
  readonly status: PlanStatus;
  readonly objectiveKind: PlanningObjective;
  /** Cents (discounted) for `value`, larger is better; periods until the last item ends for `makespan`, smaller is better; null without a plan. */
  readonly objective: number | null;
  /** No plan can be better than this; same unit; null where nothing is proven. */
  readonly bound: number | null;
  readonly boundSource: BoundSource;
  /** Distance from objective to bound as a share of the objective, at most 1; 0 if proven optimal; null where one of the two is missing. */
  readonly gap01: number | null;
  readonly waves: readonly Wave[];
  readonly periods: readonly PeriodFigures[];
  readonly starts: readonly PlannedStart[];
  readonly unscheduled: readonly Unscheduled[];
  readonly conflicts: readonly Problem[];
  /** True where no demand can be left out of {@link conflicts} without making the rest possible. */
  readonly conflictsMinimal: boolean;
  /** Dependency cycles, planned as if each were one bundle. */
  readonly cycles: readonly Cycle[];
  readonly parts: ObjectiveParts;
  /** What one unit more would bring at the margin of the relaxed problem, largest first; empty where no relaxation was solved. */
  readonly shadowPrices: readonly ShadowPrice[];
  readonly centsPerValuePoint: number;
  readonly solver: SolverReport;
}

export type PlanStatus = 'OPTIMAL' | 'FEASIBLE' | 'INFEASIBLE' | 'UNKNOWN';

/**
 * Where the proof of the bound comes from: `BEST_START` every unit at its best start; `PRICES` every unit at its
 * best start after paying prices for what is scarce; `LP_DUAL` dual prices of the linear relaxation, summed up
 * anew so that it holds whatever the solver's tolerance; `MILP` branch and bound of HiGHS; `CRITICAL_PATH`, `ENERGY` (work over
 * capacity), `NO_EARLIER_END` (every earlier end refuted by narrowing starts, by the linear relaxation or by branch and bound) for makespan.
 */
export type BoundSource = 'NONE' | 'BEST_START' | 'PRICES' | 'LP_DUAL' | 'MILP' | 'CRITICAL_PATH' | 'ENERGY' | 'NO_EARLIER_END';

/** The migrations that start in one period, with all they cost and bring within the horizon (not discounted). */
export interface Wave {
  readonly period: number;
  readonly startsOn?: string;
  readonly items: readonly string[];
  readonly costCents: number;
  readonly effortDays: number;
  readonly savingCents: number;
  /** Sum of the points of value of these items. */
  readonly value: number;
}

/** What happens in one period, whatever started before (not discounted). */
export interface PeriodFigures {
  readonly period: number;
  readonly startsOn?: string;
  readonly budgetUsedCents: number;
  readonly budgetCents: number | null;
  readonly dualRunCents: number;
  readonly savingCents: number;
  /** Savings less one-off and dual-run cost since the first period. */
  readonly cumulatedCashCents: number;
  /** Points of value of everything finished by the end of this period. */
  readonly cumulatedValue: number;
  readonly teams: readonly TeamFigures[];
}

export interface TeamFigures {
  readonly team: string;
  readonly effortDays: number;
  readonly capacityDays: number;
  /** Null where the team has no capacity. */
  readonly utilisation01: number | null;
}

export interface Unscheduled {
  readonly item: string;
  /** Code of {@link detail}: the demand that binds. */
  readonly reason: string;
  readonly detail: Problem;
}

export interface Cycle {
  readonly items: readonly string[];
  /** Dependencies whose removal would open the cycle. */
  readonly suggestedCut: readonly { readonly before: string; readonly after: string }[];
}

/** The objective taken apart, in discounted cents; the sum is the objective of `value`. */
export interface ObjectiveParts {
  readonly valueCents: number;
  readonly savingCents: number;
  readonly oneOffCents: number;
  readonly dualRunCents: number;
  readonly penaltyCents: number;
}

export interface ShadowPrice {
  readonly kind: 'BUDGET' | 'TEAM' | 'DEPARTMENT';
  readonly period: number;
  readonly name: string | null;
  /** Objective cents for one cent of budget, one person-day or one unit of load more. */
  readonly centsPerUnit: number;
}

export interface SolverReport {
  readonly seed: number;
  readonly timeLimitSeconds: number;
  readonly elapsedSeconds: number;
  /** True where the limit counted work instead of time and nothing cut the search off: the same problem, seed and limit give the same plan again, on any machine. */
  readonly reproducible: boolean;
  /** Why the search ended. */
  readonly stoppedBy: 'PROOF' | 'TIME' | 'CANCELLED' | 'EXHAUSTED' | 'FAILURE';
  /** What broke, where the search ended by failure. */
  readonly failure: string | null;
}

/** The best plan and the best bound so far; sent whenever one of them gets better. */
export interface PlanProgress {
  readonly phase: 'READING' | 'GREEDY' | 'RELAXATION' | 'LOCAL_SEARCH' | 'MILP' | 'CONFLICTS';
  readonly elapsedSeconds: number;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap01: number | null;
}
