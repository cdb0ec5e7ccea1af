// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ProblemError } from '../platform/problem-error.js';

/** What stands first in a backup. */
export interface BackupHeader {
  readonly format: 'fahrplan-backup';
  readonly version: 1;
  readonly createdAt: string;
  /** Names of the migrations that had run, in their order. */
  readonly migrations: readonly string[];
  /** Partitions of tables, with the values that each holds. */
  readonly partitions: readonly { readonly name: string; readonly of: string; readonly bound: string }[];
}

/** What stands before the rows of a table. */
export interface TableHeader {
  readonly table: string;
  readonly columns: readonly string[];
  /** Next numbers of the columns that number themselves. */
  readonly sequences: Readonly<Record<string, { readonly last: string; readonly isUsed: boolean }>>;
}

/** One piece of a backup: a document, or rows as COPY writes them. */
export type Frame = { readonly kind: 'document'; readonly document: Readonly<Record<string, unknown>> } | { readonly kind: 'rows'; readonly rows: Buffer };

const DOCUMENT = 0x4a;
const ROWS = 0x44;
const HEAD_BYTES = 5;
/** No piece that was written is longer. */
const LONGEST_PIECE = 256 * 1024 * 1024;

/** Writes pieces with their length, and at the end the digest of all of them. */
export class FrameWriter {
  private readonly digest = createHash('sha256');

  document(document: object): Buffer {
    return this.frame(DOCUMENT, Buffer.from(JSON.stringify(document)));
  }

  rows(rows: Buffer): Buffer {
    return this.frame(ROWS, rows);
  }

  /** The last piece; nothing may follow it. */
  end(): Buffer {
    return this.frame(DOCUMENT, Buffer.from(JSON.stringify({ sha256: this.digest.copy().digest('hex') })));
  }

  private frame(kind: number, piece: Buffer): Buffer {
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt8(kind, 0);
    head.writeUInt32BE(piece.length, 1);
    this.digest.update(head).update(piece);
    return Buffer.concat([head, piece]);
  }
}

/**
 * Reads the pieces of a backup.
 *
 * @throws ProblemError OPERATION.BACKUP_DAMAGED where it is no backup, was cut off, or is not what was written; at the latest after its last piece
 */
export async function* readFrames(path: string): AsyncGenerator<Frame> {
  const damaged = (reason: string) => new ProblemError({ code: 'OPERATION.BACKUP_DAMAGED', file: path, reason });
  const source = createReadStream(path);
  const unpacked = createGunzip();
  source.once('error', (failure) => unpacked.destroy(failure));
  source.pipe(unpacked);
  let digest = createHash('sha256');
  let hasEnded = false;
  let kept: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
      for (;;) {
        if (kept.length < HEAD_BYTES) break;
        const length = kept.readUInt32BE(1);
        if (length > LONGEST_PIECE) throw damaged('a piece is too long');
        if (kept.length < HEAD_BYTES + length) break;
        if (hasEnded) throw damaged('something follows its end');
        const whole = kept.subarray(0, HEAD_BYTES + length);
        const piece = whole.subarray(HEAD_BYTES);
        kept = kept.subarray(whole.length);
        if (whole[0] === ROWS) yield { kind: 'rows', rows: piece };
        else if (whole[0] === DOCUMENT) {
          const document = documentIn(piece);
          if (document === null) throw damaged('a piece is no JSON');
          hasEnded = 'sha256' in document;
          if (hasEnded && document['sha256'] !== digest.digest('hex')) throw damaged('its digest is another');
          if (hasEnded) digest = createHash('sha256');
          else yield { kind: 'document', document };
        } else throw damaged('a piece is of no known kind');
        digest.update(whole);
      }
    }
  } catch (failure) {
    if (failure instanceof ProblemError) throw failure;
    throw damaged((failure as NodeJS.ErrnoException).code ?? (failure as Error).message);
  } finally {
    source.destroy();
  }
  if (!hasEnded || kept.length > 0) throw damaged('it was cut off');
}

function documentIn(piece: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(piece.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
