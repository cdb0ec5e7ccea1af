// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { openEmbeddedPostgres } from '../../../apps/api/src/platform/database/embedded-postgres.js';
import { startServer, type ServerProcess } from '../read-path/server-process.js';
import { digestOf, query } from './psql-copy.js';

/** What one import took and did. */
export interface ImportFigures {
  /** From the job's begin to its end: parse, stage, merge, match, commit. */
  readonly milliseconds: number;
  readonly added: number;
  readonly unchanged: number;
  readonly peakMebibytes: number | null;
}

/** Our program, each time as a new process, on a server that it shares with the rival. */
export interface ImportServer {
  readonly connection: pg.ClientConfig;
  /** Leaves a database with the catalogue and no inventory. */
  empty(): Promise<void>;
  importFile(file: string, source: string): Promise<ImportFigures>;
  /** As {@link digestOf}, over the installations with their names. */
  digest(): Promise<string>;
  close(): Promise<void>;
}

const PROGRAM = join(import.meta.dirname, '../../../apps/api/src/main.js');
const [EMPTY, WORK] = ['bench_empty', 'bench_work'];
const SPELLED_OUT = `(SELECT h.name AS hostname, t.raw AS software, t.vendor, v.label AS version, d.name AS department, to_char(i.installed_on, 'YYYY-MM-DD') AS installed_on
  FROM installation i JOIN host h ON h.id = i.host_id JOIN title t ON t.id = i.title_id JOIN version v ON v.id = i.version_id LEFT JOIN department d ON d.id = h.department_id)`;

/** Brings up a server for both sides, and a database with the catalogue to be copied. */
export async function openImportServer(dataFolder: string): Promise<ImportServer> {
  await mkdir(dataFolder, { recursive: true });
  const postgres = await openEmbeddedPostgres(dataFolder);
  const { connection } = postgres;
  const start = (database: string): Promise<ServerProcess> =>
    startServer('Fahrplan', PROGRAM, { DATABASE_URL: `postgres://${connection.user}@localhost/${database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`, FAHRPLAN_DATA: join(dataFolder, 'program'), FAHRPLAN_DEMO: 'none', FAHRPLAN_LOG: 'error', FAHRPLAN_PARENT: '' });
  await query(connection, `DROP DATABASE IF EXISTS ${EMPTY}`);
  await query(connection, `CREATE DATABASE ${EMPTY}`);
  await (await start(EMPTY)).stop();
  return {
    connection,
    async empty() {
      await query(connection, `DROP DATABASE IF EXISTS ${WORK} WITH (FORCE)`);
      await query(connection, `CREATE DATABASE ${WORK} TEMPLATE ${EMPTY}`);
    },
    async importFile(file, source) {
      const program = await start(WORK);
      try {
        await query({ ...connection, database: WORK }, 'CHECKPOINT');
        return await importInto(program, file, source);
      } finally {
        await program.stop();
      }
    },
    digest: async () => (await query({ ...connection, database: WORK }, digestOf(SPELLED_OUT)))[0]!['digest'] as string,
    close: () => postgres.close(),
  };
}

async function importInto(program: ServerProcess, file: string, fileName: string): Promise<ImportFigures> {
  const origin = new URL(program.url).origin;
  const upload = await fetch(`${origin}/imports?fileName=${fileName}.csv`, { method: 'POST', headers: { 'content-type': 'text/csv', ...program.headers }, body: createReadStream(file) as never, duplex: 'half' } as RequestInit);
  const { uploadId } = (await upload.json()) as { uploadId: string };
  const asked = await ask<{ startImport: { job: { id: string } } }>(program, `mutation { startImport(input: { uploadId: "${uploadId}", source: "benchmark", format: ${fileName === 'unchanged' ? '"csv"' : 'null'} }) { ... on StartImportSuccess { job { id } } } }`);
  for (;;) {
    const { job } = await ask<{ job: { status: string; startedAt: string; finishedAt: string; summary: { installations: { added: number; unchanged: number } }; problem: unknown } }>(program, `{ job(id: "${asked.startImport.job.id}") { status startedAt finishedAt summary problem { message } } }`);
    if (job.status === 'FAILED') throw new Error(JSON.stringify(job.problem));
    if (job.status === 'DONE') return { milliseconds: Date.parse(job.finishedAt) - Date.parse(job.startedAt), ...job.summary.installations, peakMebibytes: await program.peakMebibytes() };
    await sleep(200);
  }
}

async function ask<Data>(program: ServerProcess, text: string): Promise<Data> {
  const response = await fetch(program.url, { method: 'POST', headers: { 'content-type': 'application/json', ...program.headers }, body: JSON.stringify({ query: text }) });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
