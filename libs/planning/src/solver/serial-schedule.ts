// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { slackOf, type Instance, type UnitStarts } from './instance.js';

/**
 * Puts units one after the other at their earliest start that dependencies and resources leave.
 *
 * @param order every unit once, each after those it depends on
 * @returns starts, or null where a unit finds no place
 * @source R. Kolisch, Serial and parallel resource-constrained project scheduling methods revisited, EJOR 90 (1996)
 */
export function earliestStarts(instance: Instance, order: Int32Array): UnitStarts | null {
  const left = allRoom(instance);
  const placed = new Int32Array(instance.unitCount);
  for (const unit of order) {
    let from = 0;
    for (const index of instance.delaysInto[unit]!) {
      const { before, delay } = instance.precedences[index]!;
      from = Math.max(from, placed[before]! + delay);
    }
    const starts = instance.starts[unit]!;
    let at = lowerBound(starts, from);
    while (at < starts.length && !hasRoom(instance, left, unit, starts[at]!)) at++;
    if (at >= starts.length) return null;
    take(instance, left, unit, starts[at]!);
    placed[unit] = starts[at]!;
  }
  return placed;
}

/**
 * Moves every unit as late as it can go without the last end moving, the last ones first. Done before {@link earliestStarts} in the order it leaves
 * (double justification), it often shortens a plan and never lengthens it.
 *
 * @source V. Valls, F. Ballestín, S. Quintanilla, Justification and RCPSP: a technique that pays, EJOR 165 (2005)
 */
export function latestStarts(instance: Instance, starts: UnitStarts): UnitStarts {
  const end = lastEnd(instance, starts);
  const left = allRoom(instance);
  const order = sortBy(starts, (unit) => -(starts[unit]! + instance.duration[unit]!), true);
  const late = starts.slice();
  for (const unit of order) {
    let latest = end - instance.duration[unit]!;
    for (const index of instance.delaysOutOf[unit]!) {
      const { after, delay } = instance.precedences[index]!;
      latest = Math.min(latest, late[after]! - delay);
    }
    const allowed = instance.starts[unit]!;
    let at = lowerBound(allowed, latest + 1) - 1;
    while (at >= 0 && !hasRoom(instance, left, unit, allowed[at]!)) at--;
    if (at < 0) return starts;
    take(instance, left, unit, allowed[at]!);
    late[unit] = allowed[at]!;
  }
  return late;
}

/** Units sorted by a key; equal keys keep dependency order (or its reverse). */
export function sortBy(starts: UnitStarts, key: (unit: number) => number, reverse = false): Int32Array {
  const keys = Float64Array.from(starts, (_, unit) => key(unit));
  return Int32Array.from(starts.keys()).sort((a, b) => keys[a]! - keys[b]! || (reverse ? b - a : a - b));
}

/** First period in which nothing runs any more. */
export function lastEnd(instance: Instance, starts: UnitStarts): number {
  let end = 0;
  starts.forEach((start, unit) => (end = Math.max(end, start + instance.duration[unit]!)));
  return end;
}

const rooms = new WeakMap<Instance, Float64Array>();

/** Everything that there is of each resource in each period, with the tolerance; worked out once per instance. */
function allRoom(instance: Instance): Float64Array {
  let room = rooms.get(instance);
  if (!room) rooms.set(instance, (room = Float64Array.from(instance.limits, (limit) => limit + slackOf(limit))));
  return room.slice();
}

function hasRoom({ usage, periodCount }: Instance, left: Float64Array, unit: number, start: number): boolean {
  const { resource, offset, amount } = usage[unit]!;
  for (let entry = 0; entry < resource.length; entry++) {
    if (amount[entry]! > left[resource[entry]! * periodCount + start + offset[entry]!]!) return false;
  }
  return true;
}

function take({ usage, periodCount }: Instance, left: Float64Array, unit: number, start: number): void {
  const { resource, offset, amount } = usage[unit]!;
  for (let entry = 0; entry < resource.length; entry++) {
    const cell = resource[entry]! * periodCount + start + offset[entry]!;
    left[cell] = left[cell]! - amount[entry]!;
  }
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
