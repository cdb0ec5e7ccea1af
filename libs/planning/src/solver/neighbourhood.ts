// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Changes, Instance, SoftDelay, UnitStarts } from './instance.js';
import { indexOfStart, type Schedule } from './schedule.js';

/** A small instance made of some units of a large one, with the rest of a plan held fast. */
export interface Neighbourhood {
  readonly instance: Instance;
  /** Unit of the large instance per unit of the small one, ascending. */
  readonly units: readonly number[];
}

/**
 * Frees some units of a plan: they may be planned anew within what the other units leave of every resource and of the changes that are allowed, before and after
 * their fixed neighbours; wished orders with fixed neighbours count in the worth of a start. Whatever plan of the small instance is found, the whole stays a
 * plan, and gains what the small one gains.
 *
 * @param plan holds all units at their starts; is the same again afterwards
 * @param open whether a unit may take this start; its present one it may always keep
 */
export function neighbourhoodOf(plan: Schedule, free: ReadonlySet<number>, open: (unit: number, start: number) => boolean): Neighbourhood {
  const large = plan.instance;
  const units = [...free].sort((a, b) => a - b);
  const small = new Map(units.map((unit, index) => [unit, index]));
  const before = plan.start.slice();
  const required = Uint8Array.from(units, (unit) => large.required[unit]!);
  const windows = units.map((unit, index) => windowOf(large, before, small, unit, index, required));
  const limits = Float64Array.from(plan.left);
  for (const unit of units) if (before[unit]! >= 0) giveBack(large, limits, unit, before[unit]!);
  const mayTake = (unit: number, index: number, start: number): boolean => start >= windows[index]!.from && start <= windows[index]!.to && (start === before[unit] || open(unit, start));
  const keep = units.map((unit, index) => [...large.starts[unit]!.keys()].filter((at) => mayTake(unit, index, large.starts[unit]![at]!)));
  const precedences = large.precedences.length === 0 ? [] : units.flatMap((unit) => [...large.delaysOutOf[unit]!].map((index) => large.precedences[index]!).filter(({ after }) => small.has(after)));
  const exclusive = [...new Set(units.flatMap((unit) => [...large.exclusiveAt[unit]!]))].map((group) => ({ free: large.exclusive[group]!.filter((unit) => small.has(unit)), taken: large.exclusive[group]!.some((unit) => !small.has(unit) && before[unit]! >= 0) }));
  const barred = new Set(exclusive.filter(({ taken }) => taken).flatMap(({ free: members }) => [...members]));
  const arcs = precedences.map(({ before: first, after, delay }) => ({ before: small.get(first)!, after: small.get(after)!, delay }));
  const groups = exclusive.map(({ free: members }) => Int32Array.from(members, (unit) => small.get(unit)!)).filter((group) => group.length > 1);
  const at = units.map((unit, index) => (barred.has(unit) ? [] : keep[index]!));
  const starts = units.map((unit, index) => Int32Array.from(at[index]!, (position) => large.starts[unit]![position]!));
  const { wished, worthOf } = wishes(large, before, small);
  return {
    units,
    instance: {
      periodCount: large.periodCount, unitCount: units.length, resources: large.resources, limits, required,
      starts,
      worth: units.map((unit, index) => Float64Array.from(at[index]!, (position) => large.worth[unit]![position]! + worthOf(unit, large.starts[unit]![position]!))),
      duration: Int32Array.from(units, (unit) => large.duration[unit]!),
      usage: units.map((unit) => large.usage[unit]!),
      precedences: arcs, delaysInto: indexes(units.length, arcs, 'after'), delaysOutOf: indexes(units.length, arcs, 'before'),
      softPrecedences: wished, softAt: units.map((_, index) => Int32Array.from(wished.keys()).filter((arc) => wished[arc]!.before === index || wished[arc]!.after === index)),
      exclusive: groups, exclusiveAt: units.map((_, index) => Int32Array.from(groups.keys()).filter((group) => groups[group]!.includes(index))),
      changes: large.changes && changesOf(large.changes, plan, units, at),
    },
  };
}

/** Wished orders among free units, and what those with one fixed end make of a free unit's start, against leaving it out. */
function wishes(large: Instance, start: UnitStarts, small: ReadonlyMap<number, number>): { readonly wished: readonly SoftDelay[]; readonly worthOf: (unit: number, at: number) => number } {
  const wished = large.softPrecedences.flatMap((arc) => (small.has(arc.before) && small.has(arc.after) ? [{ ...arc, before: small.get(arc.before)!, after: small.get(arc.after)! }] : []));
  const worthOf = (unit: number, at: number): number => {
    let worth = 0;
    for (const index of large.softAt[unit]!) {
      const { before, after, delay, penaltyCents } = large.softPrecedences[index]!;
      if (small.has(before) && small.has(after)) continue;
      // Before something fixed, a start in time saves the penalty that is paid for leaving it out; after something fixed, one too early costs it.
      if (unit === before) worth += start[after]! >= 0 && at + delay <= start[after]! ? penaltyCents : 0;
      else worth -= start[before]! < 0 || at < start[before]! + delay ? penaltyCents : 0;
    }
    return worth;
  };
  return { wished, worthOf };
}

/** What the fixed units leave of the changes that are allowed. */
function changesOf(changes: Changes, plan: Schedule, units: readonly number[], at: readonly (readonly number[])[]): Changes {
  let own = 0;
  for (const unit of units) own += plan.start[unit]! < 0 ? changes.unplanned[unit]! : changes.at[unit]![indexOfStart(plan.instance.starts[unit]!, plan.start[unit]!)]!;
  return {
    most: changes.most - (plan.changes - own),
    at: units.map((unit, index) => Int32Array.from(at[index]!, (position) => changes.at[unit]![position]!)),
    unplanned: Int32Array.from(units, (unit) => changes.unplanned[unit]!),
    inForce: Int32Array.from(units, (unit) => changes.inForce[unit]!),
  };
}

/** What the fixed neighbours leave of a unit's starts; a fixed unit that builds on it makes it required. */
function windowOf(large: Instance, start: UnitStarts, small: ReadonlyMap<number, number>, unit: number, index: number, required: Uint8Array): { from: number; to: number } {
  let [from, to] = [0, large.periodCount];
  for (const arc of large.delaysInto[unit]!) {
    const { before, delay } = large.precedences[arc]!;
    if (small.has(before)) continue;
    if (start[before]! < 0) to = -1;
    else from = Math.max(from, start[before]! + delay);
  }
  for (const arc of large.delaysOutOf[unit]!) {
    const { after, delay } = large.precedences[arc]!;
    if (small.has(after) || start[after]! < 0) continue;
    required[index] = 1;
    to = Math.min(to, start[after]! - delay);
  }
  return { from, to };
}

function giveBack(large: Instance, limits: Float64Array, unit: number, start: number): void {
  const { resource, offset, amount } = large.usage[unit]!;
  for (let entry = 0; entry < resource.length; entry++) {
    const cell = resource[entry]! * large.periodCount + start + offset[entry]!;
    limits[cell] = limits[cell]! + amount[entry]!;
  }
}

function indexes(count: number, arcs: Instance['precedences'], end: 'before' | 'after'): Int32Array[] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  arcs.forEach((arc, index) => lists[arc[end]]!.push(index));
  return lists.map((list) => Int32Array.from(list));
}
