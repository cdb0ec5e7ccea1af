// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../bytes/decode.js';
import type { DetectedEncoding } from '../bytes/encoding.js';
import type { PeekedSource } from '../bytes/peek.js';
import { plainDetection } from '../plain-detection.js';
import type { ReadOptions, ReadingEvent } from '../reading.js';
import type { InventoryRecord } from '../record.js';
import { Tally } from '../tally.js';
import { JsonSplitter, type ValuePlan } from './splitter.js';

/** How the records of a format lie in its JSON. */
export interface JsonRecordForm {
  readonly format: string;
  readonly plans: Readonly<Record<string, ValuePlan>>;
  /** Pattern of the values that are records. */
  readonly recordPattern: string;
  /** The record, or null where the value has no title. */
  readonly recordOf: (value: unknown, path: string) => InventoryRecord | null;
}

/** Reads a register that lies in JSON, value by value, as a stream of records. */
export async function* readJsonRecords(source: PeekedSource, encoding: DetectedEncoding, form: JsonRecordForm, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  const splitter = new JsonSplitter(
    (pattern) => form.plans[pattern] ?? 'skip',
    ({ pattern, path, value, line }) => {
      if (pattern !== form.recordPattern) return;
      const record = form.recordOf(value, path);
      if (record === null) tally.reject({ code: 'IMPORTING.TITLE_MISSING', path, line });
      else tally.accept({ ...record, line });
    },
  );
  yield { kind: 'detected', detection: plainDetection(form.format, encoding.encoding, true) };
  for await (const piece of decodeText(source.all, encoding)) {
    splitter.push(piece);
    if (splitter.problem !== null) break;
    if (tally.isFull) yield tally.batch(source.bytesRead());
  }
  splitter.end();
  if (splitter.problem !== null) {
    yield { kind: 'refused', problem: { ...splitter.problem, file: options.fileName } };
    return;
  }
  if (tally.hasSeenNothing) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_ROWS', file: options.fileName, columns: [] } };
    return;
  }
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}
