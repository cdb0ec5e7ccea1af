// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { reachesGoal, type Benchmark, type BenchResult } from './benchmark.js';

/** `npm run bench -- [--only NAME[,NAME]] [--rounds N] [--json FILE]`: runs the benchmarks one after the other and prints their ratios. */
const { values } = parseArgs({ options: { only: { type: 'string' }, rounds: { type: 'string', default: '5' }, json: { type: 'string' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100) {
  console.error('--rounds takes a whole number from 1 to 100.');
  process.exit(2);
}
const rootFolder = process.cwd();
const scratchFolder = resolve('.bench');
await mkdir(scratchFolder, { recursive: true });

const wanted = values.only?.split(',').map((name) => name.trim());
const benchmarks = await findBenchmarks();
const chosen = benchmarks.filter(({ name }) => wanted?.some((start) => name.startsWith(start)) ?? true);
if (chosen.length === 0) {
  console.error(`There is no such benchmark. There are: ${benchmarks.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const results: BenchResult[] = [];
for (const { name, run } of chosen) {
  console.error(`== ${name}`);
  for (const result of await run({ rootFolder, scratchFolder, rounds, say: (line) => console.error(`   ${line}`) })) results.push(result);
}
console.table(results.map(({ note, ...row }) => ({ ...row, ratio: Number(row.ratio.toFixed(2)), reached: { true: 'yes', false: 'no', null: '–' }[String(reachesGoal(row.ratio, row.goal))] })));
for (const { benchmark, note } of results) if (note) console.log(`${benchmark}: ${note}`);
const file = values.json ?? join(scratchFolder, 'results.json');
await writeFile(file, `${JSON.stringify({ node: process.version, machine: `${process.platform} ${process.arch}`, rounds, results }, null, 2)}\n`);
console.log(`JSON: ${file}`);

/** Every `*.bench.js` in this folder and below it that exports a name and a run; sorted by name. */
async function findBenchmarks(): Promise<Benchmark[]> {
  const files = (await readdir(import.meta.dirname, { recursive: true })).filter((file) => file.endsWith('.bench.js'));
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(import.meta.dirname, file)).href) as Promise<Partial<Benchmark>>));
  return modules.filter((module): module is Benchmark => typeof module.name === 'string' && typeof module.run === 'function').sort((a, b) => (a.name < b.name ? -1 : 1));
}
