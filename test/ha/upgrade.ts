// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProgramProcess } from '../support/program-process.js';
import { PASSWORD, PostgresServer } from './postgres-server.js';
import { beginLongImport, examine } from './program-set.js';
import { freePorts } from '../support/free-ports.js';
import { judge, type Trial } from './trial.js';
import { WriteLoad } from './write-load.js';

const ROOT = join(import.meta.dirname, '../../..');
/** An older version may not know of two roles. */
const ONE_ROLE = 'OPERATION.ROLES_NOT_SEPARATED';
const WRITERS = 4;
/** Between two steps of the upgrade, as somebody takes who looks whether all is well. */
const PAUSE_MS = 3_000;

const run = (command: string, options: readonly string[], cwd: string): string => {
  const { status, stdout, stderr, error } = spawnSync(command, options, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')}: ${error?.message ?? stderr}`);
  return stdout.trim();
};

/** The program of a commit, compiled with the packages of today. */
function buildOlder(commit: string, folder: string): string {
  mkdirSync(folder);
  run('sh', ['-c', 'git -C "$1" archive "$2" | tar -x -C "$3"', 'sh', ROOT, commit, folder], ROOT);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const only = ['--only', '**/*.ts', '--ignore', '**/*.spec.ts', '--ignore', 'apps/web/**', '--quiet'];
  run(join(ROOT, 'node_modules/.bin/swc'), ['apps', 'libs', 'database', '-d', 'dist', ...only], folder);
  return join(folder, 'dist/apps/api/src');
}

/** Two servers and two workers of an older version, replaced one after the other as the guide says, under load: nobody may notice. */
export const upgradeInTurn: Trial = async ({ folder, user, seconds, from, say }) => {
  const commit = from ?? `${run('git', ['log', '-1', '--format=%h', '--diff-filter=A', '--', 'database/migrations'], ROOT)}^`;
  const older = buildOlder(commit, join(folder, 'older'));
  const [port] = (await freePorts(1)) as [number];
  const database = new PostgresServer('only', port, folder, user);
  database.initialise();
  await database.start();
  await database.query(`CREATE ROLE fahrplan LOGIN PASSWORD '${PASSWORD}'`);
  await database.query('CREATE DATABASE fahrplan OWNER fahrplan');
  const url = `postgres://fahrplan:${PASSWORD}@${database.at}/fahrplan`;
  const data = join(folder, 'program');
  mkdirSync(data);
  const settings = { DATABASE_URL: url, FAHRPLAN_WORKERS: 'off', FAHRPLAN_DRAIN_SECONDS: '2' };
  const all: ProgramProcess[] = [];
  const start = async (entry: 'main' | 'worker', program?: string) => {
    const one = await ProgramProcess.start(data, settings, entry, program);
    all.push(one);
    return one;
  };
  try {
    const servers = [await start('main', older), await start('main', older)];
    const workers = [await start('worker', older), await start('worker', older)];
    const migrations = () => database.query<{ name: string }>('SELECT name FROM migration', [], 'fahrplan');
    const before = (await migrations()).length;
    say(`two servers and two workers of ${run('git', ['log', '-1', '--format=%h %s', commit], ROOT)}`);
    const load = new WriteLoad(servers, 'upgrade', WRITERS);
    await sleep(seconds * 1_000);
    const job = await beginLongImport(servers[0]!, 'Während der neuen Version');
    const step = async (what: string) => {
      say(`${what}; ${load.acceptedSoFar} writes accepted, ${load.refusedSoFar} refused`);
      await sleep(PAUSE_MS);
    };
    await start('worker');
    const after = (await migrations()).length;
    await step(`a worker of today has run ${after - before} migrations`);
    for (const index of [0, 1]) {
      const old = servers[index]!;
      servers[index] = await start('main');
      await sleep(PAUSE_MS); // what is under way at the old one ends
      await old.stop('SIGTERM');
      await step(`server ${index + 1} is replaced`);
    }
    for (const old of workers) await old.stop('SIGTERM');
    await start('worker');
    await step('the workers are replaced');
    const { status, problem } = await servers[0]!.ended(job);
    await sleep(seconds * 1_000);
    const outcome = await load.end(url);
    return judge(outcome, {
      'the schema was changed meanwhile': after > before,
      'nothing is refused': outcome.refused + outcome.readsRefused === 0 || `${outcome.refused} writes, ${outcome.readsRefused} reads`,
      'the import that was under way was ended by a worker': status === 'DONE' || `${status} ${problem?.code ?? ''}`,
      'no process complained': all.flatMap(({ complaints }) => complaints).join(' ').slice(0, 500) || true,
      'the examination finds nothing wrong': examine(data, settings).filter((line) => !line.includes(ONE_ROLE)).join('; ') || true,
    });
  } finally {
    await Promise.all(all.map((one) => one.stop('SIGTERM')));
  }
};
