// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ProgramProcess } from '../support/program-process.js';

/**
 * What inventories of different sizes ask for: the real program with its own PostgreSQL on an empty folder, one inventory imported, the same one again, then a scoring run. Prints a table: time, the program's and the database's memory
 * at most, what lies on the disk.
 *
 *     npm run sizing -- --installations 100000,1000000
 */
const { values: given } = parseArgs({ options: { installations: { type: 'string', default: '100000,1000000' } } });
const TITLES = 4_000;
const PER_HOST = 100;
const DEPARTMENTS = 60;
/** Some that the catalogue knows, so that there is something to score; nobody knows the others. */
const KNOWN = ['Microsoft Office Professional Plus 2019', 'Microsoft SQL Server 2019', 'Microsoft Exchange Server 2019', 'Microsoft Visio Professional', 'Adobe Acrobat Pro', 'Adobe Photoshop 2023', 'WinZip', 'TeamViewer', 'Oracle Database', 'Microsoft Project'];

/** An inventory as client management exports it: a hundred titles on each machine, some everywhere, most on few. */
function inventory(installations: number): string {
  const lines = ['Rechner;Software;Hersteller;Version;Amt\n'];
  for (let host = 0; host < installations / PER_HOST; host++) {
    for (let k = 0; k < PER_HOST; k++) {
      const title = k < PER_HOST / 2 ? k : (host * 31 + k * 97 + ((host * k) % 53) * 71) % TITLES;
      lines.push(`pc-${host};${KNOWN[title] ?? `Anwendung ${title} Professional`};Hersteller ${title % 300};${(title + host) % 7}.${k % 10}.${title % 40};Amt ${host % DEPARTMENTS}\n`);
    }
  }
  return lines.join('');
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 ** 2);
const peakOf = async (pid: number) => Number(/VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
const onDisk = (folder: string) => Number(execFileSync('du', ['-sb', folder], { encoding: 'utf8' }).split('\t')[0]);

/** Processes of the database at the moment, shared memory counted once. */
async function databaseMemory(postmaster: number): Promise<number> {
  const pids = [postmaster, ...execFileSync('ps', ['--ppid', String(postmaster), '-o', 'pid='], { encoding: 'utf8' }).split('\n').map(Number).filter((pid) => pid > 0)];
  const parts = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/smaps_rollup`, 'utf8').then((text) => Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0), () => 0)));
  return parts.reduce((sum, part) => sum + part, 0) * 1024;
}

async function measure(installations: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fahrplan-sizing-'));
  const program = await ProgramProcess.start(folder);
  try {
    const content = inventory(installations);
    const pid = await program.databasePid();
    let databasePeak = 0;
    const look = setInterval(() => void databaseMemory(pid).then((bytes) => (databasePeak = Math.max(databasePeak, bytes))), 500);
    const timed = async (work: () => Promise<{ readonly status: string; readonly problem: unknown }>) => {
      const begunAt = performance.now();
      const { status, problem } = await work();
      if (status !== 'DONE') throw new Error(JSON.stringify({ status, problem }));
      return ((performance.now() - begunAt) / 1_000).toFixed(1);
    };
    const first = await timed(() => program.import('Inventar', content));
    const again = await timed(() => program.import('Inventar', `${content}\n`)); // not the same file, or it is recognised
    const scoring = await timed(async () => {
      const { startScoringRun } = await program.ask<{ startScoringRun: { job: { id: string } } }>('mutation { startScoringRun(input: {}) { ... on StartScoringRunSuccess { job { id } } ... on Problem { code message } } }');
      return program.ended(startScoringRun.job.id);
    });
    clearInterval(look);
    const row = [installations, megabytes(content.length), first, again, scoring, megabytes(await peakOf(program.pid)), megabytes(databasePeak), megabytes(onDisk(join(folder, 'postgres')))];
    return `| ${row.join(' | ')} |`;
  } finally {
    await program.stop('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}

console.log(`${cpus().length} × ${cpus()[0]?.model}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`);
console.log('| installations | file MB | import s | again s | scoring s | program MB | database MB | on disk MB |\n| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const installations of given.installations.split(',').map(Number)) console.log(await measure(installations));
