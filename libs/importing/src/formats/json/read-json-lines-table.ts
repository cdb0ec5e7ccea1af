// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import { Tally } from '../../tally.js';
import { readJsonLines } from './read-json-lines.js';
import { JsonTableRows } from './read-json-table.js';

/** Reads a file of which each line is an object as a table: the names of the objects are the columns. */
export async function* readJsonLinesTable(source: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  const rows = new JsonTableRows(options, tally);
  let isTold = false;
  for await (const lines of readJsonLines(source, encoding)) {
    for (const found of lines) {
      if ('value' in found) rows.take({ pattern: '[]', path: `[${found.line - 1}]`, value: found.value, line: found.line });
      else if (found.problem.code === 'IMPORTING.FILE_CUT') {
        yield { kind: 'refused', problem: { ...found.problem, file: options.fileName } };
        return;
      } else tally.reject(found.problem);
    }
    if (rows.isSampled && !rows.isDecided) rows.decide();
    if (!rows.isDecided || !tally.isFull || rows.problem !== null) continue;
    if (!isTold) yield { kind: 'detected', detection: rows.detection(encoding.encoding) };
    isTold = true;
    yield tally.batch(source.bytesRead());
  }
  if (!rows.isDecided) rows.decide();
  if (rows.problem !== null) {
    yield { kind: 'refused', problem: { ...rows.problem, file: options.fileName } };
    return;
  }
  if (!isTold) yield { kind: 'detected', detection: rows.detection(encoding.encoding) };
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}
