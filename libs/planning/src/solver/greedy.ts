// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { byWorth, insert, prune, type StartOrder } from './insertion.js';
import type { Instance, UnitStarts } from './instance.js';
import { indexOfStart, Schedule } from './schedule.js';

/** In which order units are taken, and where they are tried first. */
export interface Guide {
  /** Larger comes first. */
  readonly priority: Float64Array;
  readonly order: StartOrder;
  /** All units, those first that might as well be in as out. */
  readonly focus: Int32Array;
}

/** Worth at the best start per share of the scarce resources: the usual guide where no relaxation has been solved. */
export function densityGuide(instance: Instance): Guide {
  const priority = Float64Array.from(instance.worth, (worth, unit) => Math.max(0, ...worth) / (shareOf(instance, unit) + 1e-9));
  return { priority, order: byWorth(instance), focus: Int32Array.from(priority.keys()) };
}

/** What a unit takes, each amount as a share of the resource's mean limit. */
export function shareOf(instance: Instance, unit: number): number {
  const { resource, amount } = instance.usage[unit]!;
  let share = 0;
  for (let entry = 0; entry < resource.length; entry++) share += amount[entry]! / (meanLimit(instance, resource[entry]!) + 1e-9);
  return share;
}

function meanLimit(instance: Instance, resource: number): number {
  let sum = 0;
  for (let period = 0; period < instance.periodCount; period++) sum += Math.min(instance.limits[resource * instance.periodCount + period]!, 1e15);
  return sum / instance.periodCount;
}

/**
 * Builds a plan from nothing: first what is required, then what the plan in force holds (where changes are limited), then the rest in the order of the guide; in
 * the end what does not pay is taken out.
 */
export function buildGreedily(instance: Instance, guide: Guide): Schedule {
  const schedule = new Schedule(instance);
  const how = { order: guide.order, blink01: 0, random: () => 1 };
  const units = Array.from({ length: instance.unitCount }, (_, unit) => unit).sort((a, b) => guide.priority[b]! - guide.priority[a]! || a - b);
  if (instance.changes) placeAt(schedule, instance.changes.inForce);
  const required = units.filter((unit) => instance.required[unit]).sort((a, b) => instance.starts[a]!.length - instance.starts[b]!.length || a - b);
  for (const unit of required) insert(schedule, unit, how);
  for (const unit of units) {
    const mark = schedule.mark;
    insert(schedule, unit, how);
    if (instance.changes && schedule.changes > instance.changes.most) schedule.undoTo(mark);
  }
  if (!instance.changes) prune(schedule, units);
  schedule.forgetSteps();
  return schedule;
}

/** Takes over as many of these starts as fit, in dependency order; returns whether all of them did. */
export function placeAt(schedule: Schedule, starts: UnitStarts): boolean {
  let all = true;
  for (let unit = 0; unit < starts.length; unit++) {
    if (starts[unit]! < 0 || schedule.start[unit]! >= 0) continue;
    const at = indexOfStart(schedule.instance.starts[unit]!, starts[unit]!);
    const { from, to } = schedule.window(unit);
    if (at >= 0 && starts[unit]! >= from && starts[unit]! <= to && schedule.hasRoom(unit, starts[unit]!)) schedule.place(unit, at);
    else all = false;
  }
  return all;
}
