// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { StoredFile } from '#importing';

const PIECE_BYTES = 1 << 18;

/** A file in the upload folder that the reader of inventories may read at any place, as archives and workbooks need it. Nothing is held open between two reads. */
export async function storedUpload(path: string): Promise<StoredFile> {
  const { size } = await stat(path);
  return {
    size,
    async read(offset, length) {
      const handle = await open(path);
      try {
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    stream: () => createReadStream(path, { highWaterMark: PIECE_BYTES }),
  };
}
