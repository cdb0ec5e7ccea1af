// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '../record.js';
import { detectColumns } from './columns.js';
import { matchHeader, headerKey } from './header-match.js';

/** How a table is laid out in its file. */
export interface TableLayout {
  /** null: one column. `\0` stands for cells that a sheet keeps apart. */
  readonly delimiter: string | null;
  /** 1-based line on which the first row of data starts; rows before it are preamble, header or `sep=`. */
  readonly firstDataLine: number;
  readonly headerLine: number | null;
  readonly header: readonly string[] | null;
  /** Number of columns. */
  readonly width: number;
  /** First rows of data. */
  readonly sample: readonly (readonly string[])[];
  /** True where trailing empty cells are left away habitually, as some spreadsheets do. */
  readonly mayEndEarly: boolean;
}

/** One of the first rows of a table. */
export interface SampleRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Exports put titles, dates and filters before the table; more lines of that than here are not looked through. */
const LONGEST_PREAMBLE_ROWS = 40;
/** Rows that are looked at before the columns are decided. */
export const SAMPLE_ROWS = 500;
/** More columns than this are not looked at while it is open which row is the header. */
const LOOKED_AT_COLUMNS = 400;
const A_WEAK_NAME = 0.3;
const TWO_CLEAR_NAMES = 1.9;
/** Fewer short rows than this are faults, not a habit. */
const HABIT_ROWS = 16;

/**
 * Finds header row and width among the first rows of a table.
 *
 * @param delimiter what divides the cells of a text; null where the file has one column of text
 * @param mapped names of columns that a given mapping speaks of; the row that holds them is the header
 */
export function layoutOf(rows: readonly SampleRow[], delimiter: string | null, mapped: readonly string[]): TableLayout {
  const width = delimiter === null ? 1 : commonWidth(rows);
  const headerAt = findHeader(rows, width, mapped);
  const headerRow = headerAt === null ? null : (rows[headerAt] as SampleRow);
  const header = headerRow === null ? null : trimTrailingEmpty(headerRow.cells);
  const firstAt = headerAt === null ? Math.max(0, rows.findIndex((row) => row.cells.length === width)) : headerAt + 1;
  const data = rows.slice(firstAt);
  const columns = Math.max(header?.length ?? 0, header === null ? width : 0, 1);
  const short = data.filter((row) => row.cells.length < columns).length;
  return {
    delimiter,
    header,
    headerLine: headerRow?.line ?? null,
    firstDataLine: headerRow === null ? (rows[firstAt]?.line ?? 1) : headerRow.line + 1,
    width: columns,
    sample: data.map((row) => row.cells),
    mayEndEarly: short >= HABIT_ROWS && short >= data.length * 0.2,
  };
}

function trimTrailingEmpty(cells: readonly string[]): string[] {
  let length = cells.length;
  while (length > 1 && (cells[length - 1] as string).trim() === '') length--;
  return cells.slice(0, length).map((cell) => cell.trim());
}

/** The width that most rows have; the greater one on a tie. */
function commonWidth(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  let best = 1;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > best)) {
      most = count;
      best = width;
    }
  }
  return best;
}

/**
 * The header is the first row that fills half of the columns; a later one only where the first says nothing and the later one has two clear names,
 * so that data that happens to read like a name is not taken for a header.
 *
 * @returns index of the header row among the first rows; null where none of them reads like one
 */
function findHeader(rows: readonly SampleRow[], width: number, mapped: readonly string[]): number | null {
  const names = mapped.filter((name) => !/^#\d+$/.test(name.trim())).map(headerKey);
  const first = rows.slice(0, LONGEST_PREAMBLE_ROWS);
  if (names.length > 0) {
    const at = first.findIndex((row) => row.cells.some((cell) => names.includes(headerKey(cell))));
    if (at >= 0) return at;
  }
  const top = first.findIndex((row) => filledCells(row.cells) >= Math.max(1, width / 2));
  if (top < 0) return null;
  if (understoodNames((first[top] as SampleRow).cells) >= A_WEAK_NAME) return top;
  if (width > 1) {
    const below = first.findIndex((row, index) => index > top && row.cells.length >= width - 1 && understoodNames(row.cells) >= TWO_CLEAR_NAMES);
    if (below >= 0) return below;
    if (looksLikeHeader(rows, top)) return top;
  }
  return null;
}

function filledCells(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

const KINDS: readonly RecordKind[] = ['software', 'contracts', 'departments'];

/** Sum over the fields that the cells of a row name, each counted once and with its best name; of the kind of table that it fits best. */
function understoodNames(cells: readonly string[]): number {
  return Math.max(...KINDS.map((kind) => understoodAs(cells, kind)));
}

function understoodAs(cells: readonly string[], kind: RecordKind): number {
  const best = new Map<string, number>();
  for (const cell of cells.slice(0, LOOKED_AT_COLUMNS)) {
    const match = matchHeader(cell.trim(), kind)[0];
    if (match !== undefined && match.score01 > (best.get(match.field) ?? 0)) best.set(match.field, match.score01);
  }
  return [...best.values()].reduce((sum, score01) => sum + score01, 0);
}

/** A first row of unknown words, all different, none a number, above rows that repeat themselves or hold numbers. */
function looksLikeHeader(rows: readonly SampleRow[], at: number): boolean {
  const cells = (rows[at] as SampleRow).cells.map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  return filled.length >= cells.length * 0.8 && new Set(filled).size === filled.length && filled.every((cell) => cell.length <= 60 && !/^[\d.,:/ -]+$/.test(cell));
}

/** How well a layout fits: it prefers rows of one width, several columns and names that are understood. */
export function scoreLayout(layout: TableLayout, rows: readonly SampleRow[], mapped: readonly string[]): number {
  if (rows.length === 0) return -1;
  if (layout.delimiter === null) {
    const recognised = layout.header !== null ? 0.3 : 0;
    return 0.5 + recognised;
  }
  if (layout.width < 2) return -1;
  const data = layout.sample;
  const regular = data.length === 0 ? 1 : data.filter((cells) => cells.length === layout.width).length / data.length;
  if (regular < 0.5 && layout.headerLine === null) return -1;
  const named = layout.header !== null && mapped.some((name) => layout.header?.some((cell) => headerKey(cell) === headerKey(name)));
  const understood = Math.max(...KINDS.map((kind) => sureness(layout, kind))) + (named ? 2 : 0);
  return regular * regular + Math.min(understood, 4) + (regular > 0.95 ? Math.min(0.3, 0.05 * layout.width) : 0);
}

function sureness(layout: TableLayout, kind: RecordKind): number {
  return detectColumns(layout.header, layout.sample.slice(0, 50), Math.min(layout.width, LOOKED_AT_COLUMNS), kind).reduce((sum, column) => sum + (column.field === null ? 0 : column.confidence01), 0);
}
