// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killDatabase, killProgram } from './kills.js';
import { fillDisk } from './full-disk.js';
import type { Fault } from './fault.js';

/** `npm run faults -- [--only NAME[,NAME]] [--times N] [--seed N]`: breaks things under running imports, and says whether anything was lost, half done or done twice. */
const FAULTS: Readonly<Record<string, Fault>> = { 'kill-program': killProgram, 'kill-database': killDatabase, 'full-disk': fillDisk };

const { values } = parseArgs({ options: { only: { type: 'string' }, times: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } } });
const wanted = values.only?.split(',').map((name) => name.trim()) ?? Object.keys(FAULTS);
const unknown = wanted.find((name) => FAULTS[name] === undefined);
const [times, seed] = [Number(values.times), Number(values.seed)];
if (unknown !== undefined || !Number.isInteger(times) || times < 1 || times > 1_000 || !Number.isInteger(seed)) {
  console.error(`There are: ${Object.keys(FAULTS).join(', ')}. --times takes 1 to 1000, --seed a whole number.`);
  process.exit(2);
}
let failed = 0;
for (const name of wanted) {
  const folder = await mkdtemp(join(tmpdir(), 'fahrplan-faults-'));
  console.log(`== ${name} (seed ${seed})`);
  try {
    const outcomes = await FAULTS[name]!({ folder, times, seed, say: (line) => console.log(`   ${line}`) });
    const wrong = outcomes.filter((outcome) => outcome.wrong !== null);
    failed += wrong.length;
    for (const { what, wrong: reason } of wrong) console.log(`   ✗ ${what}: ${reason}`);
    console.log(`   ${outcomes.length - wrong.length} of ${outcomes.length} as they should be`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
process.exit(failed === 0 ? 0 : 1);
