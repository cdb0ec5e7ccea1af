// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { PlanningProblem } from '../problem.js';
import type { Units } from '../units.js';
import type { Changes } from './instance.js';

/** Counts, for each unit and start, how many of its items differ from the plan in force; null where changes are not limited. */
export function compileChanges(problem: PlanningProblem, units: Units, starts: readonly Int32Array[]): Changes | null {
  if (problem.maxChanges === undefined) return null;
  const inForce = new Map((problem.planInForce ?? []).map(({ item, period }) => [item, period]));
  const before = units.members.map((items) => items.map((item) => inForce.get(problem.items[item]!.id) ?? -1));
  return {
    most: problem.maxChanges,
    at: before.map((periods, unit) => starts[unit]!.map((start) => periods.filter((period) => period !== start).length)),
    unplanned: Int32Array.from(before, (periods) => periods.filter((period) => period >= 0).length),
    inForce: Int32Array.from(before, (periods) => (periods.every((period) => period === periods[0]) ? periods[0]! : -1)),
  };
}
