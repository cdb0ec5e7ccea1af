// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom, type Random } from '#kernel';
import type { Highs } from 'highs';
import { solveMilp } from './highs.js';
import type { UnitStarts } from './instance.js';
import { neighbourhoodOf } from './neighbourhood.js';
import { placeAt } from './greedy.js';
import { Schedule } from './schedule.js';
import { columnsOf, startsOf, waveModel } from './wave-model.js';

/** How to polish, and whom to tell. */
export interface PolishLimits {
  readonly seed: number;
  readonly secondsLeft: () => number;
  /** Larger is more promising among units that are not planned. */
  readonly priority: Float64Array;
  readonly onBetter: (schedule: Schedule) => void;
}

const FIRST_SIZE = 40;
const LEAST_SIZE = 15;
const MOST_SIZE = 250;
const MOST_NODES = 300;
const SECONDS_EACH = 2;

/**
 * Makes a plan better by solving small parts of it by branch and bound: the units of some neighbouring periods and some that are left out are planned
 * anew, all others stay. Parts grow while they are solved quickly and shrink where they are not. Ends when time is up.
 *
 * @source P. Shaw, Using constraint programming and local search methods to solve vehicle routing problems, CP 1998 (large neighbourhood search)
 */
export function polish(highs: Highs, schedule: Schedule, limits: PolishLimits): void {
  const random = seededRandom(limits.seed);
  let size = Math.min(FIRST_SIZE, schedule.instance.unitCount);
  while (limits.secondsLeft() > 0.3) {
    const { instance, units } = neighbourhoodOf(schedule, chooseUnits(schedule, size, limits.priority, random));
    const current = Int32Array.from(units, (unit) => schedule.start[unit]!);
    const model = waveModel(instance);
    const outcome = solveMilp(highs, model, {
      timeLimitSeconds: Math.min(SECONDS_EACH, limits.secondsLeft()), seed: limits.seed, relativeGap: 1e-6, start: columnsOf(model, current), mostNodes: MOST_NODES,
    });
    size = Math.round(Math.min(MOST_SIZE, Math.max(LEAST_SIZE, outcome.status === 'OPTIMAL' ? size * 1.1 : size * 0.85)));
    if (outcome.values) takeOver(schedule, units, startsOf(model, outcome.values), limits.onBetter);
  }
}

/** Puts the new starts into the plan if that makes it better. */
function takeOver(schedule: Schedule, units: readonly number[], starts: UnitStarts, onBetter: (schedule: Schedule) => void): void {
  const before = schedule.worth;
  const whole = schedule.start.slice();
  units.forEach((unit, index) => (whole[unit] = starts[index]!));
  const next = new Schedule(schedule.instance);
  if (!placeAt(next, whole) || next.worth <= before || !next.complete) return;
  schedule.forgetSteps();
  for (let unit = schedule.instance.unitCount - 1; unit >= 0; unit--) if (schedule.start[unit]! >= 0 && schedule.start[unit] !== whole[unit]) schedule.removeWithDependents(unit);
  placeAt(schedule, whole);
  schedule.forgetSteps();
  onBetter(schedule);
}

/** Two thirds planned units around one period, one third promising units that are left out. */
function chooseUnits(schedule: Schedule, size: number, priority: Float64Array, random: Random): Set<number> {
  const { periodCount } = schedule.instance;
  const chosen = new Set<number>();
  const middle = Math.floor(random() * periodCount);
  const width = 1 + Math.floor(random() * 3);
  const planned: number[] = [];
  for (let reach = 0; reach <= periodCount && (reach < width || planned.length < size * 0.67); reach++) {
    for (const period of new Set([middle - reach, middle + reach])) if (period >= 0 && period <= periodCount) planned.push(...schedule.startingIn(period));
  }
  const shuffled = planned.map((unit) => [random(), unit] as const).sort((a, b) => a[0] - b[0]);
  for (const [, unit] of shuffled.slice(0, Math.ceil(size * 0.67))) chosen.add(unit);
  const out = schedule.unplanned.map((unit) => [priority[unit]! * random(), unit] as const).sort((a, b) => b[0] - a[0]);
  for (const [, unit] of out) {
    if (chosen.size >= size) break;
    chosen.add(unit);
  }
  return chosen;
}
