// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { readMatrixCsv } from './matrix-csv.js';
import { readMatrixJson } from './matrix-json.js';
import type { RawMatrixRow } from './matrix-row.js';

const CELLS = ['Same', 'Yes', 'No', 'Unknown', 'Check dependency'] as const;

/** What a cell of OSADL's matrix says. */
export type MatrixCell = (typeof CELLS)[number];

/** One cell as plain data: may a part under `inbound` go into a whole under `outbound`? */
export interface MatrixEntry {
  readonly outbound: string;
  readonly inbound: string;
  readonly cell: MatrixCell;
}

/** Compatibility of pairs of licenses, directed: the outbound (leading) license of the whole, the inbound (subordinate) one of a part. */
export interface CompatibilityMatrix {
  readonly source: string;
  /** Licenses in the order of the file. */
  readonly licenses: readonly string[];
  /** The cell, or null where the matrix does not have the pair. */
  cell(outbound: string, inbound: string): MatrixCell | null;
  /** Every cell, row by row in the order of the file; {@link matrixOf} makes the same matrix of them. */
  entries(): MatrixEntry[];
}

/** OSADL's matrix has some 120 licenses and, with explanations, some megabytes. */
export const MOST_MATRIX_LICENSES = 1_000;
export const LONGEST_MATRIX_CHARACTERS = 64_000_000;

/**
 * Reads OSADL's license compatibility matrix: the CSV form (row: outbound, column: inbound) and both JSON forms (`{outbound: {inbound: cell}}`, or
 * `{licenses: [{name, compatibilities: [{name, compatibility}]}]}`, with or without explanations). In the JSON forms a license may leave out the cell
 * for itself.
 *
 * @param source what answers by this matrix name as their source
 * @returns the matrix; or the first problem with its line or path: `LICENSING.MATRIX_EMPTY`, `…_TOO_LARGE`, `…_UNREADABLE` (cut, or something else),
 *   `…_ROW_LENGTH`, `…_CELL_UNKNOWN`, `…_LICENSE_TWICE`, `…_NOT_SQUARE` (a license with a row and no column, or the other way round)
 * @source https://www.osadl.org/fileadmin/checklists/matrix.html (CC-BY-4.0, OSADL eG)
 */
export function parseOsadlMatrix(text: string, source = 'OSADL'): Result<CompatibilityMatrix, Problem> {
  if (text.length > LONGEST_MATRIX_CHARACTERS) return err({ code: 'LICENSING.MATRIX_TOO_LARGE', found: text.length, limit: LONGEST_MATRIX_CHARACTERS });
  const bare = text.replace(/^\uFEFF/, '');
  if (bare.trim() === '') return err({ code: 'LICENSING.MATRIX_EMPTY' });
  const rows = /^\s*[{[]/.test(bare) ? readMatrixJson(bare) : readMatrixCsv(bare);
  if (!rows.ok) return rows;
  const problem = problemOf(rows.value);
  if (problem !== null) return err(problem);
  const entries = rows.value.flatMap((row) => row.cells.map(([inbound, word]) => ({ outbound: row.outbound, inbound, cell: cellOf(word) as MatrixCell })));
  return entries.length === 0 ? err({ code: 'LICENSING.MATRIX_UNREADABLE', detail: '0 licenses', line: 1 }) : ok(matrixOf(source, entries));
}

/** The matrix made of its cells; of two cells for one pair the later counts. Licenses are in the order in which they first occur as outbound. */
export function matrixOf(source: string, entries: Iterable<MatrixEntry>): CompatibilityMatrix {
  const rows = new Map<string, Map<string, MatrixCell>>();
  for (const { outbound, inbound, cell } of entries) {
    const row = rows.get(outbound) ?? new Map<string, MatrixCell>();
    rows.set(outbound, row.set(inbound, cell));
  }
  return {
    source,
    licenses: [...rows.keys()],
    cell: (outbound, inbound) => rows.get(outbound)?.get(inbound) ?? null,
    entries: () => [...rows].flatMap(([outbound, row]) => [...row].map(([inbound, cell]) => ({ outbound, inbound, cell }))),
  };
}

function problemOf(rows: readonly RawMatrixRow[]): Problem | null {
  if (rows.length > MOST_MATRIX_LICENSES) return { code: 'LICENSING.MATRIX_TOO_LARGE', found: rows.length, limit: MOST_MATRIX_LICENSES };
  const outbound = new Set<string>();
  for (const row of rows) {
    if (outbound.has(row.outbound)) return { code: 'LICENSING.MATRIX_LICENSE_TWICE', license: row.outbound, ...row.place };
    outbound.add(row.outbound);
  }
  for (const row of rows) {
    const problem = rowProblem(row, outbound);
    if (problem !== null) return problem;
  }
  return null;
}

function rowProblem(row: RawMatrixRow, licenses: ReadonlySet<string>): Problem | null {
  const seen = new Set<string>();
  for (const [inbound, word] of row.cells) {
    const place = placeOf(row, inbound);
    if (seen.has(inbound)) return { code: 'LICENSING.MATRIX_LICENSE_TWICE', license: inbound, ...place };
    seen.add(inbound);
    if (cellOf(word) === undefined) return { code: 'LICENSING.MATRIX_CELL_UNKNOWN', license: inbound, outbound: row.outbound, cell: word.slice(0, 80), ...place };
    if (!licenses.has(inbound)) return { code: 'LICENSING.MATRIX_NOT_SQUARE', license: inbound, outbound: row.outbound, ...place };
  }
  const isMissing = (license: string): boolean => !seen.has(license) && (license !== row.outbound || 'line' in row.place);
  const missing = [...licenses].find(isMissing);
  return missing === undefined ? null : { code: 'LICENSING.MATRIX_NOT_SQUARE', license: missing, outbound: row.outbound, ...row.place };
}

function placeOf(row: RawMatrixRow, inbound: string): object {
  return 'path' in row.place ? { path: `${row.place.path}.${inbound}` } : row.place;
}

function cellOf(word: string): MatrixCell | undefined {
  const plain = word.trim().toLowerCase();
  return CELLS.find((cell) => cell.toLowerCase() === plain);
}
