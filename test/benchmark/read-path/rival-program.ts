// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchContext } from '../benchmark.js';

const FILES = ['package.json', 'package-lock.json', 'postgraphile-server.mjs'];

/**
 * Installs PostGraphile beside the project, from its own lock file, unless that has been done: it must never become a dependency of ours.
 *
 * @returns path of the program to start
 */
export async function installRival(context: BenchContext): Promise<string> {
  const from = join(context.rootFolder, 'test/benchmark/rivals');
  const to = join(context.scratchFolder, 'rivals');
  await mkdir(to, { recursive: true });
  const isInstalled = (await textOf(join(to, 'node_modules/.package-lock.json'))) !== '' && (await textOf(join(to, 'package-lock.json'))) === (await textOf(join(from, 'package-lock.json')));
  for (const file of FILES) await copyFile(join(from, file), join(to, file));
  if (!isInstalled) {
    context.say('installing the rival …');
    const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: to, stdio: ['ignore', 'ignore', 'inherit'] });
    if (done.status !== 0) throw new Error(`npm ci failed in ${to}`);
  }
  return join(to, 'postgraphile-server.mjs');
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
