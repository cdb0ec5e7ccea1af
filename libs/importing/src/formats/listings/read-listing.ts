// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { plainDetection } from '../../plain-detection.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import { Tally } from '../../tally.js';
import { RowSplitter } from '../csv/rows.js';
import type { Listing } from './listing.js';

/** Reads what a command lists, line by line; a line that cannot be read is reported, and the rest goes on. */
export async function* readListing(source: PeekedSource, encoding: DetectedEncoding, listing: Listing, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  const read = listing.reader();
  const splitter = new RowSplitter(null, (cells, line, fault) => {
    const text = cells[0] ?? '';
    const found = fault !== null ? 'unreadable' : text.trim() === '' ? 'ignored' : read(text, line);
    if (found === 'ignored') return;
    if (found === 'unreadable') {
      const isDamaged = text.includes('\0') || text.includes('\uFFFD');
      tally.reject({ code: isDamaged ? 'IMPORTING.LINE_DAMAGED' : 'IMPORTING.NOT_A_PACKAGE', line, column: 1, value: text.trim().slice(0, 60).replaceAll('\0', '␀').toWellFormed() });
      return;
    }
    tally.accept(found.record);
    if (found.note !== undefined) tally.note(found.note);
  });
  yield { kind: 'detected', detection: plainDetection(listing.format, encoding.encoding, true) };
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
