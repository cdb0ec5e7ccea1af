// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { CsvError, parse } from 'csv-parse/sync';
import { err, ok, type Problem, type Result } from '#kernel';
import type { RawMatrixRow } from './matrix-row.js';

/**
 * Reads the rows of the matrix in CSV form: a corner cell that begins with "compat", the inbound licenses beside it, one row for each outbound license.
 *
 * @returns rows with their line; or `LICENSING.MATRIX_UNREADABLE`, `…_LICENSE_TWICE` for a column that occurs again, `…_ROW_LENGTH`
 */
export function readMatrixCsv(text: string): Result<RawMatrixRow[], Problem> {
  let table: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  try {
    table = parse(text, { relax_column_count: true, skip_empty_lines: true, trim: true, info: true }) as unknown as typeof table;
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    const { lines } = failure as { lines?: number };
    return err({ code: 'LICENSING.MATRIX_UNREADABLE', detail: failure.message, ...(lines === undefined ? {} : { line: lines }) });
  }
  const [head, ...body] = table;
  const [corner = '', ...inbound] = head?.record ?? [];
  const line = head?.info.lines ?? 1;
  if (inbound.length === 0 || body.length === 0 || !/^compat/i.test(corner)) return err({ code: 'LICENSING.MATRIX_UNREADABLE', line, detail: [corner, ...inbound].slice(0, 3).join(',').slice(0, 80) });
  const twice = inbound.find((license, i) => inbound.indexOf(license) < i);
  if (twice !== undefined) return err({ code: 'LICENSING.MATRIX_LICENSE_TWICE', license: twice, line });
  const rows: RawMatrixRow[] = [];
  for (const { record, info } of body) {
    const [outbound = '', ...words] = record;
    if (words.length !== inbound.length) return err({ code: 'LICENSING.MATRIX_ROW_LENGTH', license: outbound.slice(0, 80), line: info.lines, expected: inbound.length, found: words.length });
    rows.push({ outbound, place: { line: info.lines }, cells: inbound.map((license, i) => [license, words[i] as string]) });
  }
  return ok(rows);
}
