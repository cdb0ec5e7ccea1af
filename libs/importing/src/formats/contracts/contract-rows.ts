// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { centsOf, type CalendarDate, type Cents } from '#kernel';
import { CONTRACT_FIELDS, type ContractField } from '../../record.js';
import { isOpenEnd, parseNotice, parseRenewal, unitOfHeader, type WrittenNotice } from '../../table/periods.js';
import type { MappedColumn, RowCells } from '../../table/row-cells.js';
import type { RecordRows } from '../../table/row-reader.js';

/**
 * Rows of a register of contracts, as CSV or as a sheet. Export: from the register of contracts, the asset management, or as the table that somebody keeps.
 *
 * A row needs a number or a subject. What of it cannot be read (a date, a period, an amount) is noted and left unknown.
 */
export class ContractRows implements RecordRows {
  private readonly columnOf: Readonly<Record<ContractField, MappedColumn | null>>;

  constructor(private readonly row: RowCells) {
    this.columnOf = Object.fromEntries(CONTRACT_FIELDS.map((field) => [field, row.columnOf(field)])) as Record<ContractField, MappedColumn | null>;
  }

  get columns(): (MappedColumn | null)[] {
    return Object.values(this.columnOf);
  }

  take(): void {
    const { row, columnOf } = this;
    const number = row.read(columnOf.number) as string | null;
    const title = row.read(columnOf.title) as string | null;
    if (number === null && title === null) {
      row.rejectWithout(columnOf.number ?? columnOf.title, 'IMPORTING.CONTRACT_UNNAMED');
      return;
    }
    const notice = this.notice();
    const isOpenEnded = isOpenEnd(this.textOf(columnOf.endsOn));
    row.tally.acceptContract({
      number,
      title,
      vendor: row.read(columnOf.vendor) as string | null,
      department: row.read(columnOf.department) as string | null,
      startsOn: row.read(columnOf.startsOn) as CalendarDate | null,
      endsOn: isOpenEnded ? null : (row.read(columnOf.endsOn) as CalendarDate | null),
      isOpenEnded,
      notice: notice?.notice ?? null,
      noticeTo: notice?.to ?? null,
      renewalMonths: this.renewal(),
      costPerYearCents: this.costPerYear(),
      costCents: row.read(columnOf.cost) as Cents | null,
      metric: row.read(columnOf.metric) as string | null,
      quantity: row.read(columnOf.quantity) as number | null,
      line: row.line,
    });
  }

  private textOf(column: MappedColumn | null): string {
    return column === null ? '' : String(this.row.cells[column.index] ?? '');
  }

  private notice(): WrittenNotice | null {
    const column = this.columnOf.noticePeriod;
    const text = this.row.read(column) as string | null;
    if (column === null || text === null || /^(keine?|no|none|nein|entfällt)$/i.test(text)) return null;
    const notice = parseNotice(text, unitOfHeader(column.name));
    if (notice === null) this.row.note({ code: 'IMPORTING.NOT_A_PERIOD', value: text.slice(0, 60) }, column);
    return notice;
  }

  private renewal(): number | null {
    const column = this.columnOf.renewal;
    const text = this.row.read(column) as string | null;
    if (column === null || text === null) return this.textOf(column).trim().toLowerCase() === 'none' ? 0 : null;
    const months = parseRenewal(text, unitOfHeader(column.name));
    if (months === undefined) this.row.note({ code: 'IMPORTING.NOT_A_PERIOD', value: text.slice(0, 60) }, column);
    return months ?? null;
  }

  private costPerYear(): Cents | null {
    const perYear = this.row.read(this.columnOf.costPerYear) as Cents | null;
    if (perYear !== null) return perYear;
    const perMonth = this.row.read(this.columnOf.costPerMonth) as Cents | null;
    return perMonth === null ? null : centsOf(perMonth * 12);
  }
}
