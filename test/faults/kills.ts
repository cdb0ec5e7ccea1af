// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '#kernel';
import type { Fault, FaultContext, Outcome } from './fault.js';
import { ProgramProcess } from '../support/program-process.js';
import { contradiction, stateOf } from './stored-state.js';

const HOSTS = 400;
const TITLES_PER_HOST = 100;

/** An inventory, and the newer one of the same source; names come and go with the turn, so that each import has new ones. */
function inventories(turn: number): readonly [string, string] {
  const inventory = (version: number) =>
    `Rechner;Software;Version;Datum\n${Array.from({ length: HOSTS }, (_, host) => Array.from({ length: TITLES_PER_HOST }, (_, k) => `pc-${host + version * 20};Programm ${(host * 13 + k * 7 + version) % 1_500} T${k === 0 ? turn : 0};${(k + version) % 9};2024-0${1 + (k % 9)}-01\n`).join('')).join('')}`;
  return [inventory(0), inventory(1)];
}

/** SIGKILL to the program at random moments of an import; then it is started again. */
export const killProgram: Fault = (context) =>
  strike(context, async (program) => {
    await program.kill();
    return ProgramProcess.start(context.folder);
  });

/** SIGKILL to the database server at random moments of an import; the program has to bring it up again. */
export const killDatabase: Fault = (context) =>
  strike(context, async (program) => {
    process.kill(await program.databasePid(), 'SIGKILL');
    return program;
  });

async function strike({ folder, times, seed, say }: FaultContext, hit: (program: ProgramProcess) => Promise<ProgramProcess>): Promise<Outcome[]> {
  const random = seededRandom(seed);
  const outcomes: Outcome[] = [];
  let program = await ProgramProcess.start(folder);
  try {
    const { before, after, milliseconds } = await undisturbed(program, folder);
    say(`an import takes ${(milliseconds / 1_000).toFixed(1)} s undisturbed`);
    for (let turn = 1; turn <= times; turn++) {
      const source = `Quelle ${turn}`;
      const [first, second] = inventories(turn);
      await program.import(source, first);
      const id = await program.begin(source, second);
      const momentMs = Math.round(random() * milliseconds * 1.1);
      await sleep(momentMs);
      program = await hit(program);
      const job = await program.ended(id);
      const state = await stateOf(folder, source);
      const expected = job.status === 'DONE' ? after : before;
      const wrong = job.status === 'NEVER ENDED' || job.problem?.code === 'INTERNAL' || state !== expected ? `the job is ${job.status} ${job.problem?.code ?? ''}, stored is ${state}, expected ${expected}` : await contradiction(folder);
      outcomes.push({ what: `strike ${turn}, after ${momentMs} ms`, wrong });
      if (wrong !== null) for (const line of program.complaints.filter((one) => one.includes('a job failed')).slice(-1)) say(`  ${line.slice(0, 800)}`);
      say(`strike ${turn} after ${momentMs} ms: ${job.status}${job.problem ? ` ${job.problem.code}` : ''}${wrong === null ? '' : `  ✗ ${wrong}`}`);
    }
    return outcomes;
  } finally {
    await program.stop();
  }
}

/** The same two imports without a fault: what is stored after the first and after the second, and how long the second takes. */
async function undisturbed(program: ProgramProcess, folder: string): Promise<{ before: string; after: string; milliseconds: number }> {
  const [first, second] = inventories(0);
  await program.import('Ungestört', first);
  const before = await stateOf(folder, 'Ungestört');
  const startedAt = performance.now();
  await program.import('Ungestört', second);
  return { before: before, after: await stateOf(folder, 'Ungestört'), milliseconds: performance.now() - startedAt };
}
