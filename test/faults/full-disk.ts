// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Outcome } from './fault.js';
import { ProgramProcess, type EndedJob } from '../support/program-process.js';
import { contradiction, stateOf } from './stored-state.js';

const DISK_MEGABYTES = 420;
const LINES = (hosts: number) => `Rechner;Software;Version\n${Array.from({ length: hosts }, (_, host) => Array.from({ length: 100 }, (_, k) => `pc-${host};Programm ${(host * 13 + k * 7) % 1_500};${k % 9}\n`).join('')).join('')}`;

type Refused = Pick<EndedJob, 'status' | 'problem'>;

const refusal = (failure: Error): Refused => ({ status: 'REFUSED', problem: { code: failure.message } });

/** A data folder on a disk (in memory) that is too small: the file, or its import, finds no room; when there is room again, all goes on. */
export const fillDisk: Fault = async ({ folder, say }) => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m,mode=755`, 'fahrplan-faults', disk]).status !== 0) {
    say('skipped: a small disk can only be mounted by root');
    return [];
  }
  const program = await ProgramProcess.start(disk).catch((failure: unknown) => {
    spawnSync('umount', ['-l', disk]);
    throw failure;
  });
  const outcomes: Outcome[] = [];
  const expect = (what: string, holds: boolean, found: string) => {
    outcomes.push({ what, wrong: holds ? null : found });
    say(`${holds ? '✓' : '✗'} ${what}${holds ? '' : `: ${found}`}`);
  };
  try {
    const small = await program.import('Klein', LINES(100));
    const before = await stateOf(disk, 'Klein');
    expect('a small inventory fits', small.status === 'DONE', JSON.stringify(small));
    const strikes: Readonly<Record<string, () => Promise<Refused>>> = {
      'before the import begins': async () => {
        await leave(disk, 12);
        return program.import('Groß', LINES(3_000)).catch(refusal);
      },
      'in the middle of the import': async () => {
        const id = await program.begin('Groß', LINES(3_000));
        while ((await program.stepOf(id)) === null) await sleep(20);
        await leave(disk, 3);
        return program.ended(id);
      },
      'for the file itself': async () => {
        await leave(disk, 12);
        return program.import('Groß', LINES(12_000)).catch(refusal);
      },
    };
    for (const [what, hit] of Object.entries(strikes)) {
      const job = await hit();
      expect(`no room ${what}: a clear problem`, job.status !== 'DONE' && (job.problem?.code === 'PLATFORM.DISK_FULL' || job.problem?.code === 'PLATFORM.DATABASE_LOST'), JSON.stringify(job));
      await rm(join(disk, 'ballast'), { force: true });
      const again = await program.import('Klein', LINES(100)).catch(refusal);
      expect('with room again, the program goes on', again.status === 'DONE', JSON.stringify(again));
      const wrong = (await contradiction(disk)) ?? ((await stateOf(disk, 'Klein')).startsWith(before.split(' / ')[0]!) ? null : 'the small inventory is not as it was');
      expect('nothing is half stored', wrong === null, String(wrong));
    }
    return outcomes;
  } finally {
    await program.stop();
    spawnSync('umount', ['-l', disk]);
  }
};

/** Fills the disk up to so many megabytes. */
async function leave(disk: string, megabytes: number): Promise<void> {
  const { stdout } = spawnSync('df', ['--output=avail', '-B1048576', disk], { encoding: 'utf8' });
  const free = Number.parseInt(stdout.split('\n')[1] ?? '0', 10);
  await writeFile(join(disk, 'ballast'), Buffer.alloc(Math.max(0, free - megabytes) * 1_048_576)).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'ENOSPC') throw failure; // the database was quicker: as full as can be
  });
}
