// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { compileProblem } from '../solver/compile.js';
import { placeAt } from '../solver/greedy.js';
import type { Instance } from '../solver/instance.js';
import { Schedule } from '../solver/schedule.js';
import type { Unscheduled } from '../plan.js';
import type { PlanningProblem } from '../problem.js';

/** A demand that keeps a unit from a start, and what giving way would take. */
export interface Obstacle {
  readonly start: number;
  readonly problem: Problem;
}

/** Says for every item that is not planned which demand binds; the codes are `PLANNING.OUT_…`. */
export function whyNotPlanned(problem: PlanningProblem, startOf: ReadonlyMap<string, number>): readonly Unscheduled[] {
  if (startOf.size === problem.items.length) return [];
  const view = planView(problem, startOf);
  return problem.items.flatMap((item, index) => {
    if (startOf.has(item.id)) return [];
    const detail = reasonOf(problem, view, index);
    return [{ item: item.id, reason: detail.code, detail }];
  });
}

/** A plan in terms of units, to ask what would fit where. */
export interface PlanView {
  readonly instance: Instance;
  readonly schedule: Schedule;
  readonly unitOf: Int32Array;
  readonly members: readonly (readonly number[])[];
  /** Whether an earlier end is all that counts. */
  readonly isMakespan: boolean;
}

export function planView(problem: PlanningProblem, startOf: ReadonlyMap<string, number>): PlanView {
  const { instance, units } = compileProblem(problem);
  const schedule = new Schedule(instance);
  placeAt(schedule, Int32Array.from(units.members, (items) => startOf.get(problem.items[items[0]!]!.id) ?? -1));
  return { instance, schedule, unitOf: units.unitOf, members: units.members, isMakespan: problem.objective === 'makespan' };
}

function reasonOf(problem: PlanningProblem, view: PlanView, index: number): Problem {
  const { instance, schedule, unitOf, members } = view;
  const unit = unitOf[index]!;
  const item = problem.items[index]!;
  const id = (other: number): string => problem.items[members[other]![0]!]!.id;
  if ((problem.locked ?? []).some((lock) => lock.period === null && unitOf[problem.items.findIndex((each) => each.id === lock.item)] === unit)) return { code: 'PLANNING.OUT_BY_LOCK', item: item.id };
  const missing = [...instance.delaysInto[unit]!].map((delay) => instance.precedences[delay]!.before).find((before) => schedule.start[before]! < 0);
  if (instance.starts[unit]!.length === 0) {
    return missing !== undefined && instance.starts[missing]!.length === 0
      ? { code: 'PLANNING.OUT_PREDECESSOR', item: item.id, before: id(missing) }
      : { code: 'PLANNING.OUT_NO_START', item: item.id };
  }
  const chosen = [...instance.exclusiveAt[unit]!].flatMap((group) => [...instance.exclusive[group]!]).find((other) => other !== unit && schedule.start[other]! >= 0);
  if (chosen !== undefined) return { code: 'PLANNING.OUT_EXCLUSIVE', item: item.id, chosen: id(chosen) };
  if (missing !== undefined) return { code: 'PLANNING.OUT_PREDECESSOR', item: item.id, before: id(missing) };
  if (instance.worth[unit]!.every((worth) => worth <= 0)) return { code: 'PLANNING.OUT_NOT_WORTH_IT', item: item.id };
  const obstacles = obstaclesOf(view, unit, item.id);
  if (obstacles.length === 0) return { code: 'PLANNING.OUT_NO_TIME_LEFT', item: item.id };
  return obstacles.reduce((least, each) => (shareOf(each) < shareOf(least) ? each : least)).problem;
}

/** For each start of a unit with worth (each, where the shortest plan is sought) that its neighbours leave: the scarcest resource there. Starts at which it would fit are not named. */
export function obstaclesOf({ instance, schedule, isMakespan }: PlanView, unit: number, item: string): readonly Obstacle[] {
  const { from, to } = schedule.window(unit);
  const { resource, offset, amount } = instance.usage[unit]!;
  return [...instance.starts[unit]!].flatMap((start, at) => {
    if (start < from || start > to || (!isMakespan && instance.worth[unit]![at]! <= 0)) return [];
    let worst: Obstacle | null = null;
    for (let entry = 0; entry < resource.length; entry++) {
      const period = start + offset[entry]!;
      const left = Math.max(0, schedule.left[resource[entry]! * instance.periodCount + period]!);
      if (amount[entry]! <= left) continue;
      const { kind, name } = instance.resources[resource[entry]!]!;
      const missing = amount[entry]! - left;
      const next: Obstacle = { start, problem: { code: `PLANNING.OUT_${kind}`, item, period, name, needed: amount[entry]!, free: round(left), missing: round(missing), ...(isMakespan ? {} : { gainCents: instance.worth[unit]![at]! }) } };
      if (!worst || shareOf(next) > shareOf(worst)) worst = next;
    }
    if (worst) return [worst];
    const { changes } = instance;
    return changes && schedule.changes + changes.at[unit]![at]! - changes.unplanned[unit]! > changes.most ? [{ start, problem: { code: 'PLANNING.OUT_CHANGES', item, most: changes.most } }] : [];
  });
}

/** How much of what is needed is missing. */
function shareOf({ problem }: Obstacle): number {
  return typeof problem.missing === 'number' && typeof problem.needed === 'number' ? problem.missing / problem.needed : 1;
}

function round(amount: number): number {
  return Math.round(amount * 100) / 100;
}
