// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_END_MS = 15_000;

/** Whoever runs the servers: PostgreSQL refuses to run as root. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user `postgres` where this runs as root; undefined where the user that runs it will do. */
export function serverUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((option) => Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout));
  if (!uid || !gid) throw new Error('as root, the servers run as the user postgres, and there is none');
  return { uid, gid };
}

/** A process that this run started, and may therefore end. */
export class StartedProcess {
  private static readonly all = new Set<StartedProcess>();

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
    private readonly log: string,
  ) {}

  static start(name: string, command: string, options: readonly string[], { log, user, env }: { log: string; user?: SystemUser | undefined; env?: Record<string, string> }): StartedProcess {
    const output = openSync(log, 'a');
    const child = spawn(command, [...options], { cwd: '/', stdio: ['ignore', output, output], env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', ...env }, ...user });
    closeSync(output);
    const started = new StartedProcess(name, child, log);
    StartedProcess.all.add(started);
    child.once('exit', () => StartedProcess.all.delete(started));
    child.once('error', () => StartedProcess.all.delete(started));
    return started;
  }

  /** Ends whatever still runs. */
  static async endAll(): Promise<void> {
    await Promise.all([...StartedProcess.all].reverse().map((one) => one.end('SIGINT')));
  }

  get isRunning(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** In order, and where that takes too long, at once. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.isRunning) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    const inTime = await Promise.race([ended.then(() => true), sleep(LONGEST_END_MS, false, { ref: false })]);
    if (!inTime) this.kill();
    await ended;
  }

  /** As a machine that loses its power: the process and all that it started, at once. */
  kill(): void {
    if (!this.isRunning) return;
    for (const pid of [...descendantsOf(this.child.pid!), this.child.pid!]) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // it was quicker
      }
    }
  }

  lastLines(count = 15): string {
    return readFileSync(this.log, 'utf8').trim().split('\n').slice(-count).join('\n');
  }
}

function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      parents.set(parent, [...(parents.get(parent) ?? []), Number(entry)]);
    } catch {
      // gone meanwhile
    }
  }
  const below = (one: number): number[] => (parents.get(one) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** Waits until something is so. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (Date.now() < deadline) {
    if (await Promise.resolve(isSo()).catch(() => false)) return;
    await sleep(100);
  }
  throw new Error(`in ${seconds} s it did not come about: ${what}`);
}
