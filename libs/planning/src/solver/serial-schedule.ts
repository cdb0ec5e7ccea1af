// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Instance, UnitStarts } from './instance.js';
import { Schedule } from './schedule.js';

/**
 * Puts units one after the other at their earliest start that dependencies and resources leave.
 *
 * @param order every unit once, each after those it depends on
 * @returns starts, or null where a unit finds no place
 * @source R. Kolisch, Serial and parallel resource-constrained project scheduling methods revisited, EJOR 90 (1996)
 */
export function earliestStarts(instance: Instance, order: Int32Array): UnitStarts | null {
  const schedule = new Schedule(instance);
  for (const unit of order) {
    const { from, to } = schedule.window(unit);
    const starts = instance.starts[unit]!;
    let at = lowerBound(starts, from);
    while (at < starts.length && starts[at]! <= to && !schedule.hasRoom(unit, starts[at]!)) at++;
    if (at >= starts.length || starts[at]! > to) return null;
    schedule.place(unit, at);
  }
  return schedule.start;
}

/**
 * Moves every unit as late as it can go without the last end moving, the last ones first. Done before {@link earliestStarts} in the order it leaves
 * (double justification), it often shortens a plan and never lengthens it.
 *
 * @source V. Valls, F. Ballestín, S. Quintanilla, Justification and RCPSP: a technique that pays, EJOR 165 (2005)
 */
export function latestStarts(instance: Instance, starts: UnitStarts): UnitStarts {
  const end = lastEnd(instance, starts);
  const schedule = new Schedule(instance);
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
    while (at >= 0 && !schedule.hasRoom(unit, allowed[at]!)) at--;
    if (at < 0) return starts;
    schedule.place(unit, at);
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
