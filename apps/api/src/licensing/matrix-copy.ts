// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ok, unwrap } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import { writeWhole } from '../platform/write-whole.js';
import { CompatibilityRepository } from './compatibility.repository.js';

/** The data folder, in which the command line finds the copy. */
export const COPY_FOLDER = Symbol('COPY_FOLDER');

const FILE_NAME = 'compatibility-matrix.json';

/**
 * Keeps a copy of the newest matrix in the data folder: the commands that work on files answer from it without a server, and agree with the server. The
 * database is what counts; the copy is made again at every start.
 */
@Injectable()
export class MatrixCopy {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    private readonly matrices: CompatibilityRepository,
    @Inject(COPY_FOLDER) private readonly folder: string,
  ) {}

  /** Makes the copy equal to the database, one call after the other, so that the newest stays; a reader sees the old one or the new one, whole. */
  renew(): Promise<void> {
    this.last = this.last.catch(() => undefined).then(() => this.write());
    return this.last;
  }

  private async write(): Promise<void> {
    const matrix = unwrap(await this.transactions.run(async () => ok(await this.matrices.matrix())));
    const path = join(this.folder, FILE_NAME);
    if (matrix === undefined) return rm(path, { force: true });
    await writeWhole(path, JSON.stringify({ source: matrix.source, entries: matrix.entries() }));
  }
}
