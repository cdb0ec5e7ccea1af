// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Problem } from '#kernel';
import type { Blackout, PlanningItem, PlanningProblem } from '#planning';
import type { MigrationStatus } from './migration-status.js';
import { atLeastBegun, lessWorkLeft, workLeft, type Horizon, type WorkLeft } from './work-under-way.js';

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

/** A start that somebody wants: the key of the product, and the period; null to leave it out. */
export interface WishedStart {
  readonly product: string;
  readonly period: number | null;
}

/** A problem that leaves alone what is under way, and why items are no longer part of it. */
export interface ProblemUnderWay {
  readonly problem: PlanningProblem;
  readonly leftOut: readonly { readonly productKey: string; readonly reason: Problem }[];
}

/**
 * Makes a problem heed what really happens: what has begun within the horizon (running, blocked, done) is locked to the period in which it began; what began
 * before it is no longer planned, but the days it still needs are taken off its teams and its department's load; what was cancelled by a decision is no longer
 * planned. What has begun goes on whatever its deadline, bundle, predecessors, blackouts, the budget or a team say: it would not stop for a plan.
 */
export function heedUnderWay(problem: PlanningProblem, horizon: Horizon, migrations: readonly MigrationUnderWay[]): ProblemUnderWay {
  const known = new Map(problem.items.map((item) => [item.id, item]));
  const locks = new Map<string, number>();
  const leftOut = new Map<string, Problem>();
  const fromBefore: WorkLeft[] = [];
  for (const { productKey, status, startedOn, cancelledBy } of migrations) {
    const item = known.get(productKey);
    if (!item) continue;
    if (cancelledBy === 'DECISION') leftOut.set(productKey, { code: 'PLANNING.OUT_CANCELLED', item: productKey });
    if (startedOn === null || status === 'CANCELLED') continue;
    const period = periodOf(horizon, startedOn);
    if (period !== null) locks.set(productKey, period);
    else if (status === 'DONE') leftOut.set(productKey, { code: 'PLANNING.OUT_DONE', item: productKey, since: startedOn });
    else {
      const left = startedOn < horizon[0]!.startsOn ? workLeft(item, horizon[0]!, startedOn) : null;
      if (left) fromBefore.push(left);
      leftOut.set(productKey, { code: 'PLANNING.OUT_UNDER_WAY', item: productKey, since: startedOn, days: left?.totalDays ?? 0 });
    }
  }
  const isThere = (id: string) => !leftOut.has(id);
  const items = problem.items.filter(({ id }) => isThere(id)).map((item) => (locks.has(item.id) ? begun(item, locks.get(item.id)!, horizon.length) : item));
  return {
    problem: {
      ...problem,
      periods: problem.periods.map((period, index) => atLeastBegun(lessWorkLeft(period, index, fromBefore), index, items, locks)),
      items,
      precedences: problem.precedences?.filter(({ before, after }) => isThere(before) && isThere(after) && !locks.has(after)),
      bundles: problem.bundles?.map((bundle) => bundle.filter((id) => isThere(id) && !locks.has(id))).filter((bundle) => bundle.length > 1),
      blackouts: problem.blackouts?.flatMap((blackout) => aroundBegun(blackout, items, locks)),
      locked: [...locks].map(([item, period]) => ({ item, period })),
    },
    leftOut: [...leftOut].map(([productKey, reason]) => ({ productKey, reason })),
  };
}

/** A blackout that leaves out what has begun. */
function aroundBegun(blackout: number | Blackout, items: readonly PlanningItem[], locks: ReadonlyMap<string, number>): (number | Blackout)[] {
  const { period, department, team, items: meant }: Blackout = typeof blackout === 'number' ? { period: blackout } : blackout;
  const isMeant = ({ id, department: of }: PlanningItem) => (department === undefined || of === department) && (meant === undefined || meant.includes(id));
  if (!items.some((item) => locks.has(item.id) && isMeant(item))) return [blackout];
  const others = items.filter((item) => !locks.has(item.id) && isMeant(item)).map(({ id }) => id);
  return others.length === 0 ? [] : [{ period, ...(team === undefined ? {} : { team }), items: others }];
}

/** The plan in force in periods of another horizon; what starts outside it or is not planned any more is left out. */
export function startsInForce(inForce: readonly StartInForce[], problem: PlanningProblem, horizon: Horizon): { readonly item: string; readonly period: number }[] {
  const known = new Set(problem.items.map(({ id }) => id));
  return inForce.flatMap(({ productKey, startsOn }) => {
    const period = periodOf(horizon, startsOn);
    return known.has(productKey) && period !== null ? [{ item: productKey, period }] : [];
  });
}

/** The first wish that cannot be met because the migration has begun, or is no longer planned, as a problem with its place; null where there is none. */
export function lockOnBegun({ problem: { locked = [] }, leftOut }: Pick<ProblemUnderWay, 'problem' | 'leftOut'>, wished: readonly WishedStart[]): Problem | null {
  const begunIn = new Map(locked.map(({ item, period }) => [item, period]));
  const outBecause = new Map(leftOut.map(({ productKey, reason }) => [productKey, reason]));
  const index = wished.findIndex(({ product, period }) => outBecause.has(product) || (begunIn.has(product) && begunIn.get(product) !== period));
  if (index < 0) return null;
  const { product } = wished[index]!;
  const reason = outBecause.get(product);
  return reason?.code === 'PLANNING.OUT_CANCELLED' ? { ...reason, path: `locks.${index}` } : { code: 'PLANNING.LOCK_ON_BEGUN', path: `locks.${index}`, item: product };
}

/** What has begun fits into what is left of the horizon, and its deadline no longer decides. */
function begun(item: PlanningItem, period: number, periodCount: number): PlanningItem {
  const durationPeriods = Math.min(item.durationPeriods ?? 1, periodCount - period);
  const effortDays = Object.fromEntries(Object.entries(item.effortDays ?? {}).map(([team, days]) => [team, days.slice(0, durationPeriods)]));
  return { ...item, durationPeriods, effortDays, deadline: null };
}

function periodOf(horizon: Horizon, day: string): number | null {
  const index = horizon.findIndex(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  return index < 0 ? null : index;
}
