// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom } from '#kernel';
import type { Highs } from 'highs';
import { placeAt } from './greedy.js';
import { MOST_COLUMNS, solveMilp } from './highs.js';
import type { Instance, UnitStarts } from './instance.js';
import { headsAndTails, makespanBound } from './makespan-bounds.js';
import { Schedule } from './schedule.js';
import { Best, type SearchEnd, type SearchPort } from './search-port.js';
import { earliestStarts, lastEnd, latestStarts, sortBy } from './serial-schedule.js';
import { columnsOf, startsOf, waveModel } from './wave-model.js';

const STARTING_ORDERS = 30;
const SCHEDULES_WITHOUT_A_PLAN = 2_000;
/** Schedules for each second of the limit, at most; keeps the outcome a matter of the seed where the clock does not cut in. */
const SCHEDULES_PER_SECOND = 20_000;
const RESTART_AFTER = 1_500;

/**
 * Searches the plan that does everything and ends earliest: serial schedules with double justification, made from ever new disturbances of good
 * orders; branch and bound only where no schedule can be built that way (limited changes, tight deadlines).
 */
export function solveMakespan(instance: Instance, highs: Highs | null, port: SearchPort): SearchEnd {
  if (instance.starts.some((starts) => starts.length === 0)) return 'INFEASIBLE';
  if (instance.exclusive.length > 0) return 'INFEASIBLE';
  const best = new Best(port, -1);
  const { bound, source } = makespanBound(instance);
  best.proven(bound, source);
  port.phase('LOCAL_SEARCH');
  searchOrders(instance, best, port);
  if (best.closed) return 'OPTIMAL';
  if (best.starts && port.secondsLeft() <= 0.2) return 'TIME';
  const columns = instance.starts.reduce((sum, starts) => sum + starts.length, 0);
  if (!highs || columns === 0 || columns > MOST_COLUMNS / 4) return port.secondsLeft() > 0 ? 'EXHAUSTED' : 'TIME';
  port.phase('MILP');
  return branchAndBound(instance, highs, best, port);
}

function searchOrders(instance: Instance, best: Best, port: SearchPort): void {
  const random = seededRandom(port.seed);
  const { heads, tails } = headsAndTails(instance);
  const most = Math.ceil(port.secondsLeft() * SCHEDULES_PER_SECOND);
  const horizon = Math.max(1, ...heads) + 1;
  let current: UnitStarts | null = null;
  let currentEnd = Infinity;
  let stale = 0;
  for (let count = 0; count < most && !best.closed && port.secondsLeft() > 0.15; count++) {
    if (!best.starts && count > SCHEDULES_WITHOUT_A_PLAN) return;
    const early = count < STARTING_ORDERS || current === null || stale > RESTART_AFTER;
    const spread = early ? (count === 0 ? 0 : horizon / 2) : currentEnd * (0.02 + 0.2 * random() ** 2);
    const order = dependencyOrder(instance, (unit) => (early ? -tails[unit]! - instance.duration[unit]! : current![unit]!) + (random() - 0.5) * 2 * spread);
    const starts = justified(instance, order);
    if (!starts) continue;
    const end = lastEnd(instance, starts);
    offer(instance, best, starts);
    if (early ? end < currentEnd || stale > RESTART_AFTER : end <= currentEnd + (random() < 0.02 ? 1 : 0)) {
      if (end < currentEnd) stale = 0;
      if (stale > RESTART_AFTER) stale = 0;
      [current, currentEnd] = [starts, end];
    }
    stale++;
  }
}

/** A serial schedule, pushed to the right and to the left again. */
function justified(instance: Instance, order: Int32Array): UnitStarts | null {
  const starts = earliestStarts(instance, order);
  if (!starts) return null;
  const late = latestStarts(instance, starts);
  return earliestStarts(instance, sortBy(late, (unit) => late[unit]!)) ?? starts;
}

/** All units by rising key, but each after those it depends on. */
function dependencyOrder(instance: Instance, key: (unit: number) => number): Int32Array {
  const keys = new Float64Array(instance.unitCount);
  for (let unit = 0; unit < keys.length; unit++) {
    keys[unit] = key(unit);
  }
  for (let unit = 0; unit < keys.length; unit++) {
    for (const index of instance.delaysInto[unit]!) keys[unit] = Math.max(keys[unit]!, keys[instance.precedences[index]!.before]!);
  }
  return Int32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
}

function offer(instance: Instance, best: Best, starts: UnitStarts): void {
  if (!instance.changes) return best.found(starts, lastEnd(instance, starts));
  const schedule = new Schedule(instance);
  if (placeAt(schedule, starts) && schedule.complete) best.found(starts, lastEnd(instance, starts));
}

function branchAndBound(instance: Instance, highs: Highs, best: Best, port: SearchPort): SearchEnd {
  const model = waveModel(instance, true);
  const take = (values: Float64Array): void => {
    const schedule = new Schedule(instance);
    if (placeAt(schedule, startsOf(model, values)) && schedule.complete) best.found(schedule.start, lastEnd(instance, schedule.start));
  };
  const outcome = solveMilp(highs, model, {
    timeLimitSeconds: port.secondsLeft(), seed: port.seed, relativeGap: 0,
    start: best.starts && columnsOf(model, best.starts),
    onSolution: take,
    onBound: (bound) => best.proven(Math.ceil(-bound - 1e-6), 'MILP'),
    interrupted: () => best.closed,
  });
  if (outcome.values) take(outcome.values);
  if (outcome.bound !== null) best.proven(Math.ceil(-outcome.bound - 1e-6), 'MILP');
  if (outcome.status === 'INFEASIBLE' && best.starts === null) return 'INFEASIBLE';
  return best.closed ? 'OPTIMAL' : port.secondsLeft() > 0.2 ? 'EXHAUSTED' : 'TIME';
}
