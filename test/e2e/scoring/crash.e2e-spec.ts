// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../../apps/api/src/platform/database/embedded-postgres.js';
import { addCandidates } from '../../support/many-candidates.js';

const MAIN = new URL('../../../dist/apps/api/src/main.js', import.meta.url).pathname;

let folder: string;
let postgres: Awaited<ReturnType<typeof openEmbeddedPostgres>>;
let database: pg.Client;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-crash-'));
  postgres = await openEmbeddedPostgres(folder, 'fast');
  database = new pg.Client(postgres.connection);
  await database.connect();
  server = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], DATABASE_URL: addressOf(postgres.connection), FAHRPLAN_DATA: folder, FAHRPLAN_DEMO: 'none', PORT: '0', FAHRPLAN_LOG: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  url = await addressOfServer();
  await addCandidates(database, 200);
}, 120_000);
afterAll(async () => {
  server.kill('SIGKILL');
  await database.end();
  await postgres.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

it('leaves no run behind where the process is killed while it computes', async () => {
  await ask('mutation { startScoringRun(input: { samples: 1000000 }) { __typename } }');
  await until(async () => (await database.query("SELECT FROM job WHERE status = 'RUNNING' AND step = 'sampling' AND done > 0")).rowCount === 1);
  server.kill('SIGKILL');
  await once(server, 'exit');
  for (const table of ['scoring_run', 'candidate_score', 'open_question']) expect((await database.query(`SELECT FROM ${table}`)).rowCount).toBe(0);
  expect((await database.query("SELECT FROM audit_entry WHERE operation = 'scoringRun'")).rowCount).toBe(0);
}, 120_000);

async function ask(query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${await readFile(join(folder, 'access-token'), 'utf8')}` }, body: JSON.stringify({ query }) });
  return response.json();
}

async function addressOfServer(): Promise<string> {
  let found = '';
  await until(async () => {
    found = (JSON.parse(await readFile(join(folder, 'server.json'), 'utf8').catch(() => '{}')) as { url?: string }).url ?? '';
    return found !== '';
  });
  return found;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 1_000; look++) {
    if (await isSo()) return;
    await wait(80);
  }
  throw new Error('it did not come about');
}

function addressOf({ host, port, user, password, database: name }: pg.ClientConfig): string {
  return `postgres://${user}:${encodeURIComponent(String(password ?? ''))}@localhost:${port}/${name}${host?.startsWith('/') ? `?host=${encodeURIComponent(host)}` : ''}`;
}
