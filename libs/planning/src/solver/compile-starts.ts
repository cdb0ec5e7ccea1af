// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { PlanningItem, PlanningProblem } from '../problem.js';
import type { Units } from '../units.js';
import { slackOf, type Delay, type Usage } from './instance.js';

/** What narrows the starts of units beyond their own dates. */
export interface StartLimits {
  readonly usage: readonly Usage[];
  readonly limits: Float64Array;
  readonly precedences: readonly Delay[];
  readonly required: Uint8Array;
}

/** Starts of each unit that its dates, locks, blackouts, its own size and its dependencies leave; ascending, empty where none is left. */
export function allowedStarts(problem: PlanningProblem, units: Units, { usage, limits, precedences, required }: StartLimits): Int32Array[] {
  const blocked = blockedPeriods(problem);
  const locks = new Map((problem.locked ?? []).map(({ item, period }) => [item, period]));
  const tooExclusive = exclusiveWithin(problem, units);
  const starts = units.members.map((members, unit) => {
    if (tooExclusive.has(unit)) return [];
    const items = members.map((index) => problem.items[index]!);
    const left: number[] = [];
    for (let start = 0; start <= problem.periods.length; start++) {
      if (items.every((item) => fitsDates(problem, item, start, locks, blocked)) && fitsAlone(usage[unit]!, limits, start, problem.periods.length)) left.push(start);
    }
    return left;
  });
  narrowByDelays(starts, precedences, required);
  return starts.map((list) => Int32Array.from(list));
}

/** Whether an item may start here by its own dates: horizon, deadline, lock. A milestone may lie at the very end of a makespan horizon. */
function fitsDates(problem: PlanningProblem, item: PlanningItem, start: number, locks: ReadonlyMap<string, number | null>, blocked: (item: PlanningItem) => Uint8Array): boolean {
  const duration = item.durationPeriods ?? 1;
  const end = start + duration;
  const last = duration > 0 || (problem.objective === 'makespan' && !item.oneOffCents) ? problem.periods.length : problem.periods.length - 1;
  if (end > last || (item.deadline != null && end > item.deadline + 1)) return false;
  const lock = locks.get(item.id);
  if (lock === null || (lock !== undefined && lock !== start)) return false;
  const closed = blocked(item);
  for (let period = start; period < Math.max(end, start + 1); period++) if (closed[period]) return false;
  return true;
}

/** Blacked-out periods per item; items with the same department and teams share one array. */
function blockedPeriods(problem: PlanningProblem): (item: PlanningItem) => Uint8Array {
  const blackouts = (problem.blackouts ?? []).map((entry) => (typeof entry === 'number' ? { period: entry } : entry));
  const byItem = blackouts.map(({ items }) => (items ? new Set(items) : null));
  const cache = new Map<PlanningItem, Uint8Array>();
  return (item) => {
    const known = cache.get(item);
    if (known) return known;
    const closed = new Uint8Array(problem.periods.length + 1);
    blackouts.forEach(({ period, department, team }, index) => {
      const meant =
        (department === undefined || department === item.department) &&
        (team === undefined || (Object.hasOwn(item.effortDays ?? {}, team) && item.effortDays![team]!.some((days) => days > 0))) &&
        (byItem[index] === null || byItem[index]!.has(item.id));
      if (meant) closed[period] = 1;
    });
    cache.set(item, closed);
    return closed;
  };
}

function fitsAlone({ resource, offset, amount }: Usage, limits: Float64Array, start: number, periodCount: number): boolean {
  for (let entry = 0; entry < resource.length; entry++) {
    const period = start + offset[entry]!;
    if (period >= periodCount) return false;
    const limit = limits[resource[entry]! * periodCount + period]!;
    if (amount[entry]! > limit + slackOf(limit)) return false;
  }
  return true;
}

function exclusiveWithin(problem: PlanningProblem, units: Units): ReadonlySet<number> {
  const found = new Set<number>();
  for (const group of problem.exclusive ?? []) {
    const seen = new Set<number>();
    for (const id of group) {
      const unit = units.unitOf[units.indexOf.get(id)!]!;
      if (seen.has(unit)) found.add(unit);
      seen.add(unit);
    }
  }
  return found;
}

/** A unit cannot start before all it depends on can be done; what a required unit depends on cannot start too late for it. */
function narrowByDelays(starts: number[][], precedences: readonly Delay[], required: Uint8Array): void {
  const forward = [...precedences].sort((a, b) => a.before - b.before);
  for (const { before, after, delay } of forward) {
    const earliest = (starts[before]![0] ?? Infinity) + delay;
    if ((starts[after]![0] ?? Infinity) < earliest) starts[after] = starts[after]!.filter((start) => start >= earliest);
  }
  for (const { before, after, delay } of [...precedences].sort((a, b) => b.after - a.after)) {
    if (!required[after]) continue;
    const latest = (starts[after]!.at(-1) ?? -Infinity) - delay;
    if ((starts[before]!.at(-1) ?? -Infinity) > latest) starts[before] = starts[before]!.filter((start) => start <= latest);
  }
}
