// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/free-ports.js';

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  readonly name: string;
  readonly url: string;
  /** What a request shows to be let in. */
  readonly headers: Readonly<Record<string, string>>;
  /** Highest resident memory so far, in MiB; null where the system does not tell. */
  peakMebibytes(): Promise<number | null>;
  stop(): Promise<void>;
}

const START_MS = 60_000;

/** Starts a program that listens on `PORT` of the loopback address, and waits until it answers a GraphQL query. */
export async function startServer(name: string, file: string, environment: Readonly<Record<string, string>>, path = '/graphql'): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [file], { env: { ...process.env, NODE_ENV: 'production', ...environment, HOST: '127.0.0.1', PORT: String(port) }, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4_000)));
  const url = `http://127.0.0.1:${port}${path}`;
  try {
    await waitForAnswer(url, child);
  } catch (failure) {
    await stop(child);
    throw new Error(`${name} did not start: ${(failure as Error).message}\n${complaints}`);
  }
  return { name, url, headers: await headersFor(environment), peakMebibytes: () => peakOf(child), stop: () => stop(child) };
}

/** The token that our own program leaves in its data folder; rivals ask for none. */
async function headersFor({ FAHRPLAN_DATA: folder }: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  return folder === undefined ? {} : { authorization: `Bearer ${await readFile(join(folder, 'access-token'), 'utf8')}` };
}

async function waitForAnswer(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with status ${child.exitCode}`);
    try {
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' });
      await answer.arrayBuffer();
      if (answer.ok) return;
    } catch {
      // not listening yet
    }
    await sleep(50);
  }
  throw new Error(`no answer within ${START_MS} ms`);
}

async function peakOf(child: ChildProcess): Promise<number | null> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const kibibytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kibibytes === undefined ? null : Math.round(Number(kibibytes) / 1024);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(timer);
}
