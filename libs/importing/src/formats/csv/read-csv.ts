// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { PeekedSource } from '../../bytes/peek.js';
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { DetectedColumn, Detection, ReadOptions, ReadingEvent } from '../../reading.js';
import type { InventoryField } from '../../record.js';
import { Tally } from '../../tally.js';
import { applyMapping, detectColumns } from './columns.js';
import { detectLayout, type TableLayout } from './layout.js';
import { RowReader } from './row-reader.js';
import { RowSplitter } from './rows.js';

/** Tables with more columns than this are refused. */
const MOST_COLUMNS = 2_000;
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
  const understood = understand(layout, encoding, options);
  if ('problem' in understood) {
    yield { kind: 'refused', problem: { ...understood.problem, file: options.fileName } };
    return;
  }
  yield { kind: 'detected', detection: understood.detection };
  const tally = new Tally(options.fileName, options.batchSize);
  const reader = new RowReader(understood.detection.columns, layout.sample, layout.mayEndEarly, tally);
  let regularRows = 0;
  let cutLine: number | null = null;
  const splitter = new RowSplitter(layout.delimiter, (cells, line, fault, faultColumn, isLast) => {
    if (line < layout.firstDataLine) return;
    if (isLast && isCut(cells, fault, layout, regularRows)) cutLine = line;
    if (cells.length === layout.width) regularRows++;
    else if (fault === null) regularRows = -Infinity;
    reader.take(cells, line, fault, faultColumn);
  });
  splitter.want(reader.wanted, layout.width);
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
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_ROWS', file: options.fileName, columns: understood.detection.columns.map((column) => column.name) } };
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
  return fault === null && regularRows >= 3 && cells.length < layout.width;
}

function understand(layout: TableLayout, encoding: DetectedEncoding, options: ReadOptions): { detection: Detection } | { problem: Problem } {
  if (layout.width > MOST_COLUMNS) return { problem: { code: 'IMPORTING.TOO_MANY_COLUMNS', columns: layout.width, most: MOST_COLUMNS } };
  const detected = detectColumns(layout.header, layout.sample, layout.width);
  const mapped = applyMapping(detected, options.mapping ?? {});
  if (!mapped.ok) return { problem: mapped.problem };
  const columns = mapped.value;
  const title = columns.find((column) => column.field === 'title');
  if (title === undefined) return { problem: columnsUnclear(layout, columns) };
  return { detection: detectionOf(layout, encoding, columns, title) };
}

function columnsUnclear(layout: TableLayout, columns: readonly DetectedColumn[]): Problem {
  if (layout.sample.length === 0 && layout.header === null) return { code: 'IMPORTING.NO_ROWS', columns: [] };
  const example = columns.find((column) => column.field === null)?.name ?? '#1';
  return { code: 'IMPORTING.COLUMNS_UNCLEAR', columns: columns.map((column) => column.name), example, line: layout.headerLine ?? layout.firstDataLine };
}

function detectionOf(layout: TableLayout, encoding: DetectedEncoding, columns: readonly DetectedColumn[], title: DetectedColumn): Detection {
  const used = columns.filter((column): column is DetectedColumn & { field: InventoryField } => column.field !== null);
  const names = columns.map((column) => column.name);
  return {
    format: 'csv',
    recordKind: 'software',
    formatVersion: null,
    encoding: encoding.encoding,
    delimiter: layout.delimiter,
    headerLine: layout.headerLine,
    columns,
    mapping: Object.fromEntries(used.map((column) => [names.indexOf(column.name) === column.position - 1 ? column.name : `#${column.position}`, column.field])),
    confidence01: title.confidence01,
    isRegister: !used.some((column) => column.field === 'host'),
  };
}
