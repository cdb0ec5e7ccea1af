// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { isDiskFull } from '../platform/database/broken.js';
import type { Upload } from './import-summary.js';
import { UploadRepository } from './upload.repository.js';

/** Folder in which files wait for their import. */
export const UPLOAD_FOLDER = Symbol('UPLOAD_FOLDER');

const LONGEST_WAIT_MS = 86_400_000;
/** Larger files are taken for a mistake. */
const MOST_BYTES = 64 * 1024 ** 3;

/** What a database needs for a byte of a file: rows, keys, indexes, and the log of writing them; packed files unpack to more. */
const ROOM_PER_BYTE = 5;
const LEAST_ROOM = 48 * 1024 ** 2;

class TooLarge extends Error {}
class Cut extends Error {}

/** Whether whoever sent it went away in between. */
function isBrokenOff(failure: unknown): boolean {
  return ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ECONNABORTED', 'HPE_INVALID_EOF_STATE'].includes((failure as { code?: string }).code ?? '') || (failure as Error).message === 'aborted';
}

/** Takes a file as a stream into the upload folder; nothing of it is kept in memory. */
@Injectable()
export class ReceiveUpload {
  constructor(
    @Inject(UPLOAD_FOLDER) private readonly folder: string,
    private readonly uploads: UploadRepository,
  ) {}

  /**
   * @param announcedBytes what whoever sends it says is its length; null where nobody says
   * @returns the file, or why nothing of it was kept: `IMPORTING.UPLOAD_TOO_LARGE`, `IMPORTING.UPLOAD_CUT`, `PLATFORM.DISK_FULL`
   */
  async execute(body: Readable, fileName: string, announcedBytes: number | null = null): Promise<Result<{ readonly upload: Upload; readonly bytes: number }, Problem>> {
    if ((announcedBytes ?? 0) > MOST_BYTES) return err({ code: 'IMPORTING.UPLOAD_TOO_LARGE', file: fileName, most: MOST_BYTES });
    await mkdir(this.folder, { recursive: true });
    await this.discardOld();
    const id = randomUUID();
    const digest = createHash('sha256');
    let bytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        digest.update(chunk);
        bytes += chunk.length;
        if (bytes > MOST_BYTES) done(new TooLarge());
        else done(null, chunk);
      },
    });
    try {
      await pipeline(body, measure, createWriteStream(this.pathOf(id), { flags: 'wx' }));
      if (announcedBytes !== null && bytes !== announcedBytes) throw new Cut();
      const upload = { id, fileName, sha256: digest.digest('hex') };
      await this.uploads.add(upload, bytes);
      return ok({ upload, bytes });
    } catch (failure) {
      await rm(this.pathOf(id), { force: true });
      if (failure instanceof TooLarge) return err({ code: 'IMPORTING.UPLOAD_TOO_LARGE', file: fileName, most: MOST_BYTES });
      if (failure instanceof Cut || isBrokenOff(failure)) return err({ code: 'IMPORTING.UPLOAD_CUT', file: fileName, bytes });
      if (isDiskFull(failure)) return err({ code: 'PLATFORM.DISK_FULL' });
      throw failure;
    }
  }

  /** Removes a file that nobody will ask for again. */
  async discard(uploadId: string): Promise<void> {
    await rm(this.pathOf(uploadId), { force: true });
    await this.uploads.remove(uploadId);
  }

  /** Whether the file still waits. */
  async isThere(uploadId: string): Promise<boolean> {
    return access(this.pathOf(uploadId)).then(
      () => true,
      () => false,
    );
  }

  /**
   * Whether the disk of the data folder has room for importing the file, where the database lies on it: a database server whose disk runs full stops as a whole,
   * so that is not put to the test.
   */
  async hasRoomFor(uploadId: string): Promise<boolean> {
    const [{ size }, disk] = await Promise.all([stat(this.pathOf(uploadId)), statfs(this.folder)]);
    return disk.bavail * disk.bsize >= size * ROOM_PER_BYTE + LEAST_ROOM;
  }

  /** Removes files that came in more than a day ago; until then an import may be tried again with another mapping. */
  async discardOld(): Promise<void> {
    const oldest = Date.now() - LONGEST_WAIT_MS;
    await this.uploads.removeOlderThan(LONGEST_WAIT_MS);
    for (const name of await readdir(this.folder).catch(() => [])) {
      const { mtimeMs } = await stat(this.pathOf(name)).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < oldest) await this.discard(name);
    }
  }

  pathOf(uploadId: string): string {
    return join(this.folder, uploadId);
  }
}
