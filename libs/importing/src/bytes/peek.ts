// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from '../reading.js';

/** The beginning of a file, and a way to read all of it. */
export interface PeekedSource {
  /** First bytes: as many as asked for, fewer only where the file ends before. */
  readonly head: Uint8Array;
  /** True where `head` is the whole file. */
  readonly isWhole: boolean;
  /** The file from its first byte on, in pieces of at least 32 KiB but for the last; can be taken once. */
  readonly all: ByteSource;
  /** Bytes taken from the source so far. */
  bytesRead(): number;
  /** Gives the source back, read to its end or not. */
  close(): Promise<void>;
}

const SMALLEST_PIECE_BYTES = 32_768;

/** Reads the first `headBytes` of a source without losing them for the reader that comes after. */
export async function peek(source: ByteSource, headBytes: number): Promise<PeekedSource> {
  const iterator = source[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  while (length < headBytes) {
    const next = await iterator.next();
    if (next.done) {
      isWhole = true;
      break;
    }
    pieces.push(next.value);
    length += next.value.length;
  }
  const read = join(pieces, length);
  let bytesRead = length;
  async function* all(): AsyncGenerator<Uint8Array> {
    if (read.length > 0) yield read;
    let waiting: Uint8Array[] = [];
    let waitingBytes = 0;
    while (!isWhole) {
      const next = await iterator.next();
      if (next.done) break;
      bytesRead += next.value.length;
      waiting.push(next.value);
      waitingBytes += next.value.length;
      if (waitingBytes < SMALLEST_PIECE_BYTES) continue;
      yield join(waiting, waitingBytes);
      waiting = [];
      waitingBytes = 0;
    }
    if (waitingBytes > 0) yield join(waiting, waitingBytes);
  }
  return { head: read.subarray(0, headBytes), isWhole: isWhole && length <= headBytes, all: all(), bytesRead: () => bytesRead, close: async () => void (await iterator.return?.()) };
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
