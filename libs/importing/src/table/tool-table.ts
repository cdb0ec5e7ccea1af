// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DetectedColumn, TableField } from '../reading.js';
import type { InventoryRecord } from '../record.js';
import { headerKey } from './header-match.js';

/** The table that a tool exports, told by the names of its columns; these say more surely what a column is than words do. */
export interface ToolTable {
  readonly format: string;
  /** Names that must all be there; compared without case, spaces and punctuation. */
  readonly required: readonly string[];
  /** Column → field; columns that are not named are not used. Where two columns have one field, the first that is there counts. */
  readonly columns: Readonly<Record<string, TableField>>;
  /** Columns of which {@link adapt} wants the text. */
  readonly extra?: readonly string[];
  /** Rows without a title are no software, and nothing is wrong with them. */
  readonly mayBeUntitled?: boolean;
  /** The title of a row in which the column for it is empty; see {@link adapt} for `cell`. */
  readonly titleOf?: (cell: (name: string) => string) => string | null;
  /** A last word on a record; `cell` gives the text of a column, '' where there is none. Null passes over the row: it is no software, or not installed. */
  readonly adapt?: (record: InventoryRecord, cell: (name: string) => string) => InventoryRecord | null;
}

/** The first of the tables of which all required columns are there. */
export function findToolTable(header: readonly string[] | null, tables: readonly ToolTable[]): ToolTable | null {
  if (header === null) return null;
  const keys = new Set(header.map(headerKey));
  return tables.find((table) => table.required.every((name) => keys.has(headerKey(name)))) ?? null;
}

/** Columns with the fields that the tool's table gives them. */
export function columnsOfTool(table: ToolTable, header: readonly string[]): DetectedColumn[] {
  const keys = header.map(headerKey);
  const fieldOf = new Map<number, TableField>();
  const taken = new Set<TableField>();
  for (const [name, field] of Object.entries(table.columns)) {
    const index = keys.indexOf(headerKey(name));
    if (index < 0 || taken.has(field) || fieldOf.has(index)) continue;
    fieldOf.set(index, field);
    taken.add(field);
  }
  return header.map((name, index) => ({ position: index + 1, name: name === '' ? `#${index + 1}` : name, field: fieldOf.get(index) ?? null, confidence01: fieldOf.has(index) ? 1 : 0 }));
}
