// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { bounded } from './bounded.js';
import { findOnlyMember } from './zip-member.js';

/**
 * Opens a file as a stream of bytes; `.gz` content and a `.zip` with a single file inside (told by their first bytes, not by the name) are unpacked on
 * the way, within bounds. A `.zip` with several members is handed on as it is.
 *
 * @throws CommandFailure at once where the file is missing, a folder, unreadable or an encrypted archive; while it is read where an archive is broken
 */
export async function openFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new CommandFailure({ code: 'CLI.FILE_IS_A_FOLDER', file: path, example: `${path.replace(/\/+$/, '')}/*` });
    if (!found.isFile()) return readable(createReadStream(path), path);
    const head = await firstBytes(path);
    if (head[0] === 0x1f && head[1] === 0x8b) return unpacked(createReadStream(path).pipe(createGunzip()), path, 'gzip', found.size);
    if (head.readUInt32BE(0) !== 0x504b0304) return readable(createReadStream(path), path);
    const member = await findOnlyMember(path, found.size);
    if (member === null) return readable(createReadStream(path), path);
    const packed = createReadStream(path, { start: member.offset, end: Math.max(member.offset, member.offset + member.packedBytes - 1) });
    return member.isDeflated ? unpacked(packed.pipe(createInflateRaw()), path, 'zip', member.packedBytes) : readable(packed, path);
  } catch (failure) {
    throw readingFailure(failure, path);
  }
}

/** Reads the bytes of a file, unpacked as by {@link openFile}, up to the piece that reaches `mostBytes`; the rest is left unread. */
export async function readBytes(path: string, mostBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of await openFile(path)) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= mostBytes) break;
  }
  return Buffer.concat(pieces);
}

/** Reads a whole file, unpacked as by {@link openFile}, as UTF-8 text without byte order mark; refuses more than `mostBytes`. */
export async function readWholeFile(path: string, mostBytes = 268_435_456): Promise<string> {
  const decoder = new TextDecoder('utf-8');
  const pieces: string[] = [];
  let bytes = 0;
  for await (const piece of await openFile(path)) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new CommandFailure({ code: 'CLI.FILE_TOO_LONG', file: path, most: mostBytes });
    pieces.push(decoder.decode(piece, { stream: true }));
  }
  return pieces.join('') + decoder.decode();
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    return head;
  } finally {
    await handle.close();
  }
}

async function* unpacked(stream: Readable, file: string, kind: string, packedBytes: number): AsyncGenerator<Uint8Array> {
  try {
    yield* bounded(stream, packedBytes, file);
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code ?? '';
    throw /^Z_/.test(code) ? new CommandFailure({ code: 'CLI.ARCHIVE_BROKEN', file, kind, reason: (failure as Error).message }) : readingFailure(failure, file);
  }
}

async function* readable(stream: Readable, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (failure) {
    throw readingFailure(failure, file);
  }
}

function readingFailure(failure: unknown, file: string): unknown {
  if (failure instanceof CommandFailure) return failure;
  const { code } = failure as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new CommandFailure({ code: 'CLI.FILE_NOT_FOUND', file }, ExitStatus.NOT_FOUND);
  return code === undefined ? failure : new CommandFailure({ code: 'CLI.FILE_UNREADABLE', file, reason: code });
}
