// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { slackOf, type Instance, type UnitStarts } from './instance.js';

/** First period in which nothing runs any more. */
export function lastEnd(instance: Instance, starts: UnitStarts): number {
  let end = 0;
  for (let unit = 0; unit < starts.length; unit++) end = Math.max(end, starts[unit]! + instance.duration[unit]!);
  return end;
}

/** Neighbours of each unit and the delays to them, flat: those of `unit` stand at `first[unit] … first[unit + 1]`. */
interface Neighbours {
  readonly first: Int32Array;
  readonly unit: Int32Array;
  readonly delay: Int32Array;
}

/** Keys are sorted as whole numbers of this many steps, so that no comparison function is called. */
const KEY_STEPS = 2 ** 30;

/** Builds schedules of one instance, many thousands a second: everything that is asked on the way lies in flat arrays. */
export class SerialScheduler {
  private readonly room: Float64Array;
  private readonly left: Float64Array;
  private readonly before: Neighbours;
  private readonly after: Neighbours;
  /** Resource and amount in turn, for units that take the same in every period in which they run. */
  private readonly even: readonly (Float64Array | null)[];
  private readonly sorted: Float64Array;

  constructor(private readonly instance: Instance) {
    this.room = Float64Array.from(instance.limits, (limit) => limit + slackOf(limit));
    this.left = this.room.slice();
    this.before = neighboursOf(instance, instance.delaysInto, 'before');
    this.after = neighboursOf(instance, instance.delaysOutOf, 'after');
    this.even = Array.from({ length: instance.unitCount }, (_, unit) => evenUsage(instance, unit));
    this.sorted = new Float64Array(instance.unitCount);
  }

  /** A serial schedule of the units by rising key, each after those it depends on, pushed to the right and to the left again; null where a unit finds no place. */
  justified(keys: Float64Array): UnitStarts | null {
    const starts = this.earliest(this.dependencyOrder(keys));
    if (starts === null) return null;
    const late = this.latest(starts);
    return this.earliest(this.order(late, 1)) ?? starts;
  }

  /**
   * Puts units one after the other at their earliest start that dependencies and resources leave.
   *
   * @param order every unit once, each after those it depends on
   * @returns starts, or null where a unit finds no place
   * @source R. Kolisch, Serial and parallel resource-constrained project scheduling methods revisited, EJOR 90 (1996)
   */
  earliest(order: Int32Array): UnitStarts | null {
    const { starts: allowed, unitCount } = this.instance;
    const { first, unit: neighbour, delay } = this.before;
    this.left.set(this.room);
    const placed = new Int32Array(unitCount);
    for (let next = 0; next < unitCount; next++) {
      const unit = order[next]!;
      let from = 0;
      for (let arc = first[unit]!; arc < first[unit + 1]!; arc++) from = Math.max(from, placed[neighbour[arc]!]! + delay[arc]!);
      const starts = allowed[unit]!;
      let at = lowerBound(starts, from);
      for (; at < starts.length; ) {
        const busy = this.lastBusy(unit, starts[at]!);
        if (busy < 0) break;
        at = Math.max(at + 1, lowerBound(starts, busy + 1));
      }
      if (at >= starts.length) return null;
      placed[unit] = starts[at]!;
      this.take(unit, starts[at]!);
    }
    return placed;
  }

  /**
   * Moves every unit as late as it can go without the last end moving, the last ones first. Done before {@link earliest} in the order it leaves (double
   * justification), it often shortens a plan and never lengthens it.
   *
   * @source V. Valls, F. Ballestín, S. Quintanilla, Justification and RCPSP: a technique that pays, EJOR 165 (2005)
   */
  latest(starts: UnitStarts): UnitStarts {
    const { starts: allowedStarts, duration, unitCount } = this.instance;
    const { first, unit: neighbour, delay } = this.after;
    const end = lastEnd(this.instance, starts);
    this.left.set(this.room);
    const late = starts.slice();
    const order = this.order(Int32Array.from(starts, (start, unit) => start + duration[unit]!), -1);
    for (let next = 0; next < unitCount; next++) {
      const unit = order[next]!;
      let latest = end - duration[unit]!;
      for (let arc = first[unit]!; arc < first[unit + 1]!; arc++) latest = Math.min(latest, late[neighbour[arc]!]! - delay[arc]!);
      const allowed = allowedStarts[unit]!;
      let at = lowerBound(allowed, latest + 1) - 1;
      for (; at >= 0; ) {
        const busy = this.firstBusy(unit, allowed[at]!);
        if (busy < 0) break;
        at = Math.min(at - 1, lowerBound(allowed, busy - duration[unit]! + 1) - 1);
      }
      if (at < 0) return starts;
      late[unit] = allowed[at]!;
      this.take(unit, allowed[at]!);
    }
    return late;
  }

  /** All units by rising key, but each after those it depends on. */
  dependencyOrder(keys: Float64Array): Int32Array {
    const { first, unit: neighbour } = this.before;
    const raised = keys.slice();
    let [least, most] = [Infinity, -Infinity];
    // Units are numbered so that each comes after those it depends on.
    for (let unit = 0; unit < raised.length; unit++) {
      for (let arc = first[unit]!; arc < first[unit + 1]!; arc++) raised[unit] = Math.max(raised[unit]!, raised[neighbour[arc]!]!);
      least = Math.min(least, raised[unit]!);
      most = Math.max(most, raised[unit]!);
    }
    const step = (KEY_STEPS - 1) / Math.max(most - least, 1e-9);
    for (let unit = 0; unit < raised.length; unit++) raised[unit] = Math.floor((raised[unit]! - least) * step);
    return this.order(raised, 1);
  }

  /** Units by whole-numbered key, rising or falling; equal keys keep dependency order (or its reverse). */
  private order(keys: Int32Array | Float64Array, direction: 1 | -1): Int32Array {
    const { sorted } = this;
    const count = sorted.length;
    for (let unit = 0; unit < count; unit++) sorted[unit] = keys[unit]! * count + unit;
    sorted.sort();
    return Int32Array.from(sorted, (_, index) => sorted[direction === 1 ? index : count - 1 - index]! % count);
  }

  /** The last period in which there is no room for the unit, if it starts here; a start up to there need not be tried. -1 where there is room. */
  private lastBusy(unit: number, start: number): number {
    const { left } = this;
    const { periodCount, duration } = this.instance;
    const even = this.even[unit]!;
    if (even === null) return this.hasRoom(unit, start) ? -1 : start;
    const end = start + duration[unit]!;
    let busy = -1;
    for (let entry = 0; entry < even.length; entry += 2) {
      const first = even[entry]! * periodCount;
      const amount = even[entry + 1]!;
      for (let period = end - 1; period >= start && period > busy; period--) if (amount > left[first + period]!) busy = period;
    }
    return busy;
  }

  /** As {@link lastBusy}, from the other side. */
  private firstBusy(unit: number, start: number): number {
    const { left } = this;
    const { periodCount, duration } = this.instance;
    const even = this.even[unit]!;
    const end = start + duration[unit]!;
    if (even === null) return this.hasRoom(unit, start) ? -1 : end;
    let busy = end;
    for (let entry = 0; entry < even.length; entry += 2) {
      const first = even[entry]! * periodCount;
      const amount = even[entry + 1]!;
      for (let period = start; period < busy; period++) if (amount > left[first + period]!) busy = period;
    }
    return busy === end ? -1 : busy;
  }

  private hasRoom(unit: number, start: number): boolean {
    const { usage, periodCount } = this.instance;
    const { resource, offset, amount } = usage[unit]!;
    for (let entry = 0; entry < resource.length; entry++) {
      if (amount[entry]! > this.left[resource[entry]! * periodCount + start + offset[entry]!]!) return false;
    }
    return true;
  }

  private take(unit: number, start: number): void {
    const { usage, periodCount } = this.instance;
    const { resource, offset, amount } = usage[unit]!;
    for (let entry = 0; entry < resource.length; entry++) {
      const cell = resource[entry]! * periodCount + start + offset[entry]!;
      this.left[cell] = this.left[cell]! - amount[entry]!;
    }
  }
}

function neighboursOf(instance: Instance, arcs: Instance['delaysInto'], end: 'before' | 'after'): Neighbours {
  const first = new Int32Array(instance.unitCount + 1);
  arcs.forEach((list, unit) => (first[unit + 1] = first[unit]! + list.length));
  const flat = arcs.flatMap((list) => [...list].map((index) => instance.precedences[index]!));
  return { first, unit: Int32Array.from(flat, (arc) => arc[end]), delay: Int32Array.from(flat, ({ delay }) => delay) };
}

function evenUsage(instance: Instance, unit: number): Float64Array | null {
  const { resource, amount } = instance.usage[unit]!;
  const amounts = new Map<number, number[]>();
  resource.forEach((one, entry) => amounts.set(one, [...(amounts.get(one) ?? []), amount[entry]!]));
  const even = [...amounts.values()].every((list) => list.length === instance.duration[unit] && list.every((one) => one === list[0]));
  return even ? Float64Array.from([...amounts].flatMap(([one, list]) => [one, list[0]!])) : null;
}

function lowerBound(starts: Int32Array, least: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
