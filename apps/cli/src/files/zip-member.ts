// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { open, type FileHandle } from 'node:fs/promises';
import { CommandFailure } from '../failure.js';

/** Where the only file of a zip archive lies. */
export interface ZipMember {
  /** First byte of the packed content. */
  readonly offset: number;
  readonly packedBytes: number;
  /** False: stored as it is. */
  readonly isDeflated: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_END = 65_557;
const LARGEST_DIRECTORY = 16 * 1024 * 1024;

/**
 * Finds the file in a zip archive that holds exactly one (folders and `__MACOSX/` do not count).
 *
 * @returns null where there is none or more than one, or where it is packed in another way than by deflate
 * @throws CommandFailure where the archive is cut off, inconsistent or encrypted
 * @source PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16
 */
export async function findOnlyMember(path: string, size: number): Promise<ZipMember | null> {
  const handle = await open(path);
  const broken = (reason: string): CommandFailure => new CommandFailure({ code: 'CLI.ARCHIVE_BROKEN', file: path, kind: 'zip', reason });
  try {
    const tail = await readAt(handle, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
    const at = lastIndexOfEnd(tail);
    if (at < 0) throw broken('end of central directory');
    const [bytes, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (offset === 0xffff_ffff || bytes > LARGEST_DIRECTORY) return null;
    if (offset + bytes > size) throw broken('central directory');
    const files = entriesOf(await readAt(handle, offset, bytes)).filter((entry) => !entry.name.endsWith('/') && !entry.name.startsWith('__MACOSX/'));
    const [only] = files;
    if (only === undefined || files.length > 1 || (only.method !== 0 && only.method !== 8) || only.packedBytes === 0xffff_ffff) return null;
    if (only.isEncrypted) throw new CommandFailure({ code: 'CLI.ARCHIVE_ENCRYPTED', file: path });
    const local = await readAt(handle, only.localOffset, 30);
    if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw broken('local header');
    const start = only.localOffset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    if (start + only.packedBytes > size) throw broken('content');
    return { offset: start, packedBytes: only.packedBytes, isDeflated: only.method === 8 };
  } finally {
    await handle.close();
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly localOffset: number;
}

function entriesOf(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY; ) {
    const [nameBytes, extraBytes, commentBytes] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)];
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      localOffset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + extraBytes + commentBytes;
  }
  return entries;
}

function lastIndexOfEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at--) if (tail.readUInt32LE(at) === END) return at;
  return -1;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
