// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../environment.js';
import { CommandFailure } from '../failure.js';
import { ExitStatus } from '../exit-status.js';

/**
 * Finds a server that already runs: the one the environment names, else the one that left its address in the data folder and is alive and ready.
 *
 * @returns its address, or null where one has to be started
 * @throws CommandFailure where the environment names one that does not answer
 */
export async function findServer({ serverUrl, dataFolder }: Environment): Promise<string | null> {
  if (serverUrl !== null) {
    const reason = await whyNotReady(serverUrl);
    if (reason === null) return serverUrl;
    throw new CommandFailure({ code: 'CLI.SERVER_UNREACHABLE', url: serverUrl, reason }, ExitStatus.FAILED);
  }
  const address = await readAddress(join(dataFolder, 'server.json'));
  return address !== null && isAlive(address.pid) && (await whyNotReady(address.url)) === null ? address.url : null;
}

async function readAddress(file: string): Promise<{ url: string; pid: number } | null> {
  try {
    const { url, pid } = JSON.parse(await readFile(file, 'utf8')) as { url?: unknown; pid?: unknown };
    return typeof url === 'string' && typeof pid === 'number' ? { url, pid } : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function whyNotReady(url: string): Promise<string | null> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.ok ? null : `HTTP ${answer.status}`;
  } catch (failure) {
    const { cause, message } = failure as Error & { cause?: NodeJS.ErrnoException };
    return cause?.code ?? message;
  }
}
