// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { JsonSplitter } from '../../json/splitter.js';
import { plainDetection } from '../../plain-detection.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import { Tally } from '../../tally.js';
import { isRow } from '../json/json-rows.js';
import { takeEvent } from './read-osquery-log.js';
import { Snapshots } from './snapshots.js';

/** Reads events of osquery's log that stand in one document: one event over several lines, or a list of them. */
export async function* readOsqueryDocument(source: PeekedSource, encoding: DetectedEncoding, isList: boolean, isPartial: boolean, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  const snapshots = new Snapshots();
  const splitter = new JsonSplitter(
    (pattern) => (pattern === '' && isList ? 'open' : 'take'),
    ({ value, line, path }) => {
      if (isRow(value)) takeEvent(value, line, tally, snapshots);
      else tally.reject({ code: 'IMPORTING.NOT_AN_OBJECT', line, path });
    },
  );
  yield { kind: 'detected', detection: { ...plainDetection('osquery', encoding.encoding, false), isPartial } };
  for await (const piece of decodeText(source.all, encoding)) {
    splitter.push(piece);
    if (splitter.problem !== null) break;
    if (tally.isFull) yield tally.batch(source.bytesRead());
  }
  splitter.end();
  if (splitter.problem !== null || tally.hasSeenNothing) {
    yield { kind: 'refused', problem: { ...(splitter.problem ?? { code: 'IMPORTING.NO_ROWS', columns: [] }), file: options.fileName } };
    return;
  }
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}
