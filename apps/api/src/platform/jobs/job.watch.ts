// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Progress is written down four times a second at most; looking as often misses nothing that matters. */
const LOOK_EVERY_MS = 250;
const ENDED = new Set(['DONE', 'FAILED', 'CANCELLED']);

interface Standing {
  readonly status: string;
  /** Differs where anything of the job does. */
  readonly state: string;
}

/**
 * Tells whoever watches a job how far it is. Jobs run in any process on the same database, so that is where it looks: one small read for all who watch the same job
 * would save little, for few do, and only while it runs.
 */
@Injectable()
export class JobWatch {
  constructor(private readonly source: DataSource) {}

  /** Yields the job's id at once and after each change, the last time when it has ended; nothing for a job that is not there. */
  async *changesOf(id: string): AsyncGenerator<string> {
    let last: string | undefined;
    for (;;) {
      const standing = await this.standingOf(id);
      if (standing === null) return;
      if (standing.state !== last) yield id;
      last = standing.state;
      if (ENDED.has(standing.status)) return;
      await sleep(LOOK_EVERY_MS);
    }
  }

  private async standingOf(id: string): Promise<Standing | null> {
    const [row] = (await this.source.query("SELECT status, concat_ws(' ', status, step, done, total) AS state FROM job WHERE id = $1", [id])) as Standing[];
    return row ?? null;
  }
}
