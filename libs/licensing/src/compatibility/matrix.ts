// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'csv-parse/sync';
import { err, ok, type Problem, type Result } from '#kernel';

/** What a cell of OSADL's matrix says. */
export type MatrixCell = 'Same' | 'Yes' | 'No' | 'Unknown' | 'Check dependency';

/** Compatibility of pairs of licenses, directed: the outbound (leading) license of the whole, the inbound (subordinate) one of a part. */
export interface CompatibilityMatrix {
  readonly source: string;
  /** Licenses in the order of the file. */
  readonly licenses: readonly string[];
  /** The cell, or null where the matrix does not have the pair. */
  cell(outbound: string, inbound: string): MatrixCell | null;
}

type Cells = Map<string, Map<string, MatrixCell>>;
const CELLS: readonly string[] = ['Same', 'Yes', 'No', 'Unknown', 'Check dependency'];

/**
 * Reads OSADL's license compatibility matrix: the CSV form (row: outbound, column: inbound) and both JSON forms (`{outbound: {inbound: cell}}`, or
 * `{licenses: [{name, compatibilities: [{name, compatibility}]}]}`).
 *
 * @returns the matrix, or a problem naming the line or path: empty, not a matrix, a cell with another word, a license twice, a short row
 * @source https://www.osadl.org/fileadmin/checklists/matrix.html (CC-BY-4.0, OSADL eG)
 */
export function parseOsadlMatrix(text: string): Result<CompatibilityMatrix, Problem> {
  const trimmed = text.replace(/^\uFEFF/, '').trimStart();
  if (trimmed === '') return err({ code: 'LICENSING.MATRIX_EMPTY' });
  const cells = trimmed.startsWith('{') ? cellsOfJson(trimmed) : cellsOfCsv(trimmed);
  if (!cells.ok) return cells;
  const rows = cells.value;
  return ok({ source: 'OSADL', licenses: [...rows.keys()], cell: (outbound, inbound) => rows.get(outbound)?.get(inbound) ?? null });
}

function cellsOfCsv(text: string): Result<Cells, Problem> {
  let table: string[][];
  try {
    table = parse(text, { relax_column_count: true, skip_empty_lines: true, trim: true }) as string[][];
  } catch (failure) {
    return err({ code: 'LICENSING.MATRIX_UNREADABLE', detail: failure instanceof Error ? failure.message : String(failure) });
  }
  const [head = [], ...body] = table;
  const inbound = head.slice(1);
  if (inbound.length === 0 || body.length === 0 || !/^compat/i.test(head[0] ?? '')) return err({ code: 'LICENSING.MATRIX_UNREADABLE', line: 1, detail: head.slice(0, 3).join(',') });
  const rows: Cells = new Map();
  for (const [i, [outbound = '', ...words]] of body.entries()) {
    const line = i + 2;
    if (rows.has(outbound)) return err({ code: 'LICENSING.MATRIX_LICENSE_TWICE', license: outbound, line });
    if (words.length !== inbound.length) return err({ code: 'LICENSING.MATRIX_ROW_LENGTH', license: outbound, line, expected: inbound.length, found: words.length });
    const row = rowOf(inbound.map((name, column) => [name, words[column] as string]));
    if (!row.ok) return err({ ...row.problem, line });
    rows.set(outbound, row.value);
  }
  return ok(rows);
}

function cellsOfJson(text: string): Result<Cells, Problem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (failure) {
    return err({ code: 'LICENSING.MATRIX_UNREADABLE', detail: failure instanceof Error ? failure.message : String(failure) });
  }
  const rows: Cells = new Map();
  for (const [outbound, entries] of listedRows(value) ?? mappedRows(value)) {
    if (rows.has(outbound)) return err({ code: 'LICENSING.MATRIX_LICENSE_TWICE', license: outbound, path: outbound });
    const row = rowOf(entries);
    if (!row.ok) return err({ ...row.problem, path: outbound });
    rows.set(outbound, row.value);
  }
  return rows.size === 0 ? err({ code: 'LICENSING.MATRIX_UNREADABLE', detail: 'JSON' }) : ok(rows);
}

type Entries = readonly (readonly [inbound: string, cell: string])[];

function mappedRows(value: unknown): [string, Entries][] {
  return Object.entries(value as object)
    .filter(([, row]) => typeof row === 'object' && row !== null && !Array.isArray(row))
    .map(([outbound, row]) => [outbound, Object.entries(row as object).map(([inbound, cell]) => [inbound, String(cell)] as const)]);
}

function listedRows(value: unknown): [string, Entries][] | null {
  const { licenses } = value as { licenses?: unknown };
  if (!Array.isArray(licenses)) return null;
  return licenses.map((row: { name?: unknown; compatibilities?: unknown }) => [
    String(row?.name),
    (Array.isArray(row?.compatibilities) ? row.compatibilities : []).map((entry: { name?: unknown; compatibility?: unknown }) => [String(entry?.name), String(entry?.compatibility)] as const),
  ]);
}

function rowOf(entries: Entries): Result<Map<string, MatrixCell>, Problem> {
  const row = new Map<string, MatrixCell>();
  for (const [inbound, word] of entries) {
    if (row.has(inbound)) return err({ code: 'LICENSING.MATRIX_LICENSE_TWICE', license: inbound });
    const cell = CELLS.find((known) => known.toLowerCase() === word.trim().toLowerCase());
    if (cell === undefined) return err({ code: 'LICENSING.MATRIX_CELL_UNKNOWN', license: inbound, cell: word });
    row.set(inbound, cell as MatrixCell);
  }
  return ok(row);
}
