// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Cents } from '#kernel';
import { INVENTORY_FIELDS, type InventoryField } from '../../record.js';
import type { DetectedColumn } from '../../reading.js';
import type { Tally } from '../../tally.js';
import { ColumnReader, detectSlashOrder } from './column-reader.js';
import type { RowFault } from './rows.js';

const FAULT_CODES: Readonly<Record<RowFault, string>> = {
  UNCLOSED_QUOTE: 'IMPORTING.UNCLOSED_QUOTE',
  TEXT_AFTER_QUOTE: 'IMPORTING.TEXT_AFTER_QUOTE',
  TOO_LONG: 'IMPORTING.LINE_TOO_LONG',
};

/**
 * Turns rows of a table into records.
 *
 * A row without a title, with too many or too few cells, or damaged in its quoting is rejected. A cell that cannot be read (a date, a count) is
 * reported and left unknown; its row is kept.
 */
export class RowReader {
  private readonly indexOf: Readonly<Record<InventoryField, number>>;
  private readonly readerOf: Readonly<Record<InventoryField, ColumnReader>>;
  private line = 0;
  private cells: readonly string[] = [];

  constructor(
    columns: readonly DetectedColumn[],
    sample: readonly (readonly string[])[],
    private readonly mayEndEarly: boolean,
    private readonly tally: Tally,
  ) {
    this.width = columns.length;
    const entries = INVENTORY_FIELDS.map((field) => [field, columns.findIndex((column) => column.field === field)] as const);
    this.indexOf = Object.fromEntries(entries) as Record<InventoryField, number>;
    this.readerOf = Object.fromEntries(
      entries.map(([field, index]) => [field, new ColumnReader(field, detectSlashOrder(sample.map((row) => row[index] ?? '')))]),
    ) as Record<InventoryField, ColumnReader>;
    this.columnNames = columns.map((column) => column.name);
  }

  private readonly width: number;
  private readonly columnNames: readonly string[];

  /** 0-based columns that are read. */
  get wanted(): number[] {
    return Object.values(this.indexOf).filter((index) => index >= 0);
  }

  /** Takes one row as the splitter hands it out. */
  take(cells: readonly string[], line: number, fault: RowFault | null, faultColumn: number): void {
    if (fault !== null) {
      this.tally.reject({ code: FAULT_CODES[fault], line, column: faultColumn });
      return;
    }
    if (cells.length !== this.width && !this.hasFittingWidth(cells, line)) return;
    this.cells = cells;
    this.line = line;
    const title = this.text('title');
    if (title === null) {
      this.rejectWithoutTitle(cells, line);
      return;
    }
    this.tally.accept({
      title,
      vendor: this.text('vendor'),
      version: this.text('version'),
      host: this.text('host'),
      department: this.text('department'),
      users: this.value('users') as number | null,
      seats: this.value('seats') as number | null,
      installedOn: this.value('installedOn') as CalendarDate | null,
      source: this.text('source'),
      costPerYearCents: this.value('costPerYear') as Cents | null,
      contractEndsOn: this.value('contractEndsOn') as CalendarDate | null,
      license: this.text('license'),
      purl: this.text('purl'),
      cpe: this.text('cpe'),
      line,
      path: null,
    });
  }

  private text(field: InventoryField): string | null {
    return this.value(field) as string | null;
  }

  private value(field: InventoryField): string | number | null {
    const index = this.indexOf[field];
    if (index < 0) return null;
    const cell = this.cells[index];
    if (cell === undefined) return null;
    const reader = this.readerOf[field];
    const value = reader.read(cell);
    if (reader.fault !== null && field !== 'title') {
      this.tally.note({ ...reader.fault, line: this.line, column: index + 1, columnName: this.columnNames[index] });
    }
    return value;
  }

  private rejectWithoutTitle(cells: readonly string[], line: number): void {
    const column = this.indexOf.title + 1;
    const fault = this.readerOf.title.fault;
    if (fault !== null) this.tally.reject({ ...fault, line, column, columnName: this.columnNames[column - 1] });
    else if (cells.some((cell) => cell.trim() !== '')) this.tally.reject({ code: 'IMPORTING.TITLE_MISSING', line, column, columnName: this.columnNames[column - 1] });
  }

  /** Rows may end in additional empty cells, and early where the file has that habit; anything else has shifted cells. */
  private hasFittingWidth(cells: readonly string[], line: number): boolean {
    if (cells.length > this.width) {
      if (cells.slice(this.width).every((cell) => cell.trim() === '')) return true;
      this.tally.reject({ code: 'IMPORTING.TOO_MANY_CELLS', line, column: this.width + 1, cells: cells.length, expected: this.width });
      return false;
    }
    if (this.mayEndEarly || cells.every((cell) => cell.trim() === '')) return this.mayEndEarly;
    this.tally.reject({ code: 'IMPORTING.TOO_FEW_CELLS', line, column: cells.length, cells: cells.length, expected: this.width });
    return false;
  }
}
