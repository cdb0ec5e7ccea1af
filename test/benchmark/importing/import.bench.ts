// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchContext, BenchResult } from '../benchmark.js';
import { medianOf, rangeOf } from '../benchmark.js';
import { inventoryFile } from './inventory-file.js';
import { openImportServer, type ImportFigures, type ImportServer } from './import-server.js';
import { openBareTable, type BareTable } from './psql-copy.js';

export const name = 'import';

const ROWS = 1_000_000;
const CURVE = [100_000, 1_000_000, 3_000_000];
const FIRST_GOAL = '≤ 6';
const AGAIN_GOAL = '≤ 4';
/** What the fixed part of the program and of its dictionaries may move while the file grows thirtyfold. */
const FLAT_GOAL = '≤ 1.5';

/** A first load and the same inventory again against `psql \copy` of the same file into a bare table on the same server; memory over the size of the file. */
export async function run(context: BenchContext): Promise<BenchResult[]> {
  const folder = join(context.scratchFolder, 'import');
  await mkdir(folder, { recursive: true });
  const server = await openImportServer(join(folder, 'data'));
  try {
    const bare = await openBareTable(server.connection);
    const results = await againstCopy(context, server, bare, await inventoryFile(folder, ROWS));
    return [...results, await memoryCurve(context, server, folder)];
  } finally {
    await server.close();
    await rm(join(folder, 'data'), { recursive: true, force: true });
  }
}

/** Both sides take turns, on a database that is empty again before each first load. */
async function againstCopy(context: BenchContext, server: ImportServer, bare: BareTable, file: string): Promise<BenchResult[]> {
  const rounds: { copy: number; first: ImportFigures; again: ImportFigures }[] = [];
  await bare.copy(file); // warms the file
  for (let round = 0; round < context.rounds; round++) {
    const copyBefore = await bare.copy(file);
    await server.empty();
    const first = await server.importFile(file, 'first');
    const copyBetween = await bare.copy(file);
    const again = await server.importFile(file, 'unchanged');
    const copyAfter = await bare.copy(file);
    rounds.push({ copy: medianOf([copyBefore, copyBetween, copyAfter]), first, again });
    context.say(`round ${round + 1}: \\copy ${seconds(rounds.at(-1)!.copy)}, first ${seconds(first.milliseconds)}, again ${seconds(again.milliseconds)}`);
    if (round === 0) await requireSameRows(server, bare);
    if (first.added !== ROWS || again.unchanged !== ROWS) throw new Error(`rows: ${JSON.stringify({ first, again })}`);
  }
  const result = (what: 'first' | 'again', benchmark: string, goal: string): BenchResult => {
    const ratios = rounds.map((round) => round[what].milliseconds / round.copy);
    return {
      benchmark,
      ours: `${seconds(medianOf(rounds.map((round) => round[what].milliseconds)))}, ${Math.max(...rounds.map((round) => round[what].peakMebibytes ?? 0))} MiB`,
      rival: seconds(medianOf(rounds.map((round) => round.copy))),
      ratio: medianOf(ratios),
      goal,
      spread: rangeOf(ratios),
      note: 'Time of the whole import (parse, stage, merge, match, commit) by time of `psql \\copy` into a table without keys.',
    };
  };
  return [result('first', `import ${ROWS.toLocaleString('en')} rows, first / psql \\copy`, FIRST_GOAL), result('again', `import ${ROWS.toLocaleString('en')} rows, unchanged / psql \\copy`, AGAIN_GOAL)];
}

/** What was imported, spelled out again, is what `\copy` put into its table, row for row. */
async function requireSameRows(server: ImportServer, bare: BareTable): Promise<void> {
  const [ours, theirs] = [await server.digest(), await bare.digest()];
  if (ours !== theirs) throw new Error(`the sides hold different rows: ${ours} and ${theirs}`);
}

async function memoryCurve(context: BenchContext, server: ImportServer, folder: string): Promise<BenchResult> {
  const peaks: number[] = [];
  for (const rows of CURVE) {
    await server.empty();
    const { milliseconds, peakMebibytes } = await server.importFile(await inventoryFile(folder, rows), 'first');
    peaks.push(peakMebibytes ?? NaN);
    context.say(`${rows.toLocaleString('en')} rows: ${seconds(milliseconds)}, peak ${peakMebibytes} MiB`);
  }
  const ratio = peaks.at(-1)! / peaks[1]!;
  return {
    benchmark: 'import, memory over rows',
    ours: CURVE.map((rows, at) => `${rows / 1_000_000} M: ${peaks[at]} MiB`).join(', '),
    rival: '',
    ratio,
    goal: FLAT_GOAL,
    spread: '',
    note: 'Highest resident memory of the process at 3 M rows by that at 1 M; the machines named grow with the rows, 50 rows each.',
  };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`;
}
