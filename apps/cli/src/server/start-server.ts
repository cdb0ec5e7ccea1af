// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Environment } from '../environment.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';

/** A server that lives for one command. */
export interface StartedServer {
  readonly url: string;
  readonly token: string | null;
  /** The last lines of its log, for when something broke. */
  readonly log: readonly string[];
  /** Lets it finish and waits for its end. */
  stop(): Promise<void>;
}

const PROGRAM = join(import.meta.dirname, '../../../api/src/main.js');
const LINES_KEPT = 20;

/**
 * Starts the server of this installation on a free port. It ends when its standard input closes, so also when this process dies.
 *
 * @param language of the problems that stand in the way of its start
 * @throws CommandFailure with the server's own problem where it does not come up
 */
export async function startServer({ variables, dataFolder }: Environment, language: string): Promise<StartedServer> {
  const env = { ...variables, PORT: '0', FAHRPLAN_DATA: dataFolder, FAHRPLAN_DEMO: variables.FAHRPLAN_DEMO || 'none', FAHRPLAN_LOG: variables.FAHRPLAN_LOG || 'warn', FAHRPLAN_PARENT: 'pipe', LC_ALL: language };
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((done) => child.once('close', () => done()).once('error', () => done()));
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  const log: string[] = [];
  return { ...(await whenReady(child, ended, log)), log, stop };
}

async function whenReady(child: ChildProcess, ended: Promise<void>, log: string[]): Promise<{ url: string; token: string | null }> {
  const keep = (line: string): void => {
    log.push(line);
    if (log.length > LINES_KEPT) log.shift();
  };
  if (child.stdout === null || child.stderr === null) throw new Error('the server was started without pipes');
  createInterface({ input: child.stderr }).on('line', keep);
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const event = eventOf(line);
      if (event === null) keep(line);
      else if (event.event === 'ready' && event.url !== undefined) resolve({ url: event.url, token: event.token ?? null });
      else if (event.event === 'failed') reject(new CommandFailure(event.problems?.[0] ?? { code: 'CLI.SERVER_DID_NOT_START', reason: '?' }, ExitStatus.FAILED));
    });
    void ended.then(() => reject(new CommandFailure({ code: 'CLI.SERVER_DID_NOT_START', reason: log.join(' | ') || '?' }, ExitStatus.FAILED)));
  });
}

interface ServerEvent {
  readonly event: string;
  readonly url?: string;
  readonly token?: string | null;
  readonly problems?: readonly { readonly code: string; readonly message: string }[];
}

function eventOf(line: string): ServerEvent | null {
  try {
    const value = JSON.parse(line) as Partial<ServerEvent> | null;
    return typeof value?.event === 'string' ? (value as ServerEvent) : null;
  } catch {
    return null;
  }
}
