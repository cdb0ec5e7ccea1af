// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Problem } from '#kernel';
import type { PlanningItem, PlanningProblem } from '#planning';
import type { MigrationStatus } from './migration-status.js';

/** A migration as far as a new plan has to heed it. */
export interface MigrationUnderWay {
  readonly productKey: string;
  readonly status: MigrationStatus;
  readonly startedOn: CalendarDate | null;
  readonly cancelledBy: 'DECISION' | 'PLAN' | null;
}

/** When the plan in force lets a migration start. */
export interface StartInForce {
  readonly productKey: string;
  readonly startsOn: string;
}

/** A problem that leaves alone what is under way, and why items are no longer part of it. */
export interface ProblemUnderWay {
  readonly problem: PlanningProblem;
  readonly leftOut: readonly { readonly productKey: string; readonly reason: Problem }[];
}

/**
 * Makes a problem heed what really happens: what has begun within the horizon (running, blocked, done) is locked to the period in which it began; what began
 * before it, and what was cancelled by a decision, is no longer planned. What has begun goes on whatever its deadline, bundle or predecessors say.
 */
export function heedUnderWay(problem: PlanningProblem, horizon: readonly { readonly startsOn: string; readonly endsOn: string }[], migrations: readonly MigrationUnderWay[]): ProblemUnderWay {
  const known = new Set(problem.items.map(({ id }) => id));
  const locks = new Map<string, number>();
  const leftOut = new Map<string, Problem>();
  for (const { productKey, status, startedOn, cancelledBy } of migrations) {
    if (!known.has(productKey)) continue;
    if (cancelledBy === 'DECISION') leftOut.set(productKey, { code: 'PLANNING.OUT_CANCELLED', item: productKey });
    if (startedOn === null || status === 'CANCELLED') continue;
    const period = periodOf(horizon, startedOn);
    if (period !== null) locks.set(productKey, period);
    else leftOut.set(productKey, { code: status === 'DONE' ? 'PLANNING.OUT_DONE' : 'PLANNING.OUT_UNDER_WAY', item: productKey, since: startedOn });
  }
  const isThere = (id: string) => !leftOut.has(id);
  const items = problem.items.filter(({ id }) => isThere(id)).map((item) => (locks.has(item.id) ? begun(item, locks.get(item.id)!, horizon.length) : item));
  return {
    problem: {
      ...problem,
      items,
      precedences: problem.precedences?.filter(({ before, after }) => isThere(before) && isThere(after) && !locks.has(after)),
      bundles: problem.bundles?.map((bundle) => bundle.filter((id) => isThere(id) && !locks.has(id))).filter((bundle) => bundle.length > 1),
      locked: [...locks].map(([item, period]) => ({ item, period })),
    },
    leftOut: [...leftOut].map(([productKey, reason]) => ({ productKey, reason })),
  };
}

/** The plan in force in periods of another horizon; what starts outside it or is not planned any more is left out. */
export function startsInForce(inForce: readonly StartInForce[], problem: PlanningProblem, horizon: readonly { readonly startsOn: string; readonly endsOn: string }[]): { readonly item: string; readonly period: number }[] {
  const known = new Set(problem.items.map(({ id }) => id));
  return inForce.flatMap(({ productKey, startsOn }) => {
    const period = periodOf(horizon, startsOn);
    return known.has(productKey) && period !== null ? [{ item: productKey, period }] : [];
  });
}

/** What has begun fits into what is left of the horizon, and its deadline no longer decides. */
function begun(item: PlanningItem, period: number, periodCount: number): PlanningItem {
  const durationPeriods = Math.min(item.durationPeriods ?? 1, periodCount - period);
  const effortDays = Object.fromEntries(Object.entries(item.effortDays ?? {}).map(([team, days]) => [team, days.slice(0, durationPeriods)]));
  return { ...item, durationPeriods, effortDays, deadline: null };
}

function periodOf(horizon: readonly { readonly startsOn: string; readonly endsOn: string }[], day: string): number | null {
  const index = horizon.findIndex(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  return index < 0 ? null : index;
}
