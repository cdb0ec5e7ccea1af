// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { placeAt, type Guide } from './greedy.js';
import type { Relaxation } from './highs.js';
import { insert } from './insertion.js';
import { Schedule } from './schedule.js';
import type { WaveModel } from './wave-model.js';

/**
 * A plan as near as may be to a solved relaxation: every unit at the start that the relaxation gives more than half of it, then the plan in force, then
 * whatever else fits; what is one change too many is put back to where it is in force, or taken out again. With few changes allowed this is close to the bound where a
 * plan built up from the one in force is far from it.
 */
export function roundedPlan(model: WaveModel, { values }: Relaxation, guide: Guide): Schedule {
  const { instance, firstColumn } = model;
  const schedule = new Schedule(instance);
  const wanted = Int32Array.from(instance.starts, (starts, unit) => starts.find((_, at) => values[firstColumn[unit]! + at]! > 0.5) ?? -1);
  placeAt(schedule, wanted);
  const { changes } = instance;
  if (changes) placeAt(schedule, changes.inForce);
  const how = { order: guide.order, blink01: 0, random: () => 1 };
  const units = [...schedule.unplanned].sort((a, b) => Number(instance.required[b]) - Number(instance.required[a]) || guide.priority[b]! - guide.priority[a]! || a - b);
  for (const unit of units) {
    const mark = schedule.mark;
    insert(schedule, unit, how);
    if (changes && !instance.required[unit] && schedule.changes > changes.most) schedule.undoTo(mark);
  }
  if (changes) takeBack(schedule, changes.most);
  schedule.forgetSteps();
  return schedule;
}

/** Takes out what the plan in force does not hold, that which brings least first, until no more is changed than may be. */
function takeBack(schedule: Schedule, most: number): void {
  const { instance } = schedule;
  const { inForce, unplanned } = instance.changes!;
  const added = [...schedule.start.keys()].filter((unit) => schedule.start[unit]! >= 0 && unplanned[unit] === 0 && !instance.required[unit]);
  const worth = new Map(added.map((unit) => [unit, instance.worth[unit]!.reduce((best, one) => Math.max(best, one), -Infinity)]));
  for (const unit of added.sort((a, b) => worth.get(a)! - worth.get(b)!)) {
    if (schedule.changes <= most) return;
    if (instance.delaysOutOf[unit]!.every((index) => schedule.start[instance.precedences[index]!.after]! < 0)) schedule.remove(unit);
  }
  placeAt(schedule, inForce);
}
