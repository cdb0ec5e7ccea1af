// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import writeExcelFile from 'write-excel-file/node';
import { tablesToCsv, tableToMarkdown, tableToSheet, type Table } from '#kernel';

/** The forms in which tables go out as a file; each is the ending of its name. */
export const TABLE_FORMATS = ['csv', 'xlsx', 'md'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const TABLE_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
};

/** Writes tables as a file; no cell of it is a formula. */
export function writeTables(tables: readonly Table[], format: TableFormat): Buffer | Promise<Buffer> {
  if (format === 'xlsx') return writeExcelFile(tables.map(tableToSheet)).toBuffer();
  return Buffer.from(format === 'md' ? tables.map(tableToMarkdown).join('\n') : tablesToCsv(tables));
}
