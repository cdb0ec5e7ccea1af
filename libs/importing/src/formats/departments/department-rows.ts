// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { DEPARTMENT_FIELDS, type DepartmentField } from '../../record.js';
import type { MappedColumn, RowCells } from '../../table/row-cells.js';
import type { RecordRows } from '../../table/row-reader.js';

/** Rows of a plan of the organisation, as CSV or as a sheet: units with their code and the unit above. Export: from personnel or directory, or as the table that somebody keeps. */
export class DepartmentRows implements RecordRows {
  private readonly columnOf: Readonly<Record<DepartmentField, MappedColumn | null>>;

  constructor(private readonly row: RowCells) {
    this.columnOf = Object.fromEntries(DEPARTMENT_FIELDS.map((field) => [field, row.columnOf(field)])) as Record<DepartmentField, MappedColumn | null>;
  }

  get columns(): (MappedColumn | null)[] {
    return Object.values(this.columnOf);
  }

  take(): void {
    const { row, columnOf } = this;
    const name = row.readNeeded(columnOf.name);
    if (name === null) {
      row.rejectWithout(columnOf.name, 'IMPORTING.DEPARTMENT_UNNAMED');
      return;
    }
    row.tally.acceptDepartment({
      code: row.read(columnOf.code) as string | null,
      name,
      parent: row.read(columnOf.parent) as string | null,
      headcount: row.read(columnOf.headcount) as number | null,
      line: row.line,
    });
  }
}
