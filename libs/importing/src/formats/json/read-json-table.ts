// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { JsonSplitter, type JsonValue, type ValuePlan } from '../../json/splitter.js';
import type { Detection, ReadOptions, ReadingEvent } from '../../reading.js';
import type { TableLayout } from '../../table/layout.js';
import { detectionOfTable, rowReaderOf, understandTable, type UnderstoodTable } from '../../table/understand-table.js';
import { Tally } from '../../tally.js';
import { osqueryTableOf } from '../osquery/osquery-tables.js';
import { TOOL_TABLES } from '../tool-tables.js';
import { cellOf, isRow, keysOf, type JsonRow } from './json-rows.js';

/** Rows that are looked at before the columns are decided. */
const SAMPLE_ROWS = 500;

/** Containers are opened where rows may be: the document, a list in it, a list below one of its names. */
function planOf(pattern: string): ValuePlan {
  if (pattern === '' || /^[^.[\]]+$/.test(pattern)) return 'open';
  return /^[^.[\]]*\[\]$/.test(pattern) ? 'take' : 'skip';
}

/**
 * Reads a list of objects as a table: their names are the columns. The list is the document itself, or the first list of objects in it whose names are understood (`value`, `result`, `data`).
 *
 * What tools export in JSON is told as in a table of text: `ConvertTo-Json` of PowerShell, osquery, opsi, Intune. Values that are objects or lists are not read.
 */
export async function* readJsonTable(source: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  const rows = new JsonTableRows(options, tally);
  const splitter = new JsonSplitter(planOf, (value) => rows.take(value));
  let isTold = false;
  for await (const piece of decodeText(source.all, encoding)) {
    splitter.push(piece);
    if (splitter.problem !== null) break;
    if (rows.isSampled && !rows.isDecided) rows.decide();
    if (!rows.isDecided || !tally.isFull) continue;
    if (!isTold) yield { kind: 'detected', detection: rows.detection(encoding.encoding) };
    isTold = true;
    yield tally.batch(source.bytesRead());
  }
  splitter.end();
  if (splitter.problem === null && !rows.isDecided) rows.decide();
  const problem = splitter.problem ?? rows.problem ?? (tally.hasSeenNothing ? { code: 'IMPORTING.NO_ROWS', columns: [] } : null);
  if (problem !== null) {
    yield { kind: 'refused', problem: { ...problem, file: options.fileName } };
    return;
  }
  if (!isTold) yield { kind: 'detected', detection: rows.detection(encoding.encoding) };
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}

/** Gathers the first rows, decides what their names stand for, and makes records of them and of all that follow. */
export class JsonTableRows {
  problem: ReadingProblem | null = null;
  private waiting = new Map<string, JsonRow[]>();
  private waitingRows = 0;
  /** Values of the document itself: its only row where there is no list. */
  private readonly single: Record<string, unknown> = {};
  private list: string | null = null;
  private keys: readonly string[] = [];
  private table: UnderstoodTable | null = null;
  private layout: TableLayout | null = null;
  private reader: ReturnType<typeof rowReaderOf> | null = null;

  constructor(
    private readonly options: ReadOptions,
    private readonly tally: Tally,
  ) {}

  get isSampled(): boolean {
    return this.waitingRows >= SAMPLE_ROWS;
  }

  get isDecided(): boolean {
    return this.reader !== null || this.problem !== null;
  }

  take({ pattern, path, value, line }: Pick<JsonValue, 'pattern' | 'path' | 'value' | 'line'>): void {
    if (this.reader !== null) {
      if (pattern === this.list) this.read({ path, value, line });
      return;
    }
    if (!pattern.endsWith('[]')) {
      this.single[pattern] = value;
      return;
    }
    const waiting = this.waiting.get(pattern) ?? [];
    waiting.push({ path, value, line });
    this.waiting.set(pattern, waiting);
    this.waitingRows++;
  }

  /** Takes the first list whose names are understood. */
  decide(): void {
    let first: ReadingProblem | null = null;
    if (this.waiting.size === 0 && Object.keys(this.single).length > 0) this.waiting.set('', [{ value: this.single, path: '$', line: 1 }]);
    for (const [list, rows] of this.waiting) {
      const keys = keysOf(rows);
      if (keys.length === 0) continue;
      const sample = rows.filter((row) => isRow(row.value)).map((row) => keys.map((key) => String(cellOf(row.value, key))));
      const layout: TableLayout = { delimiter: '\0', firstDataLine: 1, headerLine: null, header: keys, width: keys.length, sample, mayEndEarly: false };
      const osquery = osqueryTableOf(keys);
      const understood = understandTable(layout, this.options, osquery === null ? TOOL_TABLES : [...TOOL_TABLES, osquery]);
      if (!understood.ok) {
        first ??= understood.problem;
        continue;
      }
      this.list = list;
      this.keys = keys;
      this.layout = layout;
      this.table = understood.value;
      this.reader = rowReaderOf(understood.value, layout, this.tally);
      const waiting = rows;
      this.waiting = new Map();
      for (const row of waiting) this.read(row);
      return;
    }
    this.problem = first ?? { code: 'IMPORTING.NO_ROWS', columns: [] };
  }

  detection(encoding: string): Detection {
    return detectionOfTable(this.table as UnderstoodTable, this.layout as TableLayout, 'json', encoding);
  }

  private read({ path, value, line }: JsonRow): void {
    const reader = this.reader as ReturnType<typeof rowReaderOf>;
    if (!isRow(value)) {
      this.tally.reject({ code: 'IMPORTING.NOT_AN_OBJECT', line, path });
      return;
    }
    reader.row.pathOf = (_, column) => `${path}.${this.keys[column] ?? ''}`;
    reader.reader.take(this.keys.map((key) => cellOf(value, key)), line, null, 1);
  }
}

type ReadingProblem = Extract<ReadingEvent, { kind: 'refused' }>['problem'];
