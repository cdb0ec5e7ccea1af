// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from '../reading.js';
import { Unreadable } from '../unreadable.js';

/** A file that can be read at any place, as archives and workbooks need it: their table of contents stands at their end. */
export interface StoredFile {
  readonly size: number;
  /** The bytes from `offset` on: `length` of them, fewer only where the file ends before. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** All bytes from the first on. */
  stream(): ByteSource;
}

/** True for a file that can be read at any place, false for a mere stream. */
export function isStoredFile(source: ByteSource | StoredFile): source is StoredFile {
  return 'read' in source && 'stream' in source && typeof source.read === 'function';
}

/** An archive that comes as a stream is kept in memory up to this size. */
export const LARGEST_IN_MEMORY_BYTES = 134_217_728;

/**
 * Takes a stream into memory, so that it can be read at any place.
 *
 * @throws Unreadable `IMPORTING.ARCHIVE_TOO_LARGE` beyond {@link LARGEST_IN_MEMORY_BYTES}
 */
export async function storeInMemory(source: ByteSource): Promise<StoredFile> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > LARGEST_IN_MEMORY_BYTES) throw new Unreadable({ code: 'IMPORTING.ARCHIVE_TOO_LARGE', most: LARGEST_IN_MEMORY_BYTES });
    pieces.push(piece);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return {
    size,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    stream: async function* () {
      yield bytes;
    },
  };
}
