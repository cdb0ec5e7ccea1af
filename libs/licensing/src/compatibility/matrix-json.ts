// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import type { RawMatrixRow } from './matrix-row.js';

/**
 * Reads the rows of the matrix in either JSON form; what stands beside the licenses (`timestamp`, explanations) is left out.
 *
 * @returns rows with their path; or `LICENSING.MATRIX_UNREADABLE` (with line and column where the document breaks off), `…_LICENSE_TWICE` for a key that
 *   occurs again in its object
 */
export function readMatrixJson(text: string): Result<RawMatrixRow[], Problem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (failure) {
    const detail = failure instanceof Error ? failure.message : String(failure);
    return err({ code: 'LICENSING.MATRIX_UNREADABLE', detail: detail.slice(0, 120), ...placeAt(text, Number(/position (\d+)/.exec(detail)?.[1] ?? text.length)) });
  }
  const again = repeatedKey(text);
  if (again !== null) return err({ code: 'LICENSING.MATRIX_LICENSE_TWICE', license: again.key, ...placeAt(text, again.at) });
  const { licenses } = value as { licenses?: unknown };
  return Array.isArray(licenses) ? listedRows(licenses) : ok(mappedRows(value));
}

function mappedRows(value: unknown): RawMatrixRow[] {
  return Object.entries(value as object)
    .filter(([, row]) => typeof row === 'object' && row !== null && !Array.isArray(row))
    .map(([outbound, row]) => ({ outbound, place: { path: outbound }, cells: Object.entries(row as object).map(([inbound, cell]) => [inbound, wordOf(cell)] as const) }));
}

function listedRows(licenses: readonly unknown[]): Result<RawMatrixRow[], Problem> {
  const rows: RawMatrixRow[] = [];
  for (const [i, row] of licenses.entries()) {
    const path = `licenses[${i}]`;
    const { name, compatibilities } = (row ?? {}) as { name?: unknown; compatibilities?: unknown };
    if (typeof name !== 'string' || !Array.isArray(compatibilities)) return err({ code: 'LICENSING.MATRIX_UNREADABLE', detail: 'name, compatibilities', path });
    rows.push({ outbound: name, place: { path }, cells: compatibilities.map((entry: { name?: unknown; compatibility?: unknown } | null) => [wordOf(entry?.name), wordOf(entry?.compatibility)] as const) });
  }
  return ok(rows);
}

/** Text as it is; anything else as JSON, so that it is named in a problem and never taken for a license or a cell. */
function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** The first key that its object has already; `JSON.parse` would keep the later one without a word. The text must be well-formed. */
function repeatedKey(text: string): { readonly key: string; readonly at: number } | null {
  const piece = /"(?:[^"\\]|\\.)*"|[{}]/g;
  const open: Set<string>[] = [];
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const [token] = match;
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (/^\s*:/.test(text.slice(piece.lastIndex, piece.lastIndex + 20))) {
      const [key, keys] = [JSON.parse(token) as string, open.at(-1)];
      if (keys?.has(key)) return { key, at: match.index };
      keys?.add(key);
    }
  }
  return null;
}

function placeAt(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - lineStart + 1 };
}
