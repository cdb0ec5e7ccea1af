// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Cell } from '../../table/cell-values.js';

/** A value that is a row of a list, and its place. */
export interface JsonRow {
  readonly value: unknown;
  readonly path: string;
  readonly line: number;
}

/** Objects with more names than this are no rows of a table. */
const MOST_KEYS = 2_000;

/** Whether a value is an object. */
export function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The names of all rows together, in the order in which they come. */
export function keysOf(rows: readonly JsonRow[]): string[] {
  const keys = new Set<string>();
  for (const { value } of rows) if (isRow(value)) for (const key of Object.keys(value)) if (keys.size <= MOST_KEYS) keys.add(key);
  return [...keys];
}

/** The cell below a name: texts and numbers as they are, days as .NET writes them made readable, '' for what is missing or no single value. */
export function cellOf(value: unknown, key: string): Cell {
  const cell = isRow(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'string') return isRow(cell) ? dayOfNet(cell['DateTime'] ?? cell['value']) : '';
  return cell.startsWith('/Date(') ? dayOfNet(cell) : cell;
}

/** `/Date(1700000000000)/` of PowerShell 5, and the object that it makes of a day. */
function dayOfNet(value: unknown): string {
  const match = typeof value === 'string' ? /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(value) : null;
  return match === null ? '' : new Date(Number(match[1])).toISOString().slice(0, 10);
}
