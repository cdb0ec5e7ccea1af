// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../apps/api/src/platform/database/embedded-postgres.js';
import type { BenchContext, BenchResult } from './benchmark.js';
import { benchMatching } from './matching.bench.js';

export const name = 'matching';

/** Recognising raw titles: our matcher against set-based SQL with pg_trgm, in names per second at the correctness that the note states. */
export async function run(context: BenchContext): Promise<BenchResult[]> {
  const folder = join(context.scratchFolder, 'matching');
  await mkdir(folder, { recursive: true });
  const server = await openEmbeddedPostgres(folder);
  const client = new pg.Client(server.connection);
  try {
    await client.connect();
    const { ours, rival, ratio } = await benchMatching(client);
    const shown = (side: typeof ours) => `${Math.round(side.namesPerSecond.median)} names/s, ${(100 * side.right01).toFixed(1)} % right, ${(100 * side.wrong01).toFixed(2)} % wrong`;
    const spread = `${(ours.namesPerSecond.lowest / rival.namesPerSecond.highest).toFixed(2)}–${(ours.namesPerSecond.highest / rival.namesPerSecond.lowest).toFixed(2)}`;
    return [{ benchmark: 'matching 50,000 titles / pg_trgm', ours: shown(ours), rival: shown(rival), ratio, goal: '≥ 10', spread, note: 'Names per second by those of pg_trgm.' }];
  } finally {
    await client.end();
    await server.close();
  }
}
