// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom, type Random } from '#kernel';
import type { Highs } from 'highs';
import { solveMilp } from './highs.js';
import type { UnitStarts } from './instance.js';
import { neighbourhoodOf } from './neighbourhood.js';
import { placeAt } from './greedy.js';
import type { Losses } from './reduced-profit.js';
import { indexOfStart, Schedule } from './schedule.js';
import type { SearchClock } from './search-clock.js';
import { columnsOf, startsOf, waveModel, type WaveModel } from './wave-model.js';

/** How to polish, and whom to tell. */
export interface PolishLimits {
  readonly seed: number;
  readonly clock: SearchClock;
  /** The plan to go on from; asked for each part, since others search too. */
  readonly best: () => UnitStarts | null;
  readonly onBetter: (schedule: Schedule) => void;
}

const FIRST_SIZE = 100;
const LEAST_SIZE = 20;
const MOST_SIZE = 600;
/** Share of a part that is taken because it stands in a wrong place; the rest is what it may change places with. */
const MISPLACED_SHARE = 0.25;
/** Starts of a unit that are open to it beside its present one: those that lose least. With all of them parts of the same size take several times as long. */
const STARTS_EACH = 4;
/** How far from the middle of a part what it is filled up with may start. */
const REACH = 2;
const MOST_NODES = 300;
const SECONDS_EACH = 1;
/** What choosing a part takes, for each unit of the whole. */
const SECONDS_PER_CHOICE = 2e-6;

/**
 * Makes a plan better by solving small parts of it by branch and bound: units that lose most against the prices of the relaxation, and around
 * them units that lose little by moving, are planned anew, all others stay. Parts grow while they are solved quickly and shrink where they are not. Ends when
 * time is up.
 *
 * @source P. Shaw, Using constraint programming and local search methods to solve vehicle routing problems, CP 1998 (large neighbourhood search); E. Balas, E. Zemel,
 *   An algorithm for large zero-one knapsack problems, Oper. Res. 28 (1980) (only columns of small reduced cost)
 */
export function polish(highs: Highs, model: WaveModel, losses: Losses, limits: PolishLimits): void {
  const random = seededRandom(limits.seed);
  const choice = new Choice(model, losses);
  let size = Math.min(FIRST_SIZE, model.instance.unitCount);
  while (limits.clock.secondsLeft() > 0.3) {
    limits.clock.spend(model.instance.unitCount * SECONDS_PER_CHOICE);
    const schedule = new Schedule(model.instance);
    placeAt(schedule, limits.best()!);
    const { instance, units } = neighbourhoodOf(schedule, choice.units(schedule, size, random), (unit, start) => choice.open(unit, start));
    const part = waveModel(instance);
    const outcome = solveMilp(highs, part, {
      timeLimitSeconds: Math.min(SECONDS_EACH, limits.clock.secondsLeft()), clock: limits.clock, seed: limits.seed, relativeGap: 1e-6, start: columnsOf(part, Int32Array.from(units, (unit) => schedule.start[unit]!)), mostNodes: MOST_NODES,
    });
    size = Math.round(Math.min(MOST_SIZE, Math.max(LEAST_SIZE, outcome.status === 'OPTIMAL' ? size * 1.1 : size * 0.9)));
    if (outcome.values) takeOver(schedule, units, startsOf(part, outcome.values), limits.onBetter);
  }
}

/** Tells of the plan with the new starts if it is better. */
function takeOver(schedule: Schedule, units: readonly number[], starts: UnitStarts, onBetter: (schedule: Schedule) => void): void {
  const whole = schedule.start.slice();
  units.forEach((unit, index) => (whole[unit] = starts[index]!));
  const next = new Schedule(schedule.instance);
  if (placeAt(next, whole) && next.worth > schedule.worth && next.complete) onBetter(next);
}

/** Which units make up a part, and which of their starts. */
class Choice {
  /** The starts of each unit that lose least. */
  private readonly best: readonly ReadonlySet<number>[];
  /** What a unit loses by its second choice; those that lose little move easily. */
  private readonly toMove: Float64Array;
  /** Added to what a unit loses, so that those that lose nothing do not always come first. */
  private readonly ease: number;

  constructor(private readonly model: WaveModel, private readonly losses: Losses) {
    const { instance, firstColumn } = model;
    const ranked = instance.starts.map((starts, unit) => [...starts.keys()].sort((a, b) => losses.ofColumn[firstColumn[unit]! + a]! - losses.ofColumn[firstColumn[unit]! + b]! || a - b));
    this.best = ranked.map((ranks, unit) => new Set(ranks.slice(0, STARTS_EACH).map((at) => instance.starts[unit]![at]!)));
    this.toMove = Float64Array.from(ranked, (ranks, unit) => [...ranks.slice(0, 2).map((at) => losses.ofColumn[firstColumn[unit]! + at]!), losses.leftOut[unit]!].sort((a, b) => a - b)[1] ?? Infinity);
    this.ease = (0.1 * this.toMove.reduce((sum, loss) => sum + (loss === Infinity ? 0 : loss), 0)) / instance.unitCount;
  }

  open(unit: number, start: number): boolean {
    return this.best[unit]!.has(start) || this.model.instance.changes?.inForce[unit] === start;
  }

  /** A quarter drawn by what they lose, the rest planned near the first of them, or left out, and easily moved. */
  units(schedule: Schedule, size: number, random: Random): Set<number> {
    const { instance } = this.model;
    const misplaced: [number, number][] = [];
    for (let unit = 0; unit < instance.unitCount; unit++) {
      const loss = this.lossOf(schedule, unit);
      if (loss > 0 && loss < Infinity) misplaced.push([Math.log(random()) / loss, unit]);
    }
    misplaced.sort((a, b) => b[0] - a[0]);
    const chosen = new Set(misplaced.slice(0, Math.ceil(size * MISPLACED_SHARE)).map(([, unit]) => unit));
    const first = misplaced[0] ? schedule.start[misplaced[0][1]]! : -1;
    const middle = first >= 0 ? first : Math.floor(random() * instance.periodCount);
    const others: [number, number][] = [];
    for (let unit = 0; unit < instance.unitCount; unit++) {
      const start = schedule.start[unit]!;
      if (!chosen.has(unit) && (start < 0 || Math.abs(start - middle) <= REACH)) others.push([(this.toMove[unit]! + this.ease) * (0.2 + random()), unit]);
    }
    others.sort((a, b) => a[0] - b[0]);
    for (const [, unit] of others.slice(0, size - chosen.size)) chosen.add(unit);
    return chosen;
  }

  private lossOf(schedule: Schedule, unit: number): number {
    const start = schedule.start[unit]!;
    return start < 0 ? this.losses.leftOut[unit]! : this.losses.ofColumn[this.model.firstColumn[unit]! + indexOfStart(this.model.instance.starts[unit]!, start)]!;
  }
}
