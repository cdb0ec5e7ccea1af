// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { slackOf, type Instance, type UnitStarts } from './instance.js';

/**
 * A plan under construction that never breaks a demand: it knows what is left of every resource, and what it is worth. Units are placed and
 * removed one at a time; {@link undoTo} takes steps back.
 */
export class Schedule {
  readonly start: UnitStarts;
  /** What is left per resource and period, less the tolerance. */
  readonly left: Float64Array;
  /** Objective cents of all placed units less penalties. */
  worth = 0;
  /** Items that differ from the plan in force. */
  changes = 0;
  /** Required units that are not placed. */
  missing = 0;
  private readonly usedGroups: Int32Array;
  private readonly steps: number[] = [];
  /** Units per start (last list: not planned), and where each unit stands in its list. */
  private readonly lists: number[][];
  private readonly placeInList: Int32Array;

  constructor(readonly instance: Instance) {
    this.start = new Int32Array(instance.unitCount).fill(-1);
    this.left = Float64Array.from(instance.limits, (limit) => limit + slackOf(limit));
    this.usedGroups = new Int32Array(instance.exclusive.length);
    this.lists = Array.from({ length: instance.periodCount + 2 }, () => []);
    this.placeInList = new Int32Array(instance.unitCount);
    const unplanned = this.lists.at(-1)!;
    for (let unit = 0; unit < instance.unitCount; unit++) {
      this.placeInList[unit] = unplanned.push(unit) - 1;
      this.missing += instance.required[unit]!;
      this.changes += instance.changes?.unplanned[unit] ?? 0;
    }
  }

  /** Units that start in this period. */
  startingIn(period: number): readonly number[] {
    return this.lists[period]!;
  }

  get unplanned(): readonly number[] {
    return this.lists.at(-1)!;
  }

  /** Whether this is a plan that may be handed out: all required units are in and not too much is changed. */
  get complete(): boolean {
    return this.missing === 0 && (this.instance.changes === null || this.changes <= this.instance.changes.most);
  }

  /** Earliest and latest start that the placed neighbours leave; empty (`from > to`) where something it depends on is not placed. */
  window(unit: number): { from: number; to: number } {
    const { precedences, delaysInto, delaysOutOf, periodCount } = this.instance;
    let from = 0;
    let to = periodCount;
    for (const index of delaysInto[unit]!) {
      const { before, delay } = precedences[index]!;
      if (this.start[before]! < 0) return { from: 1, to: 0 };
      from = Math.max(from, this.start[before]! + delay);
    }
    for (const index of delaysOutOf[unit]!) {
      const { after, delay } = precedences[index]!;
      if (this.start[after]! >= 0) to = Math.min(to, this.start[after]! - delay);
    }
    return { from, to };
  }

  /** Whether resources and exclusive groups leave room for the unit at this start; dates and dependencies are the caller's. */
  hasRoom(unit: number, start: number): boolean {
    const { usage, periodCount } = this.instance;
    const { resource, offset, amount } = usage[unit]!;
    for (let entry = 0; entry < resource.length; entry++) {
      if (amount[entry]! > this.left[resource[entry]! * periodCount + start + offset[entry]!]!) return false;
    }
    return this.groupsFree(unit);
  }

  /** Whether no other member of the unit's exclusive groups is placed. */
  groupsFree(unit: number): boolean {
    for (const group of this.instance.exclusiveAt[unit]!) if (this.usedGroups[group]! > 0) return false;
    return true;
  }

  /** @param at index into the unit's allowed starts */
  place(unit: number, at: number): void {
    const start = this.instance.starts[unit]![at]!;
    this.take(unit, start, 1);
    const penalty = this.penaltyAround(unit);
    this.start[unit] = start;
    this.worth += this.instance.worth[unit]![at]! + penalty - this.penaltyAround(unit);
    if (this.instance.changes) this.changes += this.instance.changes.at[unit]![at]! - this.instance.changes.unplanned[unit]!;
    this.missing -= this.instance.required[unit]!;
    this.list(unit, this.lists.length - 1, start);
    this.steps.push(unit, -1);
  }

  /** Takes a unit out; whatever depends on it must be out already. */
  remove(unit: number): void {
    const start = this.start[unit]!;
    const at = indexOfStart(this.instance.starts[unit]!, start);
    this.take(unit, start, -1);
    const penalty = this.penaltyAround(unit);
    this.start[unit] = -1;
    this.worth += penalty - this.penaltyAround(unit) - this.instance.worth[unit]![at]!;
    if (this.instance.changes) this.changes -= this.instance.changes.at[unit]![at]! - this.instance.changes.unplanned[unit]!;
    this.missing += this.instance.required[unit]!;
    this.list(unit, start, this.lists.length - 1);
    this.steps.push(unit, at);
  }

  /** Takes out a unit and first all that depends on it. */
  removeWithDependents(unit: number): void {
    if (this.start[unit]! < 0) return;
    for (const index of this.instance.delaysOutOf[unit]!) this.removeWithDependents(this.instance.precedences[index]!.after);
    this.remove(unit);
  }

  /** Where {@link undoTo} can return to. */
  get mark(): number {
    return this.steps.length;
  }

  undoTo(mark: number): void {
    while (this.steps.length > mark) {
      const at = this.steps.pop()!;
      const unit = this.steps.pop()!;
      if (at < 0) this.remove(unit);
      else this.place(unit, at);
      this.steps.length -= 2;
    }
  }

  /** Forgets how to go back; what is placed stays. */
  forgetSteps(): void {
    this.steps.length = 0;
  }

  /** What a change of the unit's own start would cost in penalties at this start, with all others as they are. */
  penaltyIf(unit: number, start: number): number {
    if (this.instance.softAt[unit]!.length === 0) return 0;
    const before = this.start[unit]!;
    this.start[unit] = start;
    const penalty = this.penaltyAround(unit);
    this.start[unit] = before;
    return penalty;
  }

  private penaltyAround(unit: number): number {
    let sum = 0;
    for (const index of this.instance.softAt[unit]!) {
      const { before, after, delay, penaltyCents } = this.instance.softPrecedences[index]!;
      if (this.start[after]! >= 0 && (this.start[before]! < 0 || this.start[after]! < this.start[before]! + delay)) sum += penaltyCents;
    }
    return sum;
  }

  private take(unit: number, start: number, sign: 1 | -1): void {
    const { usage, periodCount, exclusiveAt } = this.instance;
    const { resource, offset, amount } = usage[unit]!;
    for (let entry = 0; entry < resource.length; entry++) {
      const cell = resource[entry]! * periodCount + start + offset[entry]!;
      this.left[cell] = this.left[cell]! - sign * amount[entry]!;
    }
    for (const group of exclusiveAt[unit]!) this.usedGroups[group] = this.usedGroups[group]! + sign;
  }

  private list(unit: number, from: number, to: number): void {
    const old = this.lists[from]!;
    const last = old.pop()!;
    const at = this.placeInList[unit]!;
    if (last !== unit) {
      old[at] = last;
      this.placeInList[last] = at;
    }
    this.placeInList[unit] = this.lists[to]!.push(unit) - 1;
  }
}

/** Position of a start in an ascending list, -1 where it is not in it. */
export function indexOfStart(starts: Int32Array, start: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! === start) return middle;
    if (starts[middle]! < start) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
