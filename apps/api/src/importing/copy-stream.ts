// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COPY_HEADER, COPY_TRAILER } from './copy-rows.js';

/** A binary COPY under way on the connection of a transaction, which can do nothing else until it has ended. */
export class CopyStream {
  private readonly stream;
  private readonly ended: Promise<void>;
  private wake: (() => void) | null = null;
  private failure: Error | null = null;

  /** @param into table and columns */
  constructor(client: pg.ClientBase, into: string) {
    this.stream = client.query(copyFrom(`COPY ${into} FROM STDIN (FORMAT binary)`));
    this.ended = new Promise((resolve) => {
      this.stream.once('finish', resolve).once('close', resolve);
      this.stream.on('error', (failure: Error) => {
        this.failure ??= failure;
        this.wake?.();
        resolve();
      });
    });
    this.stream.on('drain', () => this.wake?.());
    this.stream.write(COPY_HEADER);
  }

  /** Hands rows on; waits where the database is behind. */
  async write(rows: Buffer): Promise<void> {
    if (this.failure) throw this.failure;
    if (rows.length === 0 || this.stream.write(rows)) return;
    await new Promise<void>((resolve) => (this.wake = resolve));
    this.wake = null;
    if (this.failure) throw this.failure as Error;
  }

  /** Ends it, so that the connection is free again; also where nothing of it is wanted any more. */
  async end(): Promise<void> {
    if (!this.failure && !this.stream.writableEnded) this.stream.end(COPY_TRAILER);
    await this.ended;
    if (this.failure) throw this.failure;
  }
}
