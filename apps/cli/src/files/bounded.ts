// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { CommandFailure } from '../failure.js';

/** More than this is never unpacked. */
export const MOST_UNPACKED_BYTES = 4 * 1024 ** 3;
/** Up to here any ratio is fine: small files of one repeated line shrink well. */
const HARMLESS_BYTES = 64 * 1024 ** 2;
/** Inventories and SBOMs shrink to a fiftieth at most; archive bombs to less than a five-hundredth. */
const MOST_RATIO = 500;

/** Passes unpacked bytes on and stops where they get out of proportion to the packed ones. */
export async function* bounded(source: AsyncIterable<Uint8Array>, packedBytes: number, file: string): AsyncGenerator<Uint8Array> {
  const most = Math.min(MOST_UNPACKED_BYTES, Math.max(HARMLESS_BYTES, packedBytes * MOST_RATIO));
  let bytes = 0;
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > most) throw new CommandFailure({ code: 'CLI.ARCHIVE_TOO_LARGE', file, bytes: most });
    yield piece;
  }
}
