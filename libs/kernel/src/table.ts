// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** A table, ready for any renderer: cells are text, numbers or empty. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The table as CSV (RFC 4180, CRLF); a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function tableToCsv({ columns, rows }: Table, separator: ';' | ',' = ';'): string {
  const cell = (value: string | number | null): string => {
    if (value === null) return '';
    if (typeof value === 'number') return separator === ';' ? String(value).replace('.', ',') : String(value);
    const safe = guarded(value);
    return /["\r\n;,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [columns, ...rows].map((row) => row.map(cell).join(separator) + '\r\n').join('');
}

/** Tables as one CSV file that spreadsheets open by a click (UTF-8 with its mark); several stand below each other, each under its title. */
export function tablesToCsv(tables: readonly Table[]): string {
  if (tables.length === 1) return `\uFEFF${tableToCsv(tables[0]!)}`;
  return `\uFEFF${tables.map((table) => tableToCsv({ title: '', columns: [table.title], rows: [] }) + tableToCsv(table)).join('\r\n')}`;
}

/** The table as Markdown with its title. */
export function tableToMarkdown({ title, columns, rows }: Table): string {
  const cell = (value: string | number | null): string => (value === null ? '' : String(value).replace(/[\r\n]+/g, ' ').replace(/[|\\<>`*_[\]]/g, '\\$&'));
  const line = (cells: readonly (string | number | null)[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [`## ${title}`, '', line(columns), `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map(line), ''].join('\n');
}

/** A cell of a workbook: text stays text, whatever it begins with. */
export type SheetCell = { readonly value: string; readonly type: StringConstructor; readonly wrap?: boolean; readonly fontWeight?: 'bold' } | { readonly value: number; readonly type: NumberConstructor };

/** One sheet of a workbook, in the form of write-excel-file. */
export interface TableSheet {
  readonly sheet: string;
  readonly data: (SheetCell | null)[][];
  readonly columns: { readonly width: number }[];
  readonly stickyRowsCount: number;
}

const WIDEST_COLUMN = 60;
const NARROWEST_COLUMN = 10;

/** The table as a sheet; cells are texts and numbers, never formulas. */
export function tableToSheet({ title, columns, rows }: Table): TableSheet {
  const cell = (value: string | number | null): SheetCell | null => (value === null || value === '' ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true });
  return {
    sheet: title,
    data: [columns.map((value) => ({ value, type: String, fontWeight: 'bold' })), ...rows.map((row) => row.map(cell))],
    columns: columns.map((column, index) => ({ width: Math.min(WIDEST_COLUMN, rows.reduce((most, row) => Math.max(most, String(row[index] ?? '').length), Math.max(NARROWEST_COLUMN, column.length)) + 2) })),
    stickyRowsCount: 1,
  };
}
