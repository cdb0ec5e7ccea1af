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

interface MappedColumn {
  readonly index: number;
  readonly name: string;
  readonly reader: ColumnReader;
}

/**
 * Turns rows of a table into records.
 *
 * A row without a title, with too many or too few cells, or damaged in its quoting is rejected. A cell that cannot be read (a date, a count) is
 * reported and left unknown; its row is kept.
 */
export class RowReader {
  private readonly columnOf: Readonly<Record<InventoryField, MappedColumn | null>>;
  private line = 0;
  private cells: readonly string[] = [];

  constructor(
    columns: readonly DetectedColumn[],
    sample: readonly (readonly string[])[],
    private readonly mayEndEarly: boolean,
    private readonly tally: Tally,
  ) {
    this.width = columns.length;
    this.columnOf = Object.fromEntries(
      INVENTORY_FIELDS.map((field) => {
        const index = columns.findIndex((column) => column.field === field);
        const slashes = detectSlashOrder(sample.map((row) => row[index] ?? ''));
        return [field, index < 0 ? null : { index, name: (columns[index] as DetectedColumn).name, reader: new ColumnReader(field, slashes) }];
      }),
    ) as Record<InventoryField, MappedColumn | null>;
  }

  private readonly width: number;

  /** 0-based columns that are read. */
  get wanted(): number[] {
    return Object.values(this.columnOf).flatMap((column) => (column === null ? [] : [column.index]));
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
    const columnOf = this.columnOf;
    const title = this.read(columnOf.title) as string | null;
    if (title === null) {
      this.rejectWithoutTitle(cells, line);
      return;
    }
    this.tally.accept({
      title,
      vendor: this.read(columnOf.vendor) as string | null,
      version: this.read(columnOf.version) as string | null,
      host: this.read(columnOf.host) as string | null,
      department: this.read(columnOf.department) as string | null,
      userName: this.read(columnOf.userName) as string | null,
      users: this.read(columnOf.users) as number | null,
      devices: this.read(columnOf.devices) as number | null,
      seats: this.read(columnOf.seats) as number | null,
      installedOn: this.read(columnOf.installedOn) as CalendarDate | null,
      source: this.read(columnOf.source) as string | null,
      costPerYearCents: this.read(columnOf.costPerYear) as Cents | null,
      contractEndsOn: this.read(columnOf.contractEndsOn) as CalendarDate | null,
      license: this.read(columnOf.license) as string | null,
      purl: this.read(columnOf.purl) as string | null,
      cpe: this.read(columnOf.cpe) as string | null,
      line,
      path: null,
    });
  }

  private read(column: MappedColumn | null): string | number | null {
    if (column === null) return null;
    const cell = this.cells[column.index];
    if (cell === undefined) return null;
    const reader = column.reader;
    const value = reader.read(cell);
    if (reader.fault !== null && column !== this.columnOf.title) {
      this.tally.note({ ...reader.fault, line: this.line, column: column.index + 1, columnName: column.name });
    }
    return value;
  }

  private rejectWithoutTitle(cells: readonly string[], line: number): void {
    const title = this.columnOf.title;
    const place = { line, column: (title?.index ?? 0) + 1, columnName: title?.name };
    if (title?.reader.fault) this.tally.reject({ ...title.reader.fault, ...place });
    else if (cells.some((cell) => cell.trim() !== '')) this.tally.reject({ code: 'IMPORTING.TITLE_MISSING', ...place });
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
