// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Result } from '#kernel';
import { lettersOfColumn } from '../formats/xlsx/cell-reference.js';
import type { ReadOptions, ReadingEvent } from '../reading.js';
import type { Cell } from '../table/cell-values.js';
import { headerKey } from '../table/header-match.js';
import { layoutOf, SAMPLE_ROWS, scoreLayout, type SampleRow, type TableLayout } from '../table/layout.js';
import { detectionOfTable, rowReaderOf, understandTable, type UnderstoodTable } from '../table/understand-table.js';
import { Tally } from '../tally.js';
import type { MergedRows, Sheet, Workbook } from './workbook.js';

/** More sheets than this are not looked through for the table. */
const MOST_SHEETS = 100;

interface Candidate {
  readonly sheet: Sheet;
  readonly layout: TableLayout;
  readonly table: Result<UnderstoodTable, Problem>;
  readonly score: number;
}

/**
 * Reads the table of a workbook as a stream of records.
 *
 * The sheet is taken whose columns are understood best (the first on a tie, hidden ones only where no other fits); sheets behind it with the very same header continue it. Other
 * sheets with a table are reported as not read, so that nobody misses them later.
 *
 * @param bytesRead bytes of the file, for progress
 */
export async function* readWorkbook(workbook: Workbook, bytesRead: () => number, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const candidates: Candidate[] = [];
  for (const sheet of workbook.sheets.slice(0, MOST_SHEETS)) candidates.push(await lookAt(sheet, options));
  const chosen = choose(candidates);
  if (chosen === null) {
    yield { kind: 'refused', problem: refusalOf(candidates, options) };
    return;
  }
  const { layout } = chosen;
  const table = chosen.table.ok ? chosen.table.value : null;
  if (table === null) return;
  yield { kind: 'detected', detection: detectionOfTable(table, layout, workbook.format, 'utf-8') };
  const tally = new Tally(options.fileName, options.batchSize);
  const after = candidates.slice(candidates.indexOf(chosen) + 1);
  const continued = after.filter((other) => layout.header !== null && other.table.ok && sameHeader(other.layout.header, layout.header));
  for (const { sheet, layout: own } of [chosen, ...continued]) {
    const { reader, row } = rowReaderOf(table, layout, tally);
    row.pathOf = (line, column) => `${sheet.name}!${lettersOfColumn(column)}${line}`;
    const merged = new MergedCells(await sheet.mergedRows());
    for await (const rows of sheet.rows()) {
      for (const { cells, line } of rows) {
        if (line < own.firstDataLine) {
          merged.see(line, cells);
          continue;
        }
        merged.fill(line, cells);
        pad(cells, layout.width);
        reader.take(cells, line, null, 1);
        if (tally.isFull) yield tally.batch(bytesRead());
      }
    }
  }
  for (const other of candidates) if (other !== chosen && !continued.includes(other) && other.table.ok && !other.sheet.isHidden) tally.note({ code: 'IMPORTING.SHEET_NOT_READ', sheet: other.sheet.name, read: chosen.sheet.name });
  if (tally.hasSeenNothing) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_ROWS', file: options.fileName, columns: table.columns.map((column) => column.name) } };
    return;
  }
  if (!tally.isEmpty) yield tally.batch(bytesRead());
  yield { kind: 'end', totals: tally.totals(bytesRead()) };
}

async function lookAt(sheet: Sheet, options: ReadOptions): Promise<Candidate> {
  const rows: SampleRow[] = [];
  for await (const some of sheet.rows()) {
    for (const { line, cells } of some) if (rows.length < SAMPLE_ROWS) rows.push({ line, cells: cells.map(String) });
    if (rows.length >= SAMPLE_ROWS) break;
  }
  // rows of a sheet end with their last cell that holds something: what is missing behind is empty, not lost
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const padded = rows.map((row) => ({ line: row.line, cells: [...row.cells, ...Array.from({ length: width - row.cells.length }, () => '')] }));
  const mapped = Object.keys(options.mapping ?? {});
  const layout = layoutOf(padded, '\0', mapped);
  return { sheet, layout, table: understandTable(layout, options), score: scoreLayout(layout, padded, mapped) };
}

/** The sheet whose columns are understood best, visible before hidden, the first on a tie. */
function choose(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (!candidate.table.ok || candidate.layout.sample.length === 0) continue;
    const isBetter = best === null || (best.sheet.isHidden && !candidate.sheet.isHidden) || (best.sheet.isHidden === candidate.sheet.isHidden && candidate.score > best.score);
    if (isBetter) best = candidate;
  }
  return best;
}

/** What stands in the way of the sheet that has most in it. */
function refusalOf(candidates: readonly Candidate[], options: ReadOptions): Problem {
  const fullest = [...candidates].sort((a, b) => Number(b.layout.sample.length > 0) - Number(a.layout.sample.length > 0) || b.score - a.score)[0];
  const problem = fullest === undefined || fullest.table.ok ? { code: 'IMPORTING.NO_ROWS', columns: fullest?.layout.header ?? [] } : fullest.table.problem;
  return { ...problem, file: options.fileName, ...(candidates.length > 1 && fullest !== undefined ? { path: fullest.sheet.name } : {}) };
}

function sameHeader(a: readonly string[] | null, b: readonly string[]): boolean {
  return a !== null && a.length === b.length && a.every((cell, index) => headerKey(cell) === headerKey(b[index] as string));
}

function pad(cells: Cell[], width: number): void {
  while (cells.length < width) cells.push('');
}

/** Gives rows below the first of merged cells the content of the first. */
class MergedCells {
  private next = 0;
  private open: { readonly range: MergedRows; readonly value: Cell }[] = [];

  constructor(private readonly ranges: readonly MergedRows[]) {}

  see(line: number, cells: readonly Cell[]): void {
    for (let range = this.ranges[this.next]; range !== undefined && range.firstLine <= line; range = this.ranges[++this.next]) {
      if (range.firstLine === line) this.open.push({ range, value: cells[range.column] ?? '' });
    }
  }

  fill(line: number, cells: Cell[]): void {
    if (this.open.length > 0) {
      this.open = this.open.filter(({ range }) => range.lastLine >= line);
      for (const { range, value } of this.open) {
        pad(cells, range.column);
        if ((cells[range.column] ?? '') === '') cells[range.column] = value;
      }
    }
    this.see(line, cells);
  }
}
