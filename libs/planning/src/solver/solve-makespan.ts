// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Highs } from 'highs';
import { placeAt } from './greedy.js';
import { MOST_COLUMNS, solveMilp } from './highs.js';
import type { Instance, UnitStarts } from './instance.js';
import { makespanBound } from './makespan-bounds.js';
import { refuteEarlierEnds } from './makespan-proof.js';
import { searchOrders } from './order-search.js';
import type { SolverOrder } from './protocol.js';
import { Schedule } from './schedule.js';
import { Best, type SearchEnd, type SearchPort } from './search-port.js';
import { lastEnd } from './serial-schedule.js';
import { columnsOf, startsOf, waveModel } from './wave-model.js';

/** Schedules for each second of the limit, at most; keeps the outcome a matter of the seed where the clock does not cut in. */
const SCHEDULES_PER_SECOND = 20_000;
/** What the thread that proves does first, so that it knows what to prove. */
const FIRST_SCHEDULES = 1_000;
const FIRST_SHARE = 0.3;
/** What a schedule takes, for each unit. */
const SECONDS_PER_PLACED_UNIT = 2.5e-6;

/**
 * Searches the plan that does everything and ends earliest: serial schedules bred from each other (all that role `PLAN` does), and earlier ends refuted one by
 * one; branch and bound of the whole only where no schedule can be built that way (limited changes, tight deadlines).
 */
export function solveMakespan(instance: Instance, highs: Highs | null, port: SearchPort, { role }: Pick<SolverOrder, 'role'>): SearchEnd {
  if (instance.starts.some((starts) => starts.length === 0)) return 'INFEASIBLE';
  if (instance.exclusive.length > 0) return 'INFEASIBLE';
  const best = new Best(port, -1);
  const { bound, source } = makespanBound(instance);
  best.proven(bound, source);
  port.phase('LOCAL_SEARCH');
  if (role === 'PLAN') search(instance, best, port, { seed: port.seed, until: 0, schedules: Infinity });
  else {
    search(instance, best, port, { seed: port.seed, until: port.secondsLeft() * (1 - FIRST_SHARE), schedules: FIRST_SCHEDULES });
    if (best.starts && !instance.changes) {
      if (!best.closed) refuteEarlierEnds(instance, highs, best, port);
      port.phase('LOCAL_SEARCH');
      if (!best.closed) search(instance, best, port, { seed: port.seed + 1, until: 0, schedules: Infinity });
    }
  }
  if (best.closed) return 'OPTIMAL';
  if (best.starts && (port.secondsLeft() <= 0.2 || !instance.changes)) return 'TIME';
  const columns = instance.starts.reduce((sum, starts) => sum + starts.length, 0);
  if (!highs || columns === 0 || columns > MOST_COLUMNS / 4) return port.secondsLeft() > 0 ? 'EXHAUSTED' : 'TIME';
  port.phase('MILP');
  return branchAndBound(instance, highs, best, port);
}

function search(instance: Instance, best: Best, port: SearchPort, { seed, until, schedules }: { readonly seed: number; readonly until: number; readonly schedules: number }): void {
  searchOrders(instance, {
    seed,
    schedules: Math.min(schedules, Math.ceil(port.secondsLeft() * SCHEDULES_PER_SECOND)),
    interrupted: () => {
      port.spend(instance.unitCount * SECONDS_PER_PLACED_UNIT);
      return best.closed || port.secondsLeft() <= Math.max(until, 0.15);
    },
    onSchedule: (starts, end) => offer(instance, best, starts, end),
  });
}

function offer(instance: Instance, best: Best, starts: UnitStarts, end: number): void {
  if (-end <= best.objective) return;
  if (!instance.changes) return best.found(starts, end);
  const schedule = new Schedule(instance);
  if (placeAt(schedule, starts) && schedule.complete) best.found(starts, end);
}

function branchAndBound(instance: Instance, highs: Highs, best: Best, port: SearchPort): SearchEnd {
  const model = waveModel(instance, true);
  const take = (values: Float64Array): void => {
    const schedule = new Schedule(instance);
    if (placeAt(schedule, startsOf(model, values)) && schedule.complete) best.found(schedule.start, lastEnd(instance, schedule.start));
  };
  const outcome = solveMilp(highs, model, {
    timeLimitSeconds: port.secondsLeft(), clock: port, seed: port.seed, relativeGap: 0,
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
