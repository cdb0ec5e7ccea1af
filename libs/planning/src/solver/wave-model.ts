// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Instance, UnitStarts } from './instance.js';
import { RowBuilder, type LinearModel } from './linear-model.js';
import { indexOfStart } from './schedule.js';

/** The mixed-integer model of an instance: one column per unit and start, and how to read its columns and rows. */
export interface WaveModel extends LinearModel {
  readonly instance: Instance;
  /** Column of a unit's first start; one longer than units. The columns of its other starts follow. */
  readonly firstColumn: Int32Array;
  /** Profits are objective cents times this, so that the largest is about a million. */
  readonly profitScale: number;
  /** The rows that say "at most one start", by unit: row numbers `0 … unitCount − 1`. */
  readonly unitRows: number;
  readonly resourceRows: readonly ResourceRow[];
  /** Row and right-hand side as written may be scaled; a price of a row counts for the scaled unit. */
  readonly makespan: boolean;
}

export interface ResourceRow {
  readonly row: number;
  readonly resource: number;
  readonly period: number;
  /** The row is the resource's amounts times this. */
  readonly scale: number;
}

/**
 * Writes the model of `value`: at most one start each, room in every period, order by prefix sums (whoever starts by period `s` has had its
 * predecessors start by `s` less the delay), one of a group, penalties, changes.
 *
 * @param makespan maximise minus the end of the last unit instead
 */
export function waveModel(instance: Instance, makespan = false): WaveModel {
  const firstColumn = new Int32Array(instance.unitCount + 1);
  for (let unit = 0; unit < instance.unitCount; unit++) firstColumn[unit + 1] = firstColumn[unit]! + instance.starts[unit]!.length;
  const startColumns = firstColumn[instance.unitCount]!;
  const extra = makespan ? 1 : instance.softPrecedences.length;
  const profit = new Float64Array(startColumns + extra);
  if (!makespan) instance.worth.forEach((worth, unit) => profit.set(worth, firstColumn[unit]!));
  let largest = 1;
  for (const cents of profit) largest = Math.max(largest, Math.abs(cents));
  const profitScale = makespan ? 1 : 2 ** Math.round(Math.log2(1e6 / largest));
  for (let column = 0; column < startColumns; column++) profit[column] = profit[column]! * profitScale;
  const upper = new Float64Array(startColumns + extra).fill(1);
  const whole = new Int32Array(startColumns + extra).fill(1);
  const rows = new RowBuilder();
  addUnitRows(rows, instance, firstColumn);
  const resourceRows = addResourceRows(rows, instance, firstColumn);
  for (const { before, after, delay } of instance.precedences) addOrder(rows, instance, firstColumn, { before, after, delay, relief: -1 });
  for (const group of instance.exclusive) addGroup(rows, group, firstColumn);
  if (instance.changes) addChanges(rows, instance, firstColumn);
  if (makespan) {
    profit[startColumns] = -1;
    upper[startColumns] = instance.periodCount;
    addEnds(rows, instance, firstColumn, startColumns);
  } else {
    instance.softPrecedences.forEach((soft, index) => {
      profit[startColumns + index] = -soft.penaltyCents * profitScale;
      whole[startColumns + index] = 0;
      addOrder(rows, instance, firstColumn, { ...soft, relief: startColumns + index });
    });
  }
  return {
    instance, firstColumn, profitScale, makespan, unitRows: instance.unitCount, resourceRows,
    columns: { profit, lower: new Float64Array(startColumns + extra), upper, whole },
    rows: rows.build(),
  };
}

function addUnitRows(rows: RowBuilder, instance: Instance, firstColumn: Int32Array): void {
  for (let unit = 0; unit < instance.unitCount; unit++) {
    for (let column = firstColumn[unit]!; column < firstColumn[unit + 1]!; column++) rows.add(column, 1);
    rows.close(instance.required[unit] ? 1 : 0, 1);
  }
}

/** Rows only where all units together could take more than there is. */
function addResourceRows(rows: RowBuilder, instance: Instance, firstColumn: Int32Array): ResourceRow[] {
  const { periodCount } = instance;
  const cells = new Map<number, { columns: number[]; amounts: number[]; most: number }>();
  for (let unit = 0; unit < instance.unitCount; unit++) {
    const { resource, offset, amount } = instance.usage[unit]!;
    for (let entry = 0; entry < resource.length; entry++) {
      instance.starts[unit]!.forEach((start, at) => {
        const cell = resource[entry]! * periodCount + start + offset[entry]!;
        let list = cells.get(cell);
        if (!list) cells.set(cell, (list = { columns: [], amounts: [], most: 0 }));
        list.columns.push(firstColumn[unit]! + at);
        list.amounts.push(amount[entry]!);
        list.most += amount[entry]!;
      });
    }
  }
  const written: ResourceRow[] = [];
  for (const [cell, { columns, amounts, most }] of [...cells].sort((a, b) => a[0] - b[0])) {
    const limit = instance.limits[cell]!;
    if (most <= limit) continue;
    const scale = 2 ** Math.min(0, Math.round(Math.log2(1e4 / Math.max(limit, 1e-3))));
    columns.forEach((column, index) => rows.add(column, amounts[index]! * scale));
    written.push({ row: rows.close(-Infinity, limit * scale), resource: Math.floor(cell / periodCount), period: cell % periodCount, scale });
  }
  return written;
}

/**
 * For each start `s` of the later unit: its starts up to `s` less the earlier unit's starts up to `s − delay` are at most 0 (or the relief column).
 * A row is left out where the next one says more.
 */
function addOrder(rows: RowBuilder, instance: Instance, firstColumn: Int32Array, arc: { before: number; after: number; delay: number; relief: number }): void {
  const early = instance.starts[arc.before]!;
  const late = instance.starts[arc.after]!;
  const ready = (start: number): number => {
    let count = 0;
    while (count < early.length && early[count]! <= start - arc.delay) count++;
    return count;
  };
  const counts = Array.from(late, ready);
  for (let at = 0; at < late.length; at++) {
    if (at + 1 < late.length && counts[at + 1] === counts[at]) continue;
    for (let earlier = 0; earlier <= at; earlier++) rows.add(firstColumn[arc.after]! + earlier, 1);
    for (let earlier = 0; earlier < counts[at]!; earlier++) rows.add(firstColumn[arc.before]! + earlier, -1);
    if (arc.relief >= 0) rows.add(arc.relief, -1);
    rows.close(-Infinity, 0);
  }
}

function addGroup(rows: RowBuilder, group: Int32Array, firstColumn: Int32Array): void {
  for (const unit of group) for (let column = firstColumn[unit]!; column < firstColumn[unit + 1]!; column++) rows.add(column, 1);
  rows.close(-Infinity, 1);
}

function addChanges(rows: RowBuilder, instance: Instance, firstColumn: Int32Array): void {
  const changes = instance.changes!;
  let always = 0;
  for (let unit = 0; unit < instance.unitCount; unit++) {
    always += changes.unplanned[unit]!;
    changes.at[unit]!.forEach((count, at) => count !== changes.unplanned[unit] && rows.add(firstColumn[unit]! + at, count - changes.unplanned[unit]!));
  }
  rows.close(-Infinity, changes.most - always);
}

/** The last end is no earlier than the end of any unit on which nothing depends. */
function addEnds(rows: RowBuilder, instance: Instance, firstColumn: Int32Array, endColumn: number): void {
  for (let unit = 0; unit < instance.unitCount; unit++) {
    if (instance.delaysOutOf[unit]!.some((index) => instance.precedences[index]!.delay >= instance.duration[unit]!)) continue;
    instance.starts[unit]!.forEach((start, at) => rows.add(firstColumn[unit]! + at, start + instance.duration[unit]!));
    rows.add(endColumn, -1);
    rows.close(-Infinity, 0);
  }
}

/** The plan that a vector of columns stands for, each unit at its start of more than one half. */
export function startsOf(model: WaveModel, values: Float64Array): UnitStarts {
  const starts = new Int32Array(model.instance.unitCount).fill(-1);
  for (let unit = 0; unit < starts.length; unit++) {
    for (let column = model.firstColumn[unit]!; column < model.firstColumn[unit + 1]!; column++) {
      if (values[column]! > 0.5) starts[unit] = model.instance.starts[unit]![column - model.firstColumn[unit]!]!;
    }
  }
  return starts;
}

/** The vector of columns that stands for a plan. */
export function columnsOf(model: WaveModel, starts: UnitStarts): Float64Array {
  const { instance, firstColumn } = model;
  const values = new Float64Array(model.columns.profit.length);
  let end = 0;
  starts.forEach((start, unit) => {
    if (start < 0) return;
    values[firstColumn[unit]! + indexOfStart(instance.starts[unit]!, start)] = 1;
    end = Math.max(end, start + instance.duration[unit]!);
  });
  const extra = firstColumn[instance.unitCount]!;
  if (model.makespan) values[extra] = end;
  else instance.softPrecedences.forEach(({ before, after, delay }, index) => {
    if (starts[after]! >= 0 && (starts[before]! < 0 || starts[after]! < starts[before]! + delay)) values[extra + index] = 1;
  });
  return values;
}
