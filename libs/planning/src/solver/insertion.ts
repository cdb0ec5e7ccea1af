// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Random } from '#kernel';
import type { Instance } from './instance.js';
import type { Schedule } from './schedule.js';

/** In which order the starts of each unit are tried: indexes into its allowed starts. */
export type StartOrder = readonly Int32Array[];

/** Most worth first, earlier first among equals. */
export function byWorth(instance: Instance): StartOrder {
  return instance.worth.map((worth) => Int32Array.from(worth.keys()).sort((a, b) => worth[b]! - worth[a]! || a - b));
}

/** How candidates are put back. */
export interface Insertion {
  readonly order: StartOrder;
  /** Chance to pass over a start that fits, so that not every repair ends in the same plan; 0 for none. */
  readonly blink01: number;
  readonly random: Random;
}

/**
 * Places a unit at the first start of its order that fits, and before that whatever it depends on.
 *
 * @returns whether the unit is placed now; what it depends on may be placed even where it is not
 */
export function insert(schedule: Schedule, unit: number, how: Insertion): boolean {
  const { instance } = schedule;
  if (schedule.start[unit]! >= 0) return true;
  if (instance.starts[unit]!.length === 0 || !schedule.groupsFree(unit)) return false;
  for (const index of instance.delaysInto[unit]!) {
    if (!insert(schedule, instance.precedences[index]!.before, how)) return false;
  }
  const at = chooseStart(schedule, unit, how);
  if (at < 0) return false;
  schedule.place(unit, at);
  return true;
}

function chooseStart(schedule: Schedule, unit: number, { order, blink01, random }: Insertion): number {
  const { from, to } = schedule.window(unit);
  if (from > to) return -1;
  const starts = schedule.instance.starts[unit]!;
  const soft = schedule.instance.softAt[unit]!.length > 0;
  let best = -1;
  let most = -Infinity;
  for (const at of order[unit]!) {
    const start = starts[at]!;
    if (start < from || start > to || !schedule.hasRoom(unit, start)) continue;
    if (blink01 > 0 && random() < blink01) continue;
    if (!soft) return at;
    const worth = schedule.instance.worth[unit]![at]! - schedule.penaltyIf(unit, start);
    if (worth > most) [best, most] = [at, worth];
  }
  return best;
}

/** Takes out units that cost more than they are worth and that nothing placed depends on, until none is left. */
export function prune(schedule: Schedule, units: Iterable<number>): void {
  const { instance } = schedule;
  for (const unit of units) pruneUnit(schedule, instance, unit);
}

function pruneUnit(schedule: Schedule, instance: Instance, unit: number): void {
  if (schedule.start[unit]! < 0 || instance.required[unit]) return;
  if (instance.delaysOutOf[unit]!.some((index) => schedule.start[instance.precedences[index]!.after]! >= 0)) return;
  const before = { worth: schedule.worth, mark: schedule.mark };
  schedule.remove(unit);
  if (schedule.worth <= before.worth) return void schedule.undoTo(before.mark);
  for (const index of instance.delaysInto[unit]!) pruneUnit(schedule, instance, instance.precedences[index]!.before);
}
