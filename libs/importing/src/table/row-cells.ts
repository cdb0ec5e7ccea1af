// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DetectedColumn, TableField } from '../reading.js';
import type { Tally } from '../tally.js';
import type { Cell } from './cell-values.js';
import { ColumnReader, detectSlashOrder, type CellFault } from './column-reader.js';

/** A column of which the cells are read. */
export interface MappedColumn {
  readonly index: number;
  readonly name: string;
  readonly reader: ColumnReader;
}

/** The row at hand, and what its cells say in the fields that are known. */
export class RowCells {
  line = 0;
  cells: readonly Cell[] = [];
  /** Path of a cell, where there are sheets: `Inventar!C7`. */
  pathOf: ((line: number, column: number) => string) | null = null;

  constructor(
    private readonly columns: readonly DetectedColumn[],
    private readonly sample: readonly (readonly string[])[],
    readonly tally: Tally,
  ) {}

  /** The column that stands for a field, or null. */
  columnOf(field: TableField): MappedColumn | null {
    const index = this.columns.findIndex((column) => column.field === field);
    return index < 0 ? null : this.at(index, field);
  }

  /** A column by its position, its cells read as those of a field. */
  at(index: number, field: TableField): MappedColumn {
    const slashes = detectSlashOrder(this.sample.map((row) => row[index] ?? ''));
    return { index, name: (this.columns[index] as DetectedColumn).name, reader: new ColumnReader(field, slashes) };
  }

  /** What a cell of this row says; null where it is empty, missing, unknown, or faulty, which is noted. */
  read(column: MappedColumn | null): string | number | null {
    if (column === null) return null;
    const cell = this.cells[column.index];
    if (cell === undefined) return null;
    const value = column.reader.read(cell);
    if (column.reader.fault !== null) this.note(column.reader.fault, column);
    return value;
  }

  /** The same for a column without which the row is nothing: the fault is kept for {@link rejectWithout}. */
  readNeeded(column: MappedColumn | null): string | null {
    const cell = column === null ? undefined : this.cells[column.index];
    return cell === undefined || column === null ? null : (column.reader.read(cell) as string | null);
  }

  note(fault: CellFault, column: MappedColumn): void {
    this.tally.note({ ...fault, ...this.placeOf(column) });
  }

  /** Rejects the row for want of its name, saying what is wrong with the cell; a row of empty cells is no row. */
  rejectWithout(column: MappedColumn | null, code: string): void {
    if (column?.reader.fault) this.tally.reject({ ...column.reader.fault, ...this.placeOf(column) });
    else if (!this.isBlank) this.tally.reject({ code, ...(column === null ? { line: this.line, column: 1 } : this.placeOf(column)) });
  }

  get isBlank(): boolean {
    return this.cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
  }

  private placeOf({ index, name }: MappedColumn): { line: number; column: number; columnName: string; path?: string } {
    return { line: this.line, column: index + 1, columnName: name, ...(this.pathOf === null ? {} : { path: this.pathOf(this.line, index) }) };
  }
}
