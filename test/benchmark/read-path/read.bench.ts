// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import type { BenchContext, BenchResult } from '../benchmark.js';
import { openBenchDatabase, type BenchDatabase } from './bench-database.js';
import { LISTS, PRODUCT_LIST, type ListCase } from './lists.js';
import type { GraphqlCall } from './load-client.js';
import { installRival } from './rival-program.js';
import { requireSameData } from './same-data.js';
import { startServer, type ServerProcess } from './server-process.js';
import { figuresText, takeTurns, type Side, type Turns } from './take-turns.js';

export const name = 'read';

const INSTALLATIONS = 1_000_000;
const GROWN_INSTALLATIONS = 10_000_000;
/** Calls for each side and round. */
const CALLS = 400;
const POOL = '8';
const FLOOR_GOAL = '≥ 0.9';
const AGAIN_GOAL = '≥ 10';
const GROWTH_GOAL = '≤ 1.2';

/** Lists of the API against PostGraphile 5 and against the floor on the same database; the same answer again; the same list on ten times the data. */
export async function run(context: BenchContext): Promise<BenchResult[]> {
  const program = await installRival(context);
  const database = await openBenchDatabase(context, { installations: INSTALLATIONS });
  const servers: ServerProcess[] = [];
  const start = async (...server: Parameters<typeof startServer>) => {
    const started = await startServer(...server);
    servers.push(started);
    return started;
  };
  try {
    const environment = { BENCH_CONNECTION: JSON.stringify(database.connection), POOL };
    const ours = await start('Fahrplan', ourProgram(context), ourEnvironment(database));
    const rival = await start('PostGraphile 5', program, environment);
    const floor = await start('floor', join(import.meta.dirname, 'floor-server.js'), environment);
    const results: BenchResult[] = [];
    for (const list of LISTS) results.push(await orFailure(`${list.name} / PostGraphile 5`, list.goal, () => againstRival(context, list, ours, rival, database)));
    results.push(await orFailure(`${PRODUCT_LIST.name} / floor`, FLOOR_GOAL, () => againstFloor(context, ours, floor, database)));
    results.push(await orFailure(`${PRODUCT_LIST.name} again / uncached`, AGAIN_GOAL, () => askedAgain(context, ours, database)));
    results.push(await orFailure(`${PRODUCT_LIST.name}, 1 M → 10 M installations`, GROWTH_GOAL, () => grown(context, ours, database, start)));
    return results;
  } finally {
    for (const server of servers) await server.stop();
    await database.close();
  }
}

/** A comparison that could not be made takes its place in the table with its reason, and the others go on. */
async function orFailure(benchmark: string, goal: string, compare: () => Promise<BenchResult>): Promise<BenchResult> {
  try {
    return await compare();
  } catch (failure) {
    return { benchmark, ours: 'failed', rival: '', ratio: NaN, goal, spread: '', note: `FAILED: ${(failure as Error).message}` };
  }
}

async function againstRival(context: BenchContext, list: ListCase, ours: ServerProcess, rival: ServerProcess, database: BenchDatabase): Promise<BenchResult> {
  context.say(`${list.name} …`);
  await requireSameData(ours, rival, list.name, [0, 1, 2, 30].map((index) => ({ ours: list.ours(index), rival: list.rival(index) })), { ours: list.readOurs, rival: list.readRival });
  const turns = await takeTurns(sideOf(ours, list.ours, database), sideOf(rival, list.rival, database), context.rounds, CALLS);
  return resultOf(`${list.name} / PostGraphile 5`, turns, list.goal, 'Requests per second by PostGraphile’s; a transaction commits before every call, so that nothing is answered from a cache.');
}

async function againstFloor(context: BenchContext, ours: ServerProcess, floor: ServerProcess, database: BenchDatabase): Promise<BenchResult> {
  context.say('the floor …');
  await requireSameData(ours, floor, 'floor', [0, 1, 2, 30].map((index) => ({ ours: PRODUCT_LIST.ours(index), rival: PRODUCT_LIST.ours(index) })), { ours: PRODUCT_LIST.readOurs, rival: PRODUCT_LIST.readOurs });
  const turns = await takeTurns(sideOf(ours, PRODUCT_LIST.ours, database), sideOf(floor, PRODUCT_LIST.ours, database), context.rounds, CALLS);
  return resultOf(`${PRODUCT_LIST.name} / floor`, turns, FLOOR_GOAL, 'Requests per second by those of bare node:http with one hand-written statement.');
}

/** Unchanged data: the reader sends the ETag it has and gets 304, checked against the state of the database each time; the rival is the same call with a commit before it. */
async function askedAgain(context: BenchContext, ours: ServerProcess, database: BenchDatabase): Promise<BenchResult> {
  context.say('asked again …');
  const call = JSON.stringify({ ...PRODUCT_LIST.ours(0), operationName: 'Q' });
  const first = await fetch(ours.url, { method: 'POST', headers: { 'content-type': 'application/json', ...ours.headers }, body: call });
  const etag = first.headers.get('etag');
  await first.arrayBuffer();
  if (etag === null) throw new Error('the answer has no ETag');
  const again: Side = { server: ours, callOf: () => ({ body: call, headers: { 'if-none-match': etag } }), isExpected: ({ status, body }) => status === 304 && body === '' };
  const turns = await takeTurns(again, sideOf(ours, PRODUCT_LIST.ours, database), context.rounds, CALLS);
  return resultOf(`${PRODUCT_LIST.name} again / uncached`, turns, AGAIN_GOAL, 'ETag and 304 on unchanged data, by the same list uncached.');
}

async function grown(context: BenchContext, ours: ServerProcess, database: BenchDatabase, start: typeof startServer): Promise<BenchResult> {
  context.say('ten times the installations …');
  const larger = await openBenchDatabase(context, { installations: GROWN_INSTALLATIONS });
  try {
    const onLarger = await start('Fahrplan, 10 M', ourProgram(context), ourEnvironment(larger));
    try {
      const turns = await takeTurns(sideOf(ours, PRODUCT_LIST.ours, database), sideOf(onLarger, PRODUCT_LIST.ours, larger), context.rounds, CALLS);
      const { ours: small, rival: large } = turns;
      return { benchmark: `${PRODUCT_LIST.name}, 1 M → 10 M installations`, ours: figuresText(small), rival: figuresText(large), ratio: turns.ratio, goal: GROWTH_GOAL, spread: turns.spread, note: 'Time on 10 M by time on 1 M installations.' };
    } finally {
      await onLarger.stop();
    }
  } finally {
    await larger.close();
  }
}

function sideOf(server: ServerProcess, call: (index: number) => GraphqlCall, database: BenchDatabase): Side {
  return { server, callOf: (index) => ({ body: JSON.stringify({ ...call(index), operationName: 'Q' }) }), isExpected: ({ status, body }) => status === 200 && body.startsWith('{"data":{'), before: database.commitNothing };
}

function resultOf(benchmark: string, turns: Turns, goal: string, note: string): BenchResult {
  return { benchmark, ours: figuresText(turns.ours), rival: figuresText(turns.rival), ratio: turns.ratio, goal, spread: turns.spread, note };
}

function ourProgram(context: BenchContext): string {
  return join(context.rootFolder, 'dist/apps/api/src/main.js');
}

function ourEnvironment(database: BenchDatabase): Readonly<Record<string, string>> {
  return { FAHRPLAN_DATA: database.dataFolder, FAHRPLAN_DEMO: 'none', FAHRPLAN_WORKERS: 'off', FAHRPLAN_LOG: 'error', DATABASE_URL: '' };
}
