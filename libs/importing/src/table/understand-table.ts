// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { ContractRows } from '../formats/contracts/contract-rows.js';
import { DepartmentRows } from '../formats/departments/department-rows.js';
import { TOOL_TABLES } from '../formats/tool-tables.js';
import type { DetectedColumn, Detection, ReadOptions, TableField } from '../reading.js';
import type { RecordKind } from '../record.js';
import type { Tally } from '../tally.js';
import { applyMapping, detectColumns } from './columns.js';
import { headerKey } from './header-match.js';
import type { TableLayout } from './layout.js';
import { decideRecordKind } from './record-kind.js';
import { RowCells, type MappedColumn } from './row-cells.js';
import { RowReader, type RecordRows } from './row-reader.js';
import { SoftwareRows } from './software-rows.js';
import { columnsOfTool, findToolTable, type ToolTable } from './tool-table.js';

/** Tables with more columns than this are refused. */
export const MOST_COLUMNS = 2_000;

/** The fields of which one must be there, by the kind of record. */
const NEEDED: Readonly<Record<RecordKind, readonly TableField[]>> = { software: ['title'], contracts: ['number', 'title'], departments: ['name'] };

/** What a table is about and which of its columns is what. */
export interface UnderstoodTable {
  readonly recordKind: RecordKind;
  readonly tool: ToolTable | null;
  readonly columns: readonly DetectedColumn[];
  readonly confidence01: number;
}

/**
 * Decides what a table is about and which field each column stands for: by the mapping given, else by the tool whose export it is, else by names and content.
 *
 * @returns `IMPORTING.TOO_MANY_COLUMNS`, `IMPORTING.COLUMNS_UNCLEAR`, `IMPORTING.NO_ROWS`, or what is wrong with the mapping
 */
export function understandTable(layout: TableLayout, options: ReadOptions, tools: readonly ToolTable[] = TOOL_TABLES): Result<UnderstoodTable, Problem> {
  if (layout.width > MOST_COLUMNS) return err({ code: 'IMPORTING.TOO_MANY_COLUMNS', columns: layout.width, most: MOST_COLUMNS });
  const mapping = options.mapping ?? {};
  const forced = (['contracts', 'departments'] as const).find((kind) => kind === options.format) ?? null;
  const tool = forced === null ? findToolTable(layout.header, tools.filter((table) => isAllowed(table.format, options.format))) : null;
  const recordKind = forced ?? (tool === null ? decideRecordKind(layout.header, Object.values(mapping)) : 'software');
  const detected = tool === null || layout.header === null ? detectColumns(layout.header, layout.sample, layout.width, recordKind) : columnsOfTool(tool, layout.header);
  const mapped = applyMapping(detected, mapping, recordKind);
  if (!mapped.ok) return mapped;
  const needed = NEEDED[recordKind].flatMap((field) => mapped.value.find((column) => column.field === field) ?? [])[0];
  if (needed === undefined) return err(columnsUnclear(layout, mapped.value, recordKind));
  return ok({ recordKind, tool, columns: mapped.value, confidence01: needed.confidence01 });
}

/** A tool's table may be found unless another format, or a plain table, was asked for. */
function isAllowed(tool: string, asked: string | undefined): boolean {
  return asked === undefined || asked === 'xlsx' || asked === 'ods' || asked === 'json' || asked === tool;
}

function columnsUnclear(layout: TableLayout, columns: readonly DetectedColumn[], recordKind: RecordKind): Problem {
  if (layout.sample.length === 0 && layout.header === null) return { code: 'IMPORTING.NO_ROWS', columns: [] };
  const example = columns.find((column) => column.field === null)?.name ?? '#1';
  return { code: 'IMPORTING.COLUMNS_UNCLEAR', columns: columns.map((column) => column.name), example, field: NEEDED[recordKind][0], line: layout.headerLine ?? layout.firstDataLine };
}

/** What is told of a table before its first record. */
export function detectionOfTable(table: UnderstoodTable, layout: TableLayout, container: string, encoding: string): Detection {
  const used = table.columns.filter((column): column is DetectedColumn & { field: TableField } => column.field !== null);
  const names = table.columns.map((column) => column.name);
  return {
    format: table.tool?.format ?? container,
    recordKind: table.recordKind,
    formatVersion: null,
    encoding,
    delimiter: container === 'csv' ? layout.delimiter : null,
    headerLine: layout.headerLine,
    columns: table.columns,
    mapping: Object.fromEntries(used.map((column) => [names.indexOf(column.name) === column.position - 1 ? column.name : `#${column.position}`, column.field])),
    confidence01: table.confidence01,
    isRegister: table.recordKind === 'software' && !used.some((column) => column.field === 'host'),
  };
}

/** The reader for the rows of a table, and the columns that it reads (0-based). */
export function rowReaderOf(table: UnderstoodTable, layout: TableLayout, tally: Tally): { reader: RowReader; row: RowCells; wanted: number[] } {
  const row = new RowCells(table.columns, layout.sample, tally);
  const extra = new Map<string, MappedColumn>();
  for (const name of table.tool?.extra ?? []) {
    const index = table.columns.findIndex((column) => headerKey(column.name) === headerKey(name));
    if (index >= 0) extra.set(name, row.at(index, 'title'));
  }
  const text = (name: string): string => {
    const column = extra.get(name);
    return column === undefined ? '' : String(column.reader.read(row.cells[column.index] ?? '') ?? '');
  };
  const rows = rowsOf(table, row, text);
  const needed = NEEDED[table.recordKind].map((field) => row.columnOf(field)).find((column) => column !== null) ?? null;
  const read = [...rows.columns, ...extra.values()];
  return {
    reader: new RowReader(row, rows, layout.width, layout.header, layout.mayEndEarly, needed),
    row,
    wanted: read.flatMap((column) => (column === null ? [] : [column.index])),
  };
}

function rowsOf({ recordKind, tool }: UnderstoodTable, row: RowCells, text: (name: string) => string): RecordRows {
  const { adapt, titleOf, mayBeUntitled = false } = tool ?? {};
  switch (recordKind) {
    case 'contracts':
      return new ContractRows(row);
    case 'departments':
      return new DepartmentRows(row);
    case 'software':
      return new SoftwareRows(row, adapt === undefined ? null : (record) => adapt(record, text), mayBeUntitled, titleOf === undefined ? null : () => titleOf(text));
  }
}
