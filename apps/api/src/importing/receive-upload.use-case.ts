// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Upload } from './import-summary.js';
import { UploadRepository } from './upload.repository.js';

/** Folder in which files wait for their import. */
export const UPLOAD_FOLDER = Symbol('UPLOAD_FOLDER');

const LONGEST_WAIT_MS = 86_400_000;

/** Takes a file as a stream into the upload folder; nothing of it is kept in memory. */
@Injectable()
export class ReceiveUpload {
  constructor(
    @Inject(UPLOAD_FOLDER) private readonly folder: string,
    private readonly uploads: UploadRepository,
  ) {}

  async execute(body: Readable, fileName: string): Promise<{ readonly upload: Upload; readonly bytes: number }> {
    await mkdir(this.folder, { recursive: true });
    await this.discardOld();
    const id = randomUUID();
    const digest = createHash('sha256');
    let bytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        digest.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(body, measure, createWriteStream(this.pathOf(id), { flags: 'wx' }));
      const upload = { id, fileName, sha256: digest.digest('hex') };
      await this.uploads.add(upload, bytes);
      return { upload, bytes };
    } catch (failure) {
      await rm(this.pathOf(id), { force: true });
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

  /** Removes files that came in more than a day ago; until then an import may be tried again with another mapping. */
  async discardOld(): Promise<void> {
    const oldest = Date.now() - LONGEST_WAIT_MS;
    for (const name of await readdir(this.folder).catch(() => [])) {
      const { mtimeMs } = await stat(this.pathOf(name)).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs < oldest) await this.discard(name);
    }
  }

  pathOf(uploadId: string): string {
    return join(this.folder, uploadId);
  }
}
