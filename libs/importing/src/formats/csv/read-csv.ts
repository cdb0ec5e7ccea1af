// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { PeekedSource } from '../../bytes/peek.js';
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import type { TableLayout } from '../../table/layout.js';
import { isFooter } from '../../table/row-reader.js';
import { detectionOfTable, rowReaderOf, understandTable } from '../../table/understand-table.js';
import { Tally } from '../../tally.js';
import { detectLayout } from './detect-layout.js';
import { RowSplitter } from './rows.js';

/** Decoded text that is looked at before the columns are decided. */
const SAMPLE_CHARACTERS = 131_072;

/**
 * Reads a table of text cells (CSV, TSV and their kin) as a stream of records.
 *
 * Delimiter, header row and columns are detected; a mapping that was given wins. Where the columns cannot be told, the file is refused with the
 * columns it has. A file whose last row is cut short is refused as cut.
 */
export async function* readCsv(source: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const text = decodeText(source.all, encoding);
  const { sample, isWhole } = await takeSample(text);
  const layout = detectLayout(sample, isWhole, Object.keys(options.mapping ?? {}));
  const understood = understandTable(layout, options);
  if (!understood.ok) {
    yield { kind: 'refused', problem: { ...understood.problem, file: options.fileName } };
    return;
  }
  const table = understood.value;
  yield { kind: 'detected', detection: detectionOfTable(table, layout, 'csv', encoding.encoding) };
  const tally = new Tally(options.fileName, options.batchSize);
  const { reader, wanted } = rowReaderOf(table, layout, tally);
  let regularRows = 0;
  let cutLine: number | null = null;
  const splitter = new RowSplitter(layout.delimiter, (cells, line, fault, faultColumn, isLast) => {
    if (line < layout.firstDataLine) return;
    if (isLast && isCut(cells, fault, layout, regularRows)) cutLine = line;
    if (cells.length === layout.width) regularRows++;
    else if (fault === null) regularRows = -Infinity;
    reader.take(cells, line, fault, faultColumn);
  });
  splitter.want(wanted, layout.width);
  for (let piece: string | null = sample; piece !== null; piece = await nextPiece(text)) {
    splitter.push(piece);
    if (tally.isFull) yield tally.batch(source.bytesRead());
  }
  splitter.end();
  if (cutLine !== null) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.FILE_CUT', file: options.fileName, line: cutLine } };
    return;
  }
  if (tally.hasSeenNothing) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_ROWS', file: options.fileName, columns: table.columns.map((column) => column.name) } };
    return;
  }
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}

async function nextPiece(text: AsyncGenerator<string>): Promise<string | null> {
  const next = await text.next();
  return next.done ? null : next.value;
}

async function takeSample(text: AsyncGenerator<string>): Promise<{ sample: string; isWhole: boolean }> {
  let sample = '';
  while (sample.length < SAMPLE_CHARACTERS) {
    const piece = await nextPiece(text);
    if (piece === null) return { sample, isWhole: true };
    sample += piece;
  }
  return { sample, isWhole: false };
}

/** A last row without line break that is shorter than all the others, which are all of one width: the rest of the file is missing. */
function isCut(cells: readonly string[], fault: string | null, layout: TableLayout, regularRows: number): boolean {
  if (fault === 'UNCLOSED_QUOTE') return true;
  return fault === null && regularRows >= 3 && cells.length < layout.width && !isFooter(cells);
}
