// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const PROBLEM = '... on InputProblem { code path message facts } ... on NotFoundProblem { code id }';
const PLAN = 'mutation ($input: StartPlanningInput!) { startPlanning(input: $input) { ... on StartPlanningSuccess { job { id } } ... on Problem { code } } }';
const SET = `mutation ($input: SetMigrationStatusInput!) { setMigrationStatus(input: $input) { __typename ${PROBLEM}
  ... on SetMigrationStatusSuccess { migration { status nextStatuses startedOn endedOn blockers note revision history { status blockers note } } } } }`;
const PUT = `mutation ($input: PutPlanInForceInput!) { putPlanInForce(input: $input) { __typename ${PROBLEM} ... on PutPlanInForceSuccess { plan { id isInForce } } } }`;
const COMPARE = `query ($before: ID, $after: ID!) { comparePlans(before: $before, after: $after) { __typename ${PROBLEM} ... on PlanComparison { before { items costCents } after { items changes } changes { productKey kind fromStartsOn toStartsOn } } } }`;

let program: RunningProgram;
const plan = async (input: object = {}) => (await program.runJob(PLAN, { input: { timeLimitSeconds: 5, ...input } })) as { status: string; resultId: string; problem: any };
const put = async (id: string) => {
  const { plans } = await program.data('{ plans(first: 1, filter: { isInForce: true }) { nodes { id } } }');
  return (await program.data(PUT, { input: { plan: id, replaces: plans.nodes[0]?.id } })).putPlanInForce;
};
const say = async (input: object) => (await program.data(SET, { input })).setMigrationStatus;
const compare = async (after: string, before?: string) => (await program.data(COMPARE, { before, after })).comparePlans;
const migrations = async (filter: object = {}) =>
  (await program.data('query ($filter: MigrationFilter) { migrations(first: 100, filter: $filter) { totalCount nodes { product { key } alternative { name } plan { id } status nextStatuses plannedStartsOn plannedEndsOn startedOn isLate cancelledBy revision history { status } } } }', { filter })).migrations.nodes;
const itemsOf = async (id: string) => (await program.data('query ($id: ID!) { plan(id: $id) { waves { startsOn items { product { key } } } unscheduled { product { key } reason { code de } } } }', { id })).plan;
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** Four periods of 60 days; the second day of the first one is today. */
const definition = (capacityDays: number) => ({
  periods: [0, 1, 2, 3].map((index) => ({ startsOn: day(60 * index - 1), endsOn: day(60 * index + 58), budgetCents: null })),
  teams: [{ id: 'it', name: 'Team Netz', capacityDays: [capacityDays, capacityDays, capacityDays, capacityDays] }],
});

beforeAll(async () => {
  program = await runProgram();
  await addCandidates(program.database, 9, 'umzug');
  await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
  for (const [name, capacity] of [['modest', 120], ['generous', 2_000]] as const) {
    const { createScenario } = await program.data(`mutation ($input: CreateScenarioInput!) { createScenario(input: $input) { ... on CreateScenarioSuccess { scenario { id } } ${PROBLEM} } }`, { input: { name, definition: definition(capacity) } });
    expect(createScenario.scenario).toBeDefined();
  }
});
afterAll(() => program.close());

describe('steering', () => {
  let modest = '';
  let generous = '';

  it('has nothing to compare with before a plan is in force', async () => {
    modest = (await plan({ scenario: 'modest' })).resultId;
    expect(await compare(modest)).toMatchObject({ code: 'PLANNING.NOTHING_IN_FORCE' });
    expect(await plan({ scenario: 'modest', maxChanges: 1 })).toMatchObject({ status: 'FAILED', problem: { code: 'PLANNING.NOTHING_IN_FORCE' } });
    expect(await migrations()).toEqual([]);
  });

  it('puts a plan in force once, and what does not exist never', async () => {
    expect(await put('Plan:999999')).toMatchObject({ __typename: 'NotFoundProblem', code: 'PLANNING.NOT_FOUND' });
    for (const odd of ['Product:1', 'nonsense', '']) expect(await put(odd)).toMatchObject({ code: 'PLANNING.NOT_FOUND' });
    expect(await put(modest)).toMatchObject({ plan: { id: modest, isInForce: true } });
    const first = await migrations();
    const { waves } = await itemsOf(modest);
    expect(first.map(({ product, plannedStartsOn }: any) => [product.key, plannedStartsOn]).sort()).toEqual(waves.flatMap(({ startsOn, items }: any) => items.map(({ product }: any) => [product.key, startsOn])).sort());
    expect(first.length).toBeGreaterThan(1);
    for (const migration of first) expect(migration).toMatchObject({ status: 'PLANNED', nextStatuses: ['RUNNING', 'BLOCKED', 'CANCELLED'], plan: { id: modest }, history: [{ status: 'PLANNED' }], cancelledBy: null });
    await put(modest);
    expect(await migrations()).toEqual(first);
    expect((await program.data('{ plans(filter: { isInForce: true }) { nodes { id } } }')).plans.nodes).toEqual([{ id: modest }]);
  });

  it('keeps every step with its blockers, and refuses what cannot be, what is old, and what nobody knows', async () => {
    const [{ product }] = await migrations();
    const key = product.key;
    expect(await say({ product: key, status: 'DONE', revision: 1 })).toMatchObject({ code: 'PLANNING.STEP_NOT_POSSIBLE', path: 'status', facts: { possible: ['RUNNING', 'BLOCKED', 'CANCELLED'] } });
    expect(await say({ product: 'nowhere', status: 'RUNNING', revision: 1 })).toMatchObject({ code: 'PLANNING.NOT_FOUND' });
    expect(await say({ product: key, status: 'RUNNING', revision: 1, on: day(1) })).toMatchObject({ code: 'PLANNING.STEP_IN_FUTURE', path: 'on' });
    expect(await say({ product: key, status: 'RUNNING', revision: 1, note: 'x'.repeat(2_001) })).toMatchObject({ code: 'PLANNING.NOTE_TOO_LONG' });
    expect(await say({ product: key, status: 'RUNNING', revision: 1 })).toMatchObject({ migration: { status: 'RUNNING', nextStatuses: ['BLOCKED', 'DONE', 'CANCELLED'], startedOn: day(0), revision: 2 } });
    expect(await say({ product: key, status: 'BLOCKED', revision: 1, blockers: ['x'] })).toMatchObject({ __typename: 'ChangedMeanwhileProblem' });
    expect(await say({ product: key, status: 'BLOCKED', revision: 2, blockers: ['Schnittstelle zum Kassenverfahren fehlt'], note: 'Hersteller liefert im Mai' })).toMatchObject({
      migration: { status: 'BLOCKED', nextStatuses: ['RUNNING', 'BLOCKED', 'CANCELLED'], blockers: ['Schnittstelle zum Kassenverfahren fehlt'], history: [{ status: 'PLANNED' }, { status: 'RUNNING' }, { status: 'BLOCKED', note: 'Hersteller liefert im Mai' }] },
    });
    expect(await migrations({ status: ['BLOCKED'] })).toHaveLength(1);
    await expect(program.database.query("UPDATE migration_event SET status = 'DONE'")).rejects.toThrow();
  });

  it('leaves what has begun where it is in a new plan, and shows what moved, was added and dropped', async () => {
    const [begun] = await migrations({ status: ['BLOCKED'] });
    const planned = await migrations({ status: ['PLANNED'] });
    const cancelled = planned.at(-1).product.key;
    await say({ product: cancelled, status: 'CANCELLED', revision: 1 });
    generous = (await plan({ scenario: 'generous' })).resultId;
    const { waves, unscheduled } = await itemsOf(generous);
    expect(waves[0].items.map(({ product }: any) => product.key)).toContain(begun.product.key);
    expect(unscheduled).toContainEqual({ product: { key: cancelled }, reason: { code: 'PLANNING.OUT_CANCELLED', de: expect.stringContaining('„umzug ') } });
    const { changes, after } = await compare(generous);
    expect(after.changes).toBe(changes.length);
    expect(changes.find(({ productKey }: any) => productKey === begun.product.key)).toBeUndefined();
    expect(changes.find(({ productKey }: any) => productKey === cancelled)).toMatchObject({ kind: 'DROPPED', toStartsOn: null });
    for (const { kind, fromStartsOn, toStartsOn } of changes) {
      if (kind === 'ADDED') expect(fromStartsOn).toBeNull();
      if (kind === 'EARLIER') expect(toStartsOn < fromStartsOn).toBe(true);
    }
    expect(changes.some(({ kind }: any) => kind === 'ADDED' || kind === 'EARLIER')).toBe(true);
    expect((await compare(modest, modest)).changes).toEqual([]);
  });

  it('changes no more of the plan in force than was allowed', async () => {
    expect((await program.data(PLAN, { input: { maxChanges: -1 } })).startPlanning).toMatchObject({ code: 'PLANNING.NEGATIVE' });
    const close = await plan({ scenario: 'generous', maxChanges: 1 });
    expect(close.status).toBe('DONE');
    const { changes } = await compare(close.resultId);
    const cancelled = (await migrations({ status: ['CANCELLED'] }))[0].product.key;
    expect(changes.filter(({ productKey }: any) => productKey !== cancelled).length).toBeLessThanOrEqual(1);
  });

  it('follows a new plan in force, but none that moves what has begun', async () => {
    const [begun] = await migrations({ status: ['BLOCKED'] });
    expect(await put(generous)).toMatchObject({ plan: { isInForce: true } });
    const now = await migrations();
    expect(now.find(({ product }: any) => product.key === begun.product.key)).toMatchObject({ status: 'BLOCKED', startedOn: begun.startedOn, revision: begun.revision });
    const { waves } = await itemsOf(generous);
    expect(now.filter(({ cancelledBy }: any) => cancelledBy === null)).toHaveLength(waves.flatMap(({ items }: any) => items).length);
    await program.database.query('UPDATE product_migration SET started_on = started_on + 120 WHERE product_id = (SELECT id FROM product WHERE key = $1)', [begun.product.key]);
    expect(await put(modest)).toMatchObject({ code: 'PLANNING.PLAN_MOVES_RUNNING', facts: { products: [begun.product.key] } });
    expect((await program.data('{ plans(filter: { isInForce: true }) { nodes { id } } }')).plans.nodes).toEqual([{ id: generous }]);
  });
});

describe('a planning job', () => {
  it('that is cancelled ends at once, with the best plan it has or with none', async () => {
    await addCandidates(program.database, 400, 'lang');
    await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
    const before = (await program.data('{ plans { totalCount } }')).plans.totalCount;
    const { startPlanning } = await program.data(PLAN, { input: { scenario: 'modest', timeLimitSeconds: 3_600 } });
    const { id } = startPlanning.job;
    const read = async () => (await program.data('query ($id: ID!) { job(id: $id) { status step resultId summary } }', { id })).job;
    for (let job = await read(); !job.step?.startsWith('solving'); job = await read()) {
      expect(['QUEUED', 'RUNNING']).toContain(job.status);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await program.data('mutation ($id: ID!) { cancelJob(input: { id: $id }) { __typename } }', { id });
    while ((await read()).status === 'RUNNING') await new Promise((resolve) => setTimeout(resolve, 20));
    const { status, resultId, summary } = await read();
    const kept = resultId === null ? 0 : 1;
    expect({ status, stoppedBy: summary?.stoppedBy }).toEqual(kept ? { status: 'DONE', stoppedBy: 'CANCELLED' } : { status: 'CANCELLED', stoppedBy: undefined });
    expect((await program.data('{ plans { totalCount } }')).plans.totalCount).toBe(before + kept);
  });
});
