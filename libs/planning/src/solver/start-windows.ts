// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { slackOf, type Instance } from './instance.js';
import { headsAndTails } from './makespan-bounds.js';

/** Two units that can never run at the same time, because together they take more than there ever is. */
interface Disjunction {
  readonly one: number;
  readonly other: number;
}

/** Units that take a resource in every period in which they run, each with the least it takes. */
interface Users {
  readonly resource: number;
  readonly units: Int32Array;
  readonly amount: Float64Array;
  /** What there is before each period, summed up; with the tolerance. */
  readonly roomBefore: Float64Array;
  readonly room: Float64Array;
}

/** The test of energy takes as long as the cube of the units; with more than so many it is left out. */
const MOST_UNITS_FOR_ENERGY = 200;

/**
 * Earliest and latest starts of every unit under the assumption that all ends by some period. {@link narrow} only ever takes away starts that no plan with that
 * end can have; where a unit is left without one, there is no such plan.
 */
export class StartWindows {
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  private readonly disjunctions: readonly Disjunction[];
  private readonly users: readonly Users[];

  constructor(private readonly instance: Instance) {
    this.earliest = new Int32Array(instance.unitCount);
    this.latest = new Int32Array(instance.unitCount);
    this.users = Array.from(instance.resources.keys(), (resource) => usersOf(instance, resource)).filter(({ units }) => units.length > 0);
    this.disjunctions = disjunctionsOf(instance, this.users);
  }

  /** Begins anew with what the dependencies leave where everything ends before `end`. */
  reset(end: number): void {
    const { heads, tails } = headsAndTails(this.instance);
    this.earliest.set(heads);
    for (let unit = 0; unit < this.latest.length; unit++) this.latest[unit] = Math.min(this.instance.starts[unit]!.at(-1) ?? -1, end - tails[unit]! - this.instance.duration[unit]!);
  }

  /**
   * Takes away starts until nothing more follows; false where some unit has none left or too much must happen in too short a time.
   *
   * @param withEnergy whether to look at stretches of time too, which finds more and takes much longer
   */
  narrow(withEnergy = true): boolean {
    for (let changed = true; changed; ) {
      const before = this.spread();
      if (!this.keepOrder() || !this.separate() || !this.users.every((users) => this.respectRunning(users))) return false;
      changed = this.spread() < before;
      if (!changed && withEnergy && !this.users.every((users) => this.energySuffices(users))) return false;
    }
    return true;
  }

  /**
   * Tries each end of each window: where nothing else would fit any more, that start is taken away. Ends when a round has changed nothing or time is up.
   *
   * @returns false where a unit has no start left
   */
  shave(withEnergy: boolean, interrupted: () => boolean): boolean {
    const saved = { earliest: this.earliest.slice(), latest: this.latest.slice() };
    for (let changed = true; changed; ) {
      changed = false;
      for (let unit = 0; unit < this.earliest.length; unit++) {
        for (const side of ['earliest', 'latest'] as const) {
          while (this.earliest[unit]! < this.latest[unit]!) {
            if (interrupted()) return true;
            const start = this[side][unit]!;
            saved.earliest.set(this.earliest);
            saved.latest.set(this.latest);
            this.earliest[unit] = this.latest[unit] = start;
            const possible = this.narrow(withEnergy);
            this.earliest.set(saved.earliest);
            this.latest.set(saved.latest);
            if (possible) break;
            this[side][unit] = side === 'earliest' ? start + 1 : start - 1;
            changed = true;
            if (!this.narrow(withEnergy)) return false;
          }
        }
      }
    }
    return true;
  }

  /** The instance with only those starts that are left. */
  narrowed(): Instance {
    const { instance } = this;
    const keep = instance.starts.map((starts, unit) => [...starts.keys()].filter((at) => starts[at]! >= this.earliest[unit]! && starts[at]! <= this.latest[unit]!));
    return {
      ...instance,
      starts: keep.map((list, unit) => Int32Array.from(list, (at) => instance.starts[unit]![at]!)),
      worth: keep.map((list, unit) => Float64Array.from(list, (at) => instance.worth[unit]![at]!)),
      changes: instance.changes && { ...instance.changes, at: keep.map((list, unit) => Int32Array.from(list, (at) => instance.changes!.at[unit]![at]!)) },
    };
  }

  private spread(): number {
    let sum = 0;
    for (let unit = 0; unit < this.earliest.length; unit++) sum += this.latest[unit]! - this.earliest[unit]!;
    return sum;
  }

  /** Units are numbered along their dependencies, so one pass each way does. */
  private keepOrder(): boolean {
    const { precedences, delaysOutOf, starts } = this.instance;
    const { earliest, latest } = this;
    for (let unit = 0; unit < earliest.length; unit++) {
      earliest[unit] = atLeast(starts[unit]!, earliest[unit]!);
      if (earliest[unit]! > latest[unit]!) return false;
      for (const index of delaysOutOf[unit]!) {
        const { after, delay } = precedences[index]!;
        if (earliest[unit]! + delay > earliest[after]!) earliest[after] = earliest[unit]! + delay;
      }
    }
    for (let unit = earliest.length - 1; unit >= 0; unit--) {
      for (const index of delaysOutOf[unit]!) {
        const { after, delay } = precedences[index]!;
        if (latest[after]! - delay < latest[unit]!) latest[unit] = latest[after]! - delay;
      }
      latest[unit] = atMost(starts[unit]!, latest[unit]!);
      if (earliest[unit]! > latest[unit]!) return false;
    }
    return true;
  }

  /** Where one of two units that exclude each other cannot come first, it comes second. */
  private separate(): boolean {
    const { duration } = this.instance;
    const { earliest, latest } = this;
    for (const { one, other } of this.disjunctions) {
      const oneFirst = earliest[one]! + duration[one]! <= latest[other]!;
      const otherFirst = earliest[other]! + duration[other]! <= latest[one]!;
      if (oneFirst && otherFirst) continue;
      if (!oneFirst && !otherFirst) return false;
      const [first, second] = oneFirst ? [one, other] : [other, one];
      earliest[second] = Math.max(earliest[second]!, earliest[first]! + duration[first]!);
      latest[first] = Math.min(latest[first]!, latest[second]! - duration[first]!);
    }
    return true;
  }

  /** What must run in a period, whatever else, leaves only so much for others (timetabling). */
  private respectRunning({ units, amount, room }: Users): boolean {
    const { duration, periodCount } = this.instance;
    const { earliest, latest } = this;
    const left = room.slice();
    for (let index = 0; index < units.length; index++) {
      const unit = units[index]!;
      for (let period = latest[unit]!; period < earliest[unit]! + duration[unit]!; period++) {
        left[period] = left[period]! - amount[index]!;
        if (left[period]! < 0) return false;
      }
    }
    for (let index = 0; index < units.length; index++) {
      const unit = units[index]!;
      const [from, to] = [latest[unit]!, earliest[unit]! + duration[unit]!];
      const busy = (period: number): boolean => period < periodCount && left[period]! + (period >= from && period < to ? amount[index]! : 0) < amount[index]!;
      for (let period = earliest[unit]! + duration[unit]! - 1; period >= earliest[unit]!; period--) {
        if (!busy(period)) continue;
        earliest[unit] = period + 1;
        if (earliest[unit]! > latest[unit]!) return false;
        period = earliest[unit]! + duration[unit]!;
      }
      for (let period = latest[unit]!; period < latest[unit]! + duration[unit]!; period++) {
        if (!busy(period)) continue;
        latest[unit] = period - duration[unit]!;
        if (earliest[unit]! > latest[unit]!) return false;
        period = latest[unit]! - 1;
      }
    }
    return true;
  }

  /**
   * Whether in every stretch of time the work that must fall into it, wherever its units start, is no more than there is.
   *
   * @source P. Baptiste, C. Le Pape, W. Nuijten, Constraint-based scheduling, Kluwer 2001 (energetic reasoning: left- and right-shifted work)
   */
  private energySuffices({ units, amount, roomBefore }: Users): boolean {
    if (units.length > MOST_UNITS_FOR_ENERGY) return true;
    const { duration } = this.instance;
    const { earliest, latest } = this;
    const begins = new Set<number>();
    const ends = new Set<number>();
    for (const unit of units) {
      begins.add(earliest[unit]!).add(latest[unit]!);
      ends.add(latest[unit]! + duration[unit]!).add(earliest[unit]! + duration[unit]!);
    }
    for (const from of begins) {
      for (const to of ends) {
        if (to <= from) continue;
        let work = 0;
        for (let index = 0; index < units.length; index++) {
          const unit = units[index]!;
          const inside = Math.min(to - from, duration[unit]!, earliest[unit]! + duration[unit]! - from, to - latest[unit]!);
          if (inside > 0) work += inside * amount[index]!;
        }
        if (work > roomBefore[to]! - roomBefore[from]!) return false;
      }
    }
    return true;
  }
}

/** Later than any period. */
const NEVER = 2 ** 30;

/** First allowed start that is no smaller; {@link NEVER} where there is none. */
function atLeast(starts: Int32Array, least: number): number {
  if (starts.length === 0 || starts.at(-1)! < least) return NEVER;
  if (starts[0]! >= least) return starts[0]!;
  if (starts.at(-1)! - starts[0]! === starts.length - 1) return least;
  return starts.find((start) => start >= least)!;
}

/** Last allowed start that is no larger; -1 where there is none. */
function atMost(starts: Int32Array, most: number): number {
  if (starts.length === 0 || starts[0]! > most) return -1;
  if (starts.at(-1)! <= most) return starts.at(-1)!;
  if (starts.at(-1)! - starts[0]! === starts.length - 1) return most;
  for (let at = starts.length - 1; at >= 0; at--) if (starts[at]! <= most) return starts[at]!;
  return -1;
}

function usersOf(instance: Instance, resource: number): Users {
  const units: number[] = [];
  const amount: number[] = [];
  for (let unit = 0; unit < instance.unitCount; unit++) {
    const { resource: taken, amount: amounts } = instance.usage[unit]!;
    const own = amounts.filter((_, entry) => taken[entry] === resource);
    if (own.length !== instance.duration[unit] || own.length === 0) continue;
    units.push(unit);
    amount.push(own.reduce((least, one) => Math.min(least, one), Infinity));
  }
  const room = Float64Array.from({ length: instance.periodCount }, (_, period) => {
    const limit = instance.limits[resource * instance.periodCount + period]!;
    return limit + slackOf(limit);
  });
  const roomBefore = new Float64Array(instance.periodCount + 1);
  for (let period = 0; period < instance.periodCount; period++) roomBefore[period + 1] = roomBefore[period]! + room[period]!;
  return { resource, units: Int32Array.from(units), amount: Float64Array.from(amount), room, roomBefore };
}

function disjunctionsOf(instance: Instance, users: readonly Users[]): Disjunction[] {
  const found = new Map<number, Disjunction>();
  for (const { units, amount, room } of users) {
    const most = room.reduce((a, b) => Math.max(a, b), 0);
    for (let first = 0; first < units.length; first++) {
      for (let second = first + 1; second < units.length; second++) {
        if (amount[first]! + amount[second]! <= most) continue;
        found.set(units[first]! * instance.unitCount + units[second]!, { one: units[first]!, other: units[second]! });
      }
    }
  }
  return [...found.values()];
}
