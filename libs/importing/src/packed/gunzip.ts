// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from '../reading.js';
import { Unreadable } from '../unreadable.js';
import { bounded } from './bounded.js';

/**
 * Unpacks gzip as it comes in.
 *
 * @throws Unreadable `IMPORTING.ARCHIVE_BROKEN` where it is cut or damaged, `IMPORTING.ARCHIVE_BOMB` where it grows out of proportion; what the source throws goes through
 */
export async function* gunzip(source: ByteSource): ByteSource & AsyncGenerator<Uint8Array> {
  let packed = 0;
  let failure: Error | null = null;
  async function* counted(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    try {
      for await (const piece of source) {
        packed += piece.length;
        yield piece as Uint8Array<ArrayBuffer>;
      }
    } catch (thrown) {
      failure = thrown as Error;
      throw thrown;
    }
  }
  const unpacked = ReadableStream.from(counted()).pipeThrough(new DecompressionStream('gzip'));
  try {
    yield* bounded(unpacked as unknown as ByteSource, () => packed);
  } catch (thrown) {
    if (thrown instanceof Unreadable) throw thrown;
    throw failure ?? new Unreadable({ code: 'IMPORTING.ARCHIVE_BROKEN', kind: 'gzip', reason: reasonOf(thrown) });
  }
}

function reasonOf(thrown: unknown): string {
  const { message, cause, code } = thrown as { message?: string; cause?: { message?: string }; code?: string };
  return message || cause?.message || code || 'unexpected end of file';
}
