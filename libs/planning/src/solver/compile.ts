// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { centsPerPointOf, discounting, itemWorth, netCents } from '../item-worth.js';
import type { PlanningProblem } from '../problem.js';
import { unitsOf, type Units } from '../units.js';
import { compileChanges } from './compile-changes.js';
import { allowedStarts } from './compile-starts.js';
import { compileUsage } from './compile-usage.js';
import type { Delay, Instance, SoftDelay } from './instance.js';

/** A problem and its translation, with the way back from units to items. */
export interface Compiled {
  readonly instance: Instance;
  readonly units: Units;
}

/** Translates a checked problem for the solvers. Linear in items × periods plus relations. */
export function compileProblem(problem: PlanningProblem): Compiled {
  const units = unitsOf(problem);
  const periodCount = problem.periods.length;
  const calendar = discounting(periodCount, problem.discount01 ?? 0);
  const perPoint = centsPerPointOf(problem);
  const { resources, limits, usage } = compileUsage(problem, units);
  const precedences = delaysOf(problem, units);
  const required = requiredUnits(problem, units, precedences);
  const starts = allowedStarts(problem, units, { usage, limits, precedences, required });
  const soft = softDelaysOf(problem, units);
  const alwaysPaid = new Float64Array(units.members.length);
  for (const { before, after, delay, penaltyCents } of soft) if (before === after && delay > 0) alwaysPaid[after] = alwaysPaid[after]! + penaltyCents;
  const worth = units.members.map((items, unit) =>
    Float64Array.from(starts[unit]!, (start) => items.reduce((sum, item) => sum + netCents(itemWorth(problem.items[item]!, start, calendar, perPoint)), -alwaysPaid[unit]!)),
  );
  const softPrecedences = soft.filter(({ before, after }) => before !== after);
  const exclusive = exclusiveUnits(problem, units);
  const count = units.members.length;
  const instance: Instance = {
    periodCount,
    unitCount: count,
    starts,
    worth,
    duration: Int32Array.from(units.members, (items) => Math.max(...items.map((item) => problem.items[item]!.durationPeriods ?? 1))),
    required,
    resources,
    limits,
    usage,
    precedences,
    delaysInto: indexBy(count, precedences.map((arc) => [arc.after])),
    delaysOutOf: indexBy(count, precedences.map((arc) => [arc.before])),
    softPrecedences,
    softAt: indexBy(count, softPrecedences.map((arc) => [arc.before, arc.after])),
    exclusive,
    exclusiveAt: indexBy(count, exclusive.map((group) => [...group])),
    changes: compileChanges(problem, units, starts),
  };
  return { instance, units };
}

/** Between two units only the longest delay counts. */
function delaysOf(problem: PlanningProblem, units: Units): Delay[] {
  const longest = new Map<number, Delay>();
  for (const { before, after, lag } of problem.precedences ?? []) {
    const [first, second] = [units.indexOf.get(before)!, units.indexOf.get(after)!];
    const arc = { before: units.unitOf[first]!, after: units.unitOf[second]!, delay: (problem.items[first]!.durationPeriods ?? 1) + (lag ?? 0) };
    if (arc.before === arc.after) continue;
    const key = arc.before * units.members.length + arc.after;
    if ((longest.get(key)?.delay ?? -1) < arc.delay) longest.set(key, arc);
  }
  return [...longest.values()];
}

function softDelaysOf(problem: PlanningProblem, units: Units): SoftDelay[] {
  if (problem.objective === 'makespan') return [];
  return (problem.softPrecedences ?? []).map(({ before, after, lag, penaltyCents }) => {
    const [first, second] = [units.indexOf.get(before)!, units.indexOf.get(after)!];
    return { before: units.unitOf[first]!, after: units.unitOf[second]!, delay: (problem.items[first]!.durationPeriods ?? 1) + (lag ?? 0), penaltyCents };
  });
}

/** Whatever must be planned, with all it depends on. */
function requiredUnits(problem: PlanningProblem, units: Units, precedences: readonly Delay[]): Uint8Array {
  const required = new Uint8Array(units.members.length);
  problem.items.forEach((item, index) => {
    if (item.required || problem.objective === 'makespan') required[units.unitOf[index]!] = 1;
  });
  for (const lock of problem.locked ?? []) if (lock.period !== null) required[units.unitOf[units.indexOf.get(lock.item)!]!] = 1;
  const latestFirst = [...precedences].sort((a, b) => b.after - a.after);
  for (const { before, after } of latestFirst) if (required[after]) required[before] = 1;
  return required;
}

function exclusiveUnits(problem: PlanningProblem, units: Units): Int32Array[] {
  return (problem.exclusive ?? [])
    .map((group) => Int32Array.from(new Set(group.map((id) => units.unitOf[units.indexOf.get(id)!]!))))
    .filter((group) => group.length > 1);
}

function indexBy(count: number, keys: readonly (readonly number[])[]): Int32Array[] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  keys.forEach((units, index) => new Set(units).forEach((unit) => lists[unit]!.push(index)));
  return lists.map((list) => Int32Array.from(list));
}
