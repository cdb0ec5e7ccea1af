// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** The compiled program: beside this file when built, in `dist/` when this file runs from its sources. */
const PROGRAM = join(import.meta.dirname, import.meta.url.endsWith('.js') ? '../../apps/api/src' : '../../dist/apps/api/src');
const LONGEST_JOB_MS = 240_000;

/** What a job came to. */
export interface EndedJob {
  readonly status: string;
  readonly resultId: string | null;
  readonly problem: { readonly code: string } | null;
}

/** The program in a process of its own, on a data folder of its own, as somebody started it. */
export class ProgramProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** Empty for a worker. */
    readonly url: string,
    /** Of the person at this machine. */
    readonly token: string,
    private readonly dataFolder: string,
    /** What it logged as unexpected. */
    readonly complaints: readonly string[],
  ) {}

  /** @param program folder of a compiled program, where it is another one than today's */
  static async start(dataFolder: string, settings: Readonly<Record<string, string>> = {}, entry: 'main' | 'worker' = 'main', program = PROGRAM): Promise<ProgramProcess> {
    const env = { ...process.env, PORT: '0', FAHRPLAN_DATA: dataFolder, FAHRPLAN_DEMO: 'none', FAHRPLAN_LOG: 'error', FAHRPLAN_PARENT: 'pipe', DATABASE_URL: '', ...settings };
    const child = spawn(process.execPath, [join(program, `${entry}.js`)], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    const complaints: string[] = [];
    createInterface({ input: child.stderr! }).on('line', (line) => complaints.push(line));
    const { url, token } = await new Promise<{ url: string; token: string }>((resolve, reject) => {
      createInterface({ input: child.stdout! }).on('line', (line) => {
        const event = line.startsWith('{') ? (JSON.parse(line) as { event?: string; url?: string | null; token?: string | null; problems?: unknown }) : {};
        if (event.event === 'ready') resolve({ url: event.url ?? '', token: event.token ?? '' });
        if (event.event === 'failed') reject(new Error(JSON.stringify(event.problems)));
      });
      child.once('exit', (code) => reject(new Error(`the program ended with ${code}`)));
    });
    return new ProgramProcess(child, url, token, dataFolder, complaints);
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** As the system does it when memory runs out. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }

  /** In order; the status it ended with, null where a signal ended it. */
  async stop(signal?: 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    if (signal) this.child.kill(signal);
    else this.child.stdin!.end();
    return ended;
  }

  /** Process id of the database server that this program brought up. */
  async databasePid(): Promise<number> {
    return Number.parseInt(await readFile(join(this.dataFolder, 'postgres/postmaster.pid'), 'utf8'), 10);
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` }, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Hands a file in and starts its import; an answer other than an upload is thrown as its problem's code. */
  async begin(source: string, content: string): Promise<string> {
    const upload = await fetch(`${this.url}/imports?fileName=${encodeURIComponent(source)}.csv`, { method: 'POST', headers: { authorization: `Bearer ${this.token}` }, body: content });
    const { uploadId, problem } = (await upload.json()) as { uploadId?: string; problem?: { code: string } };
    if (uploadId === undefined) throw new Error(problem?.code ?? `HTTP ${upload.status}`);
    const { startImport } = await this.ask<{ startImport: { job: { id: string } } }>('mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { job { id } } } }', { input: { uploadId, source } });
    return startImport.job.id;
  }

  /** Waits for the end of a job, also while the database is away. */
  async ended(id: string): Promise<EndedJob> {
    const until = Date.now() + LONGEST_JOB_MS;
    while (Date.now() < until) {
      const job = await this.ask<{ job: EndedJob | null }>('query ($id: ID!) { job(id: $id) { status resultId problem { code } } }', { id }).then(
        (answer) => answer.job,
        () => null,
      );
      if (job && !['QUEUED', 'RUNNING'].includes(job.status)) return job;
      await sleep(100);
    }
    return { status: 'NEVER ENDED', resultId: null, problem: null };
  }

  /** What a running job is doing; null before it reads. */
  async stepOf(id: string): Promise<string | null> {
    const { job } = await this.ask<{ job: { status: string; step: string | null } }>('query ($id: ID!) { job(id: $id) { status step } }', { id });
    return job.status === 'QUEUED' || job.step === 'waiting' ? null : job.step;
  }

  async import(source: string, content: string): Promise<EndedJob> {
    return this.ended(await this.begin(source, content));
  }
}
