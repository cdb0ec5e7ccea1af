// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import { layoutOf, SAMPLE_ROWS, type SampleRow, type TableLayout } from '../../table/layout.js';
import { detectionOfTable, rowReaderOf, understandTable, type UnderstoodTable } from '../../table/understand-table.js';
import { Tally } from '../../tally.js';
import { RowSplitter } from '../csv/rows.js';
import { columnsOfHeader, sliceColumns } from '../winget/fixed-columns.js';

/** A line of dashes below the names of the columns, in as many groups as there are columns. */
const RULER = /^\s*-{2,}(?: +-{2,})+\s*$/;

/** Tells a table of fixed width by the ruler below its header. */
export function isConsoleTable(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, 60);
  return lines.some((line, index) => RULER.test(line) && /\p{L}/u.test(lines[index - 1] ?? ''));
}

interface Line extends SampleRow {
  readonly isWhole: boolean;
}

/**
 * Reads the table that PowerShell and other consoles print: columns of fixed width below a ruler of dashes. Lines in which a word runs over the beginning of a column are rejected.
 * Export: `Get-Package > FILE`, `Get-ItemProperty … | Format-Table -AutoSize > FILE` (better: `| Export-Csv FILE`, which cuts nothing).
 */
export async function* readConsoleTable(source: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  let before = '';
  let header: { cells: string[]; columns: number[]; line: number } | null = null;
  let waiting: Line[] = [];
  let layout: TableLayout | null = null;
  let table: UnderstoodTable | null = null;
  let reader: ReturnType<typeof rowReaderOf>['reader'] | null = null;
  const take = ({ cells, line, isWhole }: Line): void => {
    if (isWhole) reader?.take(cells, line, null, 1);
    else tally.reject({ code: 'IMPORTING.NOT_A_PACKAGE', line, column: 1, value: (cells[0] ?? '').slice(0, 60) });
  };
  const splitter = new RowSplitter(null, ([text = ''], line, fault) => {
    if (header === null) {
      if (RULER.test(text)) {
        const columns = columnsOfHeader(text);
        header = { cells: sliceColumns(before, columns) ?? before.trim().split(/\s+/), columns, line };
      }
      before = text;
    } else if (text.trim() !== '' && !RULER.test(text)) {
      const cells = fault === null ? sliceColumns(text, header.columns) : null;
      const found = { cells: cells ?? [text], line, isWhole: cells !== null };
      if (reader === null) waiting.push(found);
      else take(found);
    }
  });
  const decide = (): ReadingEvent | null => {
    if (header === null) return { kind: 'refused', problem: { code: 'IMPORTING.NO_ROWS', file: options.fileName, columns: [] } };
    const sample = waiting.filter((row) => row.isWhole);
    layout = { ...layoutOf([{ cells: header.cells, line: header.line - 1 }, ...sample], '\0', Object.keys(options.mapping ?? {})), header: header.cells, headerLine: header.line - 1, width: header.cells.length, sample: sample.map((row) => row.cells), mayEndEarly: true };
    const understood = understandTable(layout, options);
    if (!understood.ok) return { kind: 'refused', problem: { ...understood.problem, file: options.fileName } };
    table = understood.value;
    reader = rowReaderOf(table, layout, tally).reader;
    for (const row of waiting) take(row);
    waiting = [];
    return { kind: 'detected', detection: detectionOfTable(table, layout, 'csv', encoding.encoding) };
  };
  for await (const piece of decodeText(source.all, encoding)) {
    splitter.push(piece);
    if (reader === null && waiting.length >= SAMPLE_ROWS) {
      const event = decide() as ReadingEvent;
      yield event;
      if (event.kind === 'refused') return;
    }
    if (reader !== null && tally.isFull) yield tally.batch(source.bytesRead());
  }
  splitter.end();
  if (reader === null) {
    const event = decide() as ReadingEvent;
    yield event;
    if (event.kind === 'refused') return;
  }
  if (tally.hasSeenNothing) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_ROWS', file: options.fileName, columns: [] } };
    return;
  }
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}
