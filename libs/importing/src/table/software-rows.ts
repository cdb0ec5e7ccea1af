// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Cents } from '#kernel';
import { INVENTORY_FIELDS, type InventoryField, type InventoryRecord } from '../record.js';
import type { MappedColumn, RowCells } from './row-cells.js';
import type { RecordRows } from './row-reader.js';

/** A last word on the record of a row, by a tool whose tables say more than their columns are called: null passes over the row. */
export type AdaptRecord = (record: InventoryRecord) => InventoryRecord | null;

/** Rows of a table of software. */
export class SoftwareRows implements RecordRows {
  private readonly columnOf: Readonly<Record<InventoryField, MappedColumn | null>>;

  constructor(
    private readonly row: RowCells,
    private readonly adapt: AdaptRecord | null,
    private readonly mayBeUntitled: boolean,
    private readonly otherTitle: (() => string | null) | null,
  ) {
    this.columnOf = Object.fromEntries(INVENTORY_FIELDS.map((field) => [field, row.columnOf(field)])) as Record<InventoryField, MappedColumn | null>;
  }

  get columns(): (MappedColumn | null)[] {
    return Object.values(this.columnOf);
  }

  take(): void {
    const { row, columnOf } = this;
    const title = row.readNeeded(columnOf.title) ?? this.otherTitle?.() ?? null;
    if (title === null) {
      if (!this.mayBeUntitled) row.rejectWithout(columnOf.title, 'IMPORTING.TITLE_MISSING');
      return;
    }
    const record: InventoryRecord = {
      title,
      vendor: row.read(columnOf.vendor) as string | null,
      version: row.read(columnOf.version) as string | null,
      host: row.read(columnOf.host) as string | null,
      department: row.read(columnOf.department) as string | null,
      userName: row.read(columnOf.userName) as string | null,
      users: row.read(columnOf.users) as number | null,
      devices: row.read(columnOf.devices) as number | null,
      seats: row.read(columnOf.seats) as number | null,
      installedOn: row.read(columnOf.installedOn) as CalendarDate | null,
      source: row.read(columnOf.source) as string | null,
      costPerYearCents: row.read(columnOf.costPerYear) as Cents | null,
      contractEndsOn: row.read(columnOf.contractEndsOn) as CalendarDate | null,
      license: row.read(columnOf.license) as string | null,
      purl: row.read(columnOf.purl) as string | null,
      cpe: row.read(columnOf.cpe) as string | null,
      line: row.line,
      path: null,
    };
    const kept = this.adapt === null ? record : this.adapt(record);
    if (kept !== null) row.tally.accept(kept);
  }
}
