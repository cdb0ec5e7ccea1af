// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ProgramProcess } from '../support/program-process.js';
import { PASSWORD } from './postgres-server.js';

const OPERATE = join(import.meta.dirname, '../../apps/api/src/operate.js');
const OWNER = 'fahrplan_owner';
const INVENTORY = (hosts: number) => `Rechner;Software;Version\n${Array.from({ length: hosts }, (_, host) => Array.from({ length: 100 }, (_, k) => `pc-${host};Programm ${(host * 13 + k * 7) % 1_500};${k % 9}\n`).join('')).join('')}`;

/** A database that one role owns and another one works on. */
export async function makeRoles(ask: (sql: string) => Promise<unknown>): Promise<void> {
  for (const role of [OWNER, 'fahrplan']) await ask(`CREATE ROLE ${role} LOGIN PASSWORD '${PASSWORD}'`);
  await ask(`CREATE DATABASE fahrplan OWNER ${OWNER}`);
}

/** Brings it to today's state, as an operator does before the programs start; straight to the server, as poolers know the program's role alone. */
export function migrateAt(server: string, folder: string, settings: Readonly<Record<string, string>>, authority?: string): void {
  const tls = authority === undefined ? '' : `?sslmode=verify-full&sslrootcert=${encodeURIComponent(authority)}`;
  operate('migrate', folder, { ...settings, DATABASE_ADMIN_URL: `postgres://${OWNER}:${PASSWORD}@${server}/fahrplan${tls}` });
}

/** Two servers that leave the work to two workers, on one database. */
export interface ProgramSet {
  readonly servers: readonly ProgramProcess[];
  /** As the system does it when memory runs out; another one takes its place at once. */
  killServer(index: number): Promise<void>;
  killWorker(index: number): Promise<void>;
  /** Starts an import that takes a while. */
  beginImport(source: string): Promise<string>;
  /** What the examination of the installation finds wrong. */
  examine(): readonly string[];
  stop(): Promise<void>;
}

/** Starts an import that takes a while. */
export async function beginLongImport(server: ProgramProcess, source: string): Promise<string> {
  return server.begin(source, INVENTORY(1_000));
}

export async function startPrograms(folder: string, settings: Readonly<Record<string, string>>): Promise<ProgramSet> {
  const servers: ProgramProcess[] = [];
  const workers: ProgramProcess[] = [];
  const stop = async () => {
    await Promise.all([...servers, ...workers].map((one) => one.stop('SIGTERM')));
  };
  const start = (entry: 'main' | 'worker') => ProgramProcess.start(folder, { ...settings, FAHRPLAN_WORKERS: 'off' }, entry);
  const replace = async (among: ProgramProcess[], index: number, entry: 'main' | 'worker') => {
    await among[index]!.kill();
    among[index] = await start(entry);
  };
  try {
    for (let number = 0; number < 2; number++) servers.push(await start('main'));
    await Promise.all([0, 1].map(async () => workers.push(await start('worker'))));
    return { servers, killServer: (index) => replace(servers, index, 'main'), killWorker: (index) => replace(workers, index, 'worker'), beginImport: (source) => beginLongImport(servers[0]!, source), examine: () => examine(folder, settings), stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

/** What the examination of an installation finds wrong, or could be better. */
export function examine(folder: string, settings: Readonly<Record<string, string>>): readonly string[] {
  const { checks } = operate<{ checks: { check: string; problem: { code: string; message: string } | null; warning?: { code: string } }[] }>('doctor', folder, settings);
  return checks.filter(({ problem, warning }) => problem ?? warning).map(({ check, problem, warning }) => `${check}: ${problem?.code ?? warning!.code} ${problem?.message ?? ''}`);
}

/** Whether an examination found that one server is gone, and nothing else; or what it found. */
export function misses(found: readonly string[], server: string): true | string {
  return (found.length === 1 && found[0]!.startsWith(`replica ${server}: OPERATION.REPLICA_UNREACHABLE`)) || `${server} is gone; it says: ${found.join('; ') || 'nothing'}`;
}

function operate<Answer>(task: string, folder: string, settings: Readonly<Record<string, string>>): Answer {
  const { stdout, stderr } = spawnSync(process.execPath, [OPERATE, task], { encoding: 'utf8', env: { ...process.env, ...settings, FAHRPLAN_DATA: folder }, timeout: 120_000 });
  const { answer } = (stdout.startsWith('{') ? JSON.parse(stdout) : {}) as { answer?: Answer };
  if (answer === undefined) throw new Error(`${task}: ${stdout} ${stderr.slice(-500)}`);
  return answer;
}
