// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { layoutOf, SAMPLE_ROWS, scoreLayout, type SampleRow, type TableLayout } from '../../table/layout.js';
import { RowSplitter } from './rows.js';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/**
 * Finds delimiter, header row and width of a table from the first part of its text.
 *
 * @param text beginning of the file, decoded
 * @param isWhole the text is the whole file; otherwise its last row may be cut and is left out
 * @param mapped names of columns that a given mapping speaks of; the row that holds them is the header
 */
export function detectLayout(text: string, isWhole: boolean, mapped: readonly string[]): TableLayout {
  const hint = /^sep=(.)\r?\n/i.exec(text);
  const candidates = hint ? [hint[1] as string] : [...DELIMITERS];
  const skipLines = hint ? 1 : 0;
  let best: { layout: TableLayout; score: number } | null = null;
  for (const delimiter of [...candidates, null]) {
    const rows = sampleRows(text, isWhole, delimiter).filter((row) => row.line > skipLines);
    const layout = layoutOf(rows, delimiter, mapped);
    const score = scoreLayout(layout, rows, mapped);
    if (best === null || score > best.score) best = { layout, score };
  }
  return (best as { layout: TableLayout }).layout;
}

function sampleRows(text: string, isWhole: boolean, delimiter: string | null): SampleRow[] {
  const rows: SampleRow[] = [];
  const splitter = new RowSplitter(delimiter, (cells, line, fault) => {
    if (fault === null && rows.length < SAMPLE_ROWS && cells.some((cell) => cell.trim() !== '')) rows.push({ cells: [...cells], line });
  });
  splitter.push(text);
  if (isWhole || rows.length === 0) splitter.end();
  return rows;
}
