// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { inputOf, type FuzzReport } from './fuzz.worker.js';
import { targets } from './targets.js';

/**
 * `npm run fuzz -- [--inputs N] [--seed N] [--only NAME[,NAME]] [--show NAME:INDEX]`: damaged files and texts for every parser. Each has to be read or refused: no throw, none that takes longer than
 * ten seconds, none that needs more than 512 MB. A fault is named by its number, and `--show` writes that input to standard output.
 */
const { values } = parseArgs({ options: { inputs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' }, only: { type: 'string' }, show: { type: 'string' } } });
const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
const names = values.only?.split(',') ?? Object.keys(targets);
if (!Number.isInteger(inputs) || inputs < 1 || !Number.isInteger(seed) || names.some((name) => targets[name] === undefined)) {
  console.error(`There are: ${Object.keys(targets).join(', ')}. --inputs and --seed take whole numbers.`);
  process.exit(2);
}
if (values.show !== undefined) {
  const [name = '', index] = values.show.split(':');
  process.stdout.write(inputOf(name, seed, Number(index)));
  process.exit(0);
}

const BATCH = 5_000;
const LONGEST_INPUT_MS = 10_000;
const MOST_HEAP_MB = 512;

/** Runs a part of the inputs in a thread; one that gets stuck or grows too large is ended, and the next begins behind its input. */
async function run(target: string, from: number, until: number): Promise<FuzzReport> {
  const at = new SharedArrayBuffer(4);
  const place = new Int32Array(at);
  const worker = new Worker(new URL('./fuzz.worker.js', import.meta.url), { workerData: { target, seed, from, until, at }, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } });
  let report: FuzzReport | undefined;
  let broken: string | undefined;
  worker.once('message', (told: FuzzReport) => (report = told));
  worker.once('error', (failure) => (broken = failure.message));
  let hasEnded = false;
  const ended = new Promise<void>((resolve) =>
    worker.once('exit', () => {
      hasEnded = true;
      resolve();
    }),
  );
  let seen = -1;
  let since = performance.now();
  Atomics.store(place, 0, -2);
  while (!hasEnded) {
    await Promise.race([ended, sleep(250)]);
    const now = Atomics.load(place, 0);
    if (now !== seen) [seen, since] = [now, performance.now()];
    if (now >= 0 && report === undefined && performance.now() - since > LONGEST_INPUT_MS) {
      broken = `takes longer than ${LONGEST_INPUT_MS / 1_000} s`;
      await worker.terminate();
    }
  }
  if (report) return report;
  const index = Atomics.load(place, 0);
  if (index < from) throw new Error(`the thread for ${target} does not even begin: ${broken}`);
  const fault = { index, message: broken ?? 'ended its thread' };
  const before = index > from ? await run(target, from, index) : { accepted: 0, refused: 0, faults: [] };
  const after = index + 1 < until ? await run(target, index + 1, until) : { accepted: 0, refused: 0, faults: [] };
  return { accepted: before.accepted + after.accepted, refused: before.refused + after.refused, faults: [...before.faults, fault, ...after.faults] };
}

const shares = names.reduce((sum, name) => sum + targets[name]!.share, 0);
let [total, faults] = [0, 0];
for (const name of names) {
  const count = Math.ceil((inputs * targets[name]!.share) / shares);
  const begunAt = performance.now();
  const readable = await Promise.all(targets[name]!.samples.map(async (sample) => targets[name]!.read(sample)));
  if (!readable.includes(true)) {
    faults++;
    console.log(`   ✗ ${name}: none of its samples can be read, so that nothing behind the door is tried`);
  }
  const sum = { accepted: 0, refused: 0, faults: [] as FuzzReport['faults'][number][] };
  for (let from = 0; from < count; from += BATCH) {
    const part = await run(name, from, Math.min(count, from + BATCH));
    sum.accepted += part.accepted;
    sum.refused += part.refused;
    sum.faults.push(...part.faults);
  }
  total += count;
  faults += sum.faults.length;
  console.log(`${name}: ${count} inputs, ${sum.accepted} read, ${sum.refused} refused, ${sum.faults.length} faults, ${((performance.now() - begunAt) / 1_000).toFixed(0)} s`);
  const kinds = new Map<string, typeof sum.faults>();
  for (const fault of sum.faults) kinds.set(fault.message, [...(kinds.get(fault.message) ?? []), fault]);
  for (const [message, alike] of [...kinds].slice(0, 10)) console.log(`   ✗ ${name}:${alike[0]!.index} (${alike.length}×) ${message}`);
}
console.log(`${total} inputs, ${faults} faults (seed ${seed})`);
process.exit(faults === 0 ? 0 : 1);
