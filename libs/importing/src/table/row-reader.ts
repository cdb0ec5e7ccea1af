// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isUnknownCell, type Cell } from './cell-values.js';
import type { MappedColumn, RowCells } from './row-cells.js';

/** What is wrong with a row as such; its cells are then not to be trusted. */
export type RowFault = 'UNCLOSED_QUOTE' | 'TEXT_AFTER_QUOTE' | 'TOO_LONG';

/** The code of the problem that a fault is. */
export const FAULT_CODES: Readonly<Record<RowFault, string>> = {
  UNCLOSED_QUOTE: 'IMPORTING.UNCLOSED_QUOTE',
  TEXT_AFTER_QUOTE: 'IMPORTING.TEXT_AFTER_QUOTE',
  TOO_LONG: 'IMPORTING.LINE_TOO_LONG',
};

/** Makes a record of the row at hand. */
export interface RecordRows {
  /** Columns that are read. */
  readonly columns: readonly (MappedColumn | null)[];
  take(): void;
}

/** Sums and counts below a table: the word alone, or with a number; and `(120 rows affected)`. */
const SUM = /^(?:(?:summe|gesamt|gesamtsumme|gesamtanzahl|zwischensumme|insgesamt|total|totals|grand total|subtotal|sum|anzahl|anzahl zeilen|count|row count|records?|datensätze|einträge)\s*[:=]?\s*[\d.,]*|\(?[\d.,]+ (?:rows?|zeilen?|datens\S+|eintr\S+|records?|entries)(?: \S+)*\)?)$/i;
/** Notes below a table: when, by whom and from what it was made. */
const NOTE = /^(?:(?:erstellt|erzeugt|exportiert|ausgegeben|gedruckt|created|generated|exported|printed) (?:am|von|mit|on|by|at|with|from)\b.*|(?:stand|bericht|report|quelle|source|filter|hinweis|note)\s*:.*|stand (?:vom )?\d.*|(?:seite|page) \d+.*|(?:ende|end) (?:der|des|of)\b.*|©.*)$/i;
const LONGEST_FOOTER = 200;

/** True for the text that stands below a table and is no row of it: few cells, of which the first is a sum, a count, or a note on the export. */
export function isFooter(cells: readonly Cell[]): boolean {
  const most = Math.max(2, cells.length >> 1);
  let filled = 0;
  let first: Cell = '';
  for (const cell of cells) {
    if (cell === '') continue;
    if (++filled > most) return false;
    if (filled === 1) first = cell;
  }
  if (typeof first !== 'string' || first.length > LONGEST_FOOTER) return false;
  const text = first.trim();
  return NOTE.test(text) || (SUM.test(text) && (cells.length > 1 || /\d/.test(text)));
}

/**
 * Hands the rows of a table on to be made records of.
 *
 * A row with too many or too few cells, or damaged in its quoting, is rejected. Lines of dashes, a header that is repeated, and what stands below the table (sums, notes) are no rows.
 */
export class RowReader {
  private readonly needed: number;

  constructor(
    private readonly row: RowCells,
    private readonly rows: RecordRows,
    private readonly width: number,
    private readonly header: readonly string[] | null,
    private readonly mayEndEarly: boolean,
    neededColumn: MappedColumn | null,
  ) {
    this.needed = neededColumn?.index ?? 0;
  }

  /** Takes one row as its source hands it out. */
  take(cells: readonly Cell[], line: number, fault: RowFault | null, faultColumn: number): void {
    const { row } = this;
    row.cells = cells;
    row.line = line;
    if (fault !== null) {
      row.tally.reject({ code: FAULT_CODES[fault], line, column: faultColumn });
      return;
    }
    if (cells.length !== this.width && !this.hasFittingWidth(cells, line)) return;
    if (this.isNoRow(cells)) return;
    this.rows.take();
  }

  /** What no record can be made of and nobody misses: looked for only where the cell that matters begins like one. */
  private isNoRow(cells: readonly Cell[]): boolean {
    const cell = cells[this.needed];
    if (typeof cell !== 'string') return false;
    const code = cell.charCodeAt(0);
    if (code === 45 || code === 61) return cells.every((other) => typeof other === 'string' && /^\s*[-=]*\s*$/.test(other)) && cell.length > 1;
    if (this.header !== null && cell === this.header[this.needed]) return cells.every((other, index) => String(other).trim() === (this.header?.[index] ?? ''));
    const isSum = cells.length > 1 && SUM.test(cell.trim()) && cells.includes('');
    return (isSum || isFooter(cells)) && this.isAlone(cells);
  }

  /** A sum stands beside numbers only. */
  private isAlone(cells: readonly Cell[]): boolean {
    let words = 0;
    for (const cell of cells) if (typeof cell === 'string' && !isUnknownCell(cell.trim()) && /\p{L}/u.test(cell)) words++;
    return words <= 1;
  }

  /** Rows may end in additional empty cells, and early where the file has that habit; anything else has shifted cells. */
  private hasFittingWidth(cells: readonly Cell[], line: number): boolean {
    const { tally } = this.row;
    const isBlank = (cell: Cell): boolean => typeof cell === 'string' && cell.trim() === '';
    if (cells.length > this.width) {
      if (cells.slice(this.width).every(isBlank)) return true;
      tally.reject({ code: 'IMPORTING.TOO_MANY_CELLS', line, column: this.width + 1, cells: cells.length, expected: this.width });
      return false;
    }
    if (this.mayEndEarly || cells.every(isBlank)) return this.mayEndEarly;
    if (isFooter(cells)) return false;
    tally.reject({ code: 'IMPORTING.TOO_FEW_CELLS', line, column: cells.length, cells: cells.length, expected: this.width });
    return false;
  }
}
