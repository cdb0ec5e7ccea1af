// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from '../reading.js';
import { Unreadable } from '../unreadable.js';

/** Up to here any ratio is fine: small files of one repeated line shrink well. */
const HARMLESS_BYTES = 67_108_864;
/** Inventories shrink to a hundredth at most; archive bombs to less than a five-hundredth. */
const MOST_RATIO = 500;

/**
 * Passes unpacked bytes on and stops where they get out of proportion to the packed ones.
 *
 * @param packedBytes packed bytes taken so far
 * @throws Unreadable `IMPORTING.ARCHIVE_BOMB`
 */
export async function* bounded(source: ByteSource, packedBytes: () => number): ByteSource & AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of source) {
    bytes += piece.length;
    refuseBomb(bytes, packedBytes());
    yield piece;
  }
}

/** @throws Unreadable `IMPORTING.ARCHIVE_BOMB` where so many bytes come, or are announced, for so few packed ones */
export function refuseBomb(bytes: number, packedBytes: number): void {
  if (bytes > HARMLESS_BYTES && bytes > packedBytes * MOST_RATIO) throw new Unreadable({ code: 'IMPORTING.ARCHIVE_BOMB', ratio: MOST_RATIO });
}
