// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const START = 'mutation ($input: StartPlanningInput!) { startPlanning(input: $input) { ... on StartPlanningSuccess { job { id } } ... on InputProblem { code path } } }';
const PLAN = 'query ($id: ID!) { plan(id: $id) { status waves { period startsOn items { product { key } } } unscheduled { product { key } reason { code } } conflicts { code } problem } }';

let program: RunningProgram;
const start = async (input: object) => (await program.data(START, { input })).startPlanning;
const planned = async (locks: object[]) => program.runJob(START, { input: { timeLimitSeconds: 5, locks } });
const plan = async (id: string | null) => (await program.data(PLAN, { id })).plan;
const startOf = ({ waves }: any, key: string) => waves.find(({ items }: any) => items.some(({ product }: any) => product.key === key));

beforeAll(async () => {
  program = await runProgram();
  await addCandidates(program.database, 400, 'umzug');
  await program.database.query('UPDATE product SET vendor_id = NULL'); // or those of one vendor move together
  await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
});
afterAll(() => program.close());

describe('starts that somebody wishes', () => {
  it('are kept: one in its period, one in no wave', async () => {
    const free = await plan((await planned([])).resultId);
    const [kept, out] = free.waves[0].items.map(({ product }: any) => product.key);
    const bound = await plan((await planned([{ product: kept, period: 3 }, { product: out }])).resultId);
    expect(startOf(free, kept).period).toBe(0);
    expect(startOf(bound, kept).period).toBe(3);
    expect(startOf(bound, out)).toBeUndefined();
    expect(bound.unscheduled).toContainEqual({ product: { key: out }, reason: { code: 'PLANNING.OUT_BY_LOCK' } });
    expect(bound.problem.locked).toEqual([{ item: kept, period: 3 }, { item: out, period: null }]);
  });

  it('are refused where they name a product twice, one that is not planned, or a period that is not there', async () => {
    expect(await start({ locks: [{ product: 'umzug-1', period: 1 }, { product: 'umzug-1' }] })).toEqual({ code: 'PLANNING.LOCKED_TWICE', path: 'locks.1' });
    expect((await planned([{ product: 'no-such-product', period: 1 }])).problem).toMatchObject({ code: 'PLANNING.UNKNOWN_ITEM' });
    expect((await planned([{ product: 'umzug-1', period: 99 }])).problem).toMatchObject({ code: 'PLANNING.UNKNOWN_PERIOD' });
    expect((await planned([{ product: 'umzug-1', period: -1 }])).problem).toMatchObject({ code: 'PLANNING.UNKNOWN_PERIOD' });
  });
});

describe('planning that somebody ends early', () => {
  it('keeps the best plan found until then, and says while it runs how good it is', async () => {
    const { job } = await start({ timeLimitSeconds: 600 });
    const read = async () => (await program.data('query ($id: ID!) { job(id: $id) { status resultId summary } }', { id: job.id })).job;
    const until = async (isSo: (now: any) => boolean) => {
      for (;;) {
        const now = await read();
        if (isSo(now)) return now;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const running = await until(({ status, summary }) => status !== 'RUNNING' && status !== 'QUEUED' || typeof summary?.objective === 'number');
    expect(running).toMatchObject({ status: 'RUNNING', resultId: null, summary: { phase: expect.any(String) } });
    await program.data('mutation ($id: ID!) { cancelJob(input: { id: $id }) { __typename } }', { id: job.id });
    const ended = await until(({ status }) => status !== 'RUNNING');
    expect(ended).toMatchObject({ status: 'DONE', summary: { status: 'FEASIBLE', stoppedBy: 'CANCELLED' } });
    expect(ended.summary.objective).toBeGreaterThanOrEqual(running.summary.objective);
    expect(await plan(ended.resultId)).toMatchObject({ status: 'FEASIBLE' });
  });
});
