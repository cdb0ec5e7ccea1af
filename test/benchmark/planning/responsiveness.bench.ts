// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../../apps/api/src/platform/database/embedded-postgres.js';
import { addCandidates } from '../../support/many-candidates.js';
import { quantileOf, type BenchContext, type BenchResult } from '../benchmark.js';
import { LoadClient } from '../read-path/load-client.js';
import { startServer, type ServerProcess } from '../read-path/server-process.js';

export const name = 'planning-responsiveness';

const ITEMS = 5_000;
const PERIODS = 16;
const PLANNING_SECONDS = 20;
/** What every other request has to be answered within. */
const LIMIT_MS = 50;
/** A request is sent every so often, whether or not the ones before are answered. */
const EVERY_MS = 10;
const PROGRAM = join(import.meta.dirname, '../../../apps/api/src/main.js');
const LIST = JSON.stringify({ query: '{ products(first: 10) { nodes { key name } } }' });

/**
 * How long other requests wait while the server plans 5,000 migrations over 16 periods, explains them, compares plans and writes them to files: a list of ten products, asked for
 * every 10 ms, from the moment it was sent. On a busy machine requests also wait for the processor; what is judged is therefore how long the server's thread computes at a stretch, in
 * processor time: no request waits for the server longer than that. The rival is the limit of 50 ms.
 */
export async function run({ scratchFolder, say }: BenchContext): Promise<readonly BenchResult[]> {
  const folder = join(scratchFolder, 'responsiveness');
  await rm(folder, { recursive: true, force: true });
  const postgres = await openEmbeddedPostgres(join(folder, 'database'));
  const { connection } = postgres;
  const stretches = join(folder, 'stretches.txt');
  const url = `postgres://${connection.user}@localhost/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`;
  const program = await startServer('Fahrplan', PROGRAM, { DATABASE_URL: url, FAHRPLAN_DATA: join(folder, 'program'), FAHRPLAN_DEMO: 'none', FAHRPLAN_LOG: 'error', FAHRPLAN_PARENT: '', LOOP_WATCH_FILE: stretches, NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'loop-watch.js'))}` });
  const database = new pg.Client(connection);
  try {
    await database.connect();
    say(`${ITEMS} candidates, ${PERIODS} periods`);
    await addCandidates(database, ITEMS);
    await job(program, 'mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
    await ask(program, 'mutation ($input: CreateScenarioInput!) { createScenario(input: $input) { __typename ... on Problem { message } } }', { input: { name: 'large', definition: scenario() } });
    const plan = (seed: number) => job(program, `mutation { startPlanning(input: { scenario: "large", timeLimitSeconds: ${PLANNING_SECONDS}, seed: ${seed} }) { ... on StartPlanningSuccess { job { id } } } }`);
    const waits: [string, Waits][] = [];
    const watch = async (what: string, work: () => Promise<unknown>) => {
      const begun = Date.now();
      const waited = await waitsDuring(program, work);
      const measured = { ...waited, longestStretch: await longestSince(stretches, begun) };
      say(`${what}: ${figures(measured)}, ${measured.milliseconds.length} requests over ${measured.seconds.toFixed(1)} s`);
      waits.push([what, measured]);
    };
    await watch('nothing else', () => sleep(5_000));
    let first = '';
    await watch('planning', async () => (first = await plan(1)));
    const second = await plan(2);
    const { rows } = await database.query<{ key: string }>("SELECT key FROM product WHERE key LIKE 'candidate-%' ORDER BY id LIMIT 20");
    await watch('explaining', async () => {
      for (const { key } of rows) await ask(program, 'query ($plan: ID, $product: String!) { explainPlanItem(plan: $plan, product: $product) { __typename } }', { plan: first, product: key });
    });
    await watch('comparing', async () => {
      for (let time = 0; time < 5; time++) await ask(program, 'query ($before: ID, $after: ID!) { comparePlans(before: $before, after: $after) { __typename } }', { before: first, after: second });
    });
    await watch('putting in force', () => ask(program, 'mutation ($plan: ID!) { putPlanInForce(input: { plan: $plan }) { __typename } }', { plan: first }));
    await watch('measuring targets', () => ask(program, 'mutation { measureTargets { changed } }'));
    for (const ending of ['ics', 'csv', 'md', 'xlsx']) await watch(`writing .${ending}`, async () => {
      const file = await fetch(new URL(`/plans/newest.${ending}`, program.url), { headers: program.headers });
      if (!file.ok || (await file.arrayBuffer()).byteLength < 10_000) throw new Error(`no file for .${ending}: ${file.status}`);
    });
    return waits.map(([what, measured]) => ({
      benchmark: `${name}: ${what}`,
      ours: figures(measured),
      rival: `${LIMIT_MS} ms`,
      ratio: measured.longestStretch / LIMIT_MS,
      goal: what === 'nothing else' ? '' : '≤ 1',
      spread: '',
      note: 'waits of other requests; longest stretch of the server’s thread, which is the ratio’s',
    }));
  } finally {
    await database.end();
    await program.stop();
    await postgres.close();
  }
}

interface Waits {
  readonly milliseconds: readonly number[];
  readonly seconds: number;
  /** Processor time that the server's thread spent at a stretch; 10 where none was longer. */
  readonly longestStretch: number;
}

/** How long requests wait that are due every 10 ms, until the work has ended. */
async function waitsDuring({ url, headers }: ServerProcess, work: () => Promise<unknown>): Promise<Omit<Waits, 'longestStretch'>> {
  const client = new LoadClient(url, 64, headers);
  const milliseconds: number[] = [];
  const open: Promise<void>[] = [];
  let isDone = false;
  const begun = performance.now();
  const working = work().finally(() => (isDone = true));
  while (!isDone) {
    const dueAt = performance.now();
    open.push(client.send(LIST).then(({ status }) => {
      if (status !== 200) throw new Error(`status ${status}`);
      milliseconds.push(performance.now() - dueAt);
    }));
    await sleep(EVERY_MS);
  }
  await working;
  await Promise.all(open);
  client.close();
  return { milliseconds, seconds: (performance.now() - begun) / 1_000 };
}

async function longestSince(file: string, begun: number): Promise<number> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').map((line) => line.split(' ').map(Number));
  return lines.reduce((most, [at, stretch]) => (at! >= begun && stretch! > most ? stretch! : most), 10);
}

function figures({ milliseconds, longestStretch }: Waits): string {
  const [p50, p99, most] = [quantileOf(milliseconds, 0.5), quantileOf(milliseconds, 0.99), Math.max(...milliseconds)];
  return `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, max ${most.toFixed(1)} ms; stretch ${longestStretch.toFixed(1)} ms`;
}

function scenario() {
  const day = (index: number, last: boolean) => new Date(Date.UTC(2027, 3 * index + (last ? 3 : 0), last ? 0 : 1)).toISOString().slice(0, 10);
  const periods = Array.from({ length: PERIODS }, (_, index) => ({ startsOn: day(index, false), endsOn: day(index, true), budgetCents: 400_000_000 }));
  return { periods, teams: [['team-workplace', 9_000], ['team-training', 4_000]].map(([id, days]) => ({ id, name: id, capacityDays: periods.map(() => days) })) };
}

/** Starts a job and waits for its end; the id of what it made. */
async function job(program: ServerProcess, mutation: string): Promise<string> {
  const started = Object.values(await ask<Record<string, { job?: { id: string } }>>(program, mutation))[0]!.job;
  if (!started) throw new Error(`no job for ${mutation}`);
  for (;;) {
    const { job: now } = await ask<{ job: { status: string; resultId: string; problem: unknown } }>(program, 'query ($id: ID!) { job(id: $id) { status resultId problem { message } } }', { id: started.id });
    if (now.status === 'DONE') return now.resultId;
    if (now.status !== 'QUEUED' && now.status !== 'RUNNING') throw new Error(JSON.stringify(now));
    await sleep(100);
  }
}

async function ask<Data>(program: ServerProcess, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(program.url, { method: 'POST', headers: { 'content-type': 'application/json', ...program.headers }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
