// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { plainDetection } from '../../plain-detection.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import { Tally } from '../../tally.js';
import { RowSplitter } from '../csv/rows.js';
import { packageOfLine, type PackageListing } from './package-line.js';

/** Reads what `dpkg -l` and `rpm -qa` print. Export: `dpkg -l > packages.txt`, `rpm -qa > packages.txt`. */
export async function* readPackageListing(source: PeekedSource, encoding: DetectedEncoding, listing: PackageListing, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  const splitter = new RowSplitter(null, (cells, line, fault) => {
    const found = fault === null ? packageOfLine(listing, cells[0] ?? '', line) : 'unreadable';
    if (found === 'unreadable') tally.reject({ code: 'IMPORTING.NOT_A_PACKAGE', line, column: 1, value: (cells[0] ?? '').slice(0, 60) });
    else if (found !== 'ignored') tally.accept(found);
  });
  yield { kind: 'detected', detection: plainDetection(listing, encoding.encoding, true) };
  for await (const piece of decodeText(source.all, encoding)) {
    splitter.push(piece);
    if (tally.isFull) yield tally.batch(source.bytesRead());
  }
  splitter.end();
  if (tally.hasSeenNothing) {
    yield { kind: 'refused', problem: { code: 'IMPORTING.NO_ROWS', file: options.fileName, columns: [] } };
    return;
  }
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}
