// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCandidates } from '../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../support/running-program.js';

const REFUSAL = '__typename ... on Problem { code message messageDe } ... on InputProblem { path }';
const CREATE = `mutation ($input: CreateScenarioInput!) { answer: createScenario(input: $input) { ${REFUSAL} } }`;
const DERIVE = `mutation ($input: DeriveScenarioInput!) { answer: deriveScenario(input: $input) { ${REFUSAL} } }`;
const START = `mutation ($input: StartPlanningInput!) { answer: startPlanning(input: $input) { ${REFUSAL} ... on StartPlanningSuccess { job { id } } } }`;
const RUN = 'mutation ($input: StartPlanningInput!) { startPlanning(input: $input) { ... on StartPlanningSuccess { job { id } } } }';
const REPORT = `mutation ($input: SetMigrationStatusInput!) { answer: setMigrationStatus(input: $input) { ${REFUSAL} } }`;
const period = { startsOn: '2027-01-01', endsOn: '2027-03-31', budgetCents: 1_000_000 };
const definition = { periods: [period], teams: [{ id: 'it', name: 'Team Netz', capacityDays: [40] }] };

let program: RunningProgram;
const answer = async (mutation: string, input: unknown) => (await program.data(mutation, { input })).answer;
const inBothLanguages = { message: expect.stringMatching(/\w{3}.*\.$/s), messageDe: expect.stringMatching(/\w{3}.*\.$/s) };

beforeAll(async () => {
  program = await runProgram();
  await addCandidates(program.database, 60, 'umzug');
  await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
  expect(await answer(CREATE, { name: 'Haushalt', definition })).toMatchObject({ __typename: 'CreateScenarioSuccess' });
});
afterAll(() => program.close());

describe('a number that no JSON may hold, or no field can', () => {
  it.each([
    ['NaN', '{"query":"mutation { startPlanning(input: { timeLimitSeconds: NaN }) { __typename } }"}'],
    ['a bare Infinity', '{"query":"mutation ($t: Float!) { startPlanning(input: { timeLimitSeconds: $t }) { __typename } }","variables":{"t":Infinity}}'],
    ['1e999 as a variable', '{"query":"mutation ($t: Float!) { startPlanning(input: { timeLimitSeconds: $t }) { __typename } }","variables":{"t":1e999}}'],
    ['a seed of 2^40', '{"query":"mutation { startPlanning(input: { seed: 1099511627776 }) { __typename } }"}'],
  ])('%s is a fault of the request', async (_name, payload) => {
    const { statusCode, body } = await program.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload });
    expect([statusCode, body.includes('INTERNAL')]).toEqual([400, false]);
  });
});

describe('hostile input of planning is refused in both languages, with the path to the field', () => {
  it.each<[string, string, object, string]>([
    ['a time of 1e308', START, { timeLimitSeconds: 1e308 }, 'timeLimitSeconds'],
    ['no time', START, { timeLimitSeconds: 0 }, 'timeLimitSeconds'],
    ['fewer than no changes', START, { maxChanges: -1 }, 'maxChanges'],
    ['a product locked twice', START, { locks: [{ product: 'umzug-1', period: 0 }, { product: 'umzug-1', period: 1 }] }, 'locks.1'],
    ['more locks than are possible', START, { locks: Array.from({ length: 10_001 }, (_, index) => ({ product: `p-${index}` })) }, 'locks'],
    ['periods that overlap', CREATE, { name: 'x', definition: { periods: [period, period], teams: [{ id: 'it', name: 'IT', capacityDays: [1, 1] }] } }, 'periods.1.startsOn'],
    ['periods in the wrong order', CREATE, { name: 'x', definition: { periods: [{ ...period, startsOn: '2028-01-01', endsOn: '2028-02-01' }, period], teams: [{ id: 'it', name: 'IT', capacityDays: [1, 1] }] } }, 'periods.1.startsOn'],
    ['a key that reaches for the prototype', CREATE, { name: 'x', definition: JSON.parse(JSON.stringify(definition).replace('{', '{"constructor":{},')) }, 'constructor'],
    ['ten thousand periods', CREATE, { name: 'x', definition: { ...definition, periods: Array(10_000).fill(period) } }, 'periods'],
    ['a name without end', CREATE, { name: 'x'.repeat(100_000), definition }, 'name'],
    ['a budget times −1', DERIVE, { from: 'Haushalt', name: 'x', budgetFactor: -1 }, 'budgetFactor'],
    ['a budget times 1e308', DERIVE, { from: 'Haushalt', name: 'x', budgetFactor: 1e308 }, 'budgetFactor'],
    ['a status of a product nobody plans', REPORT, { product: 'nowhere', status: 'RUNNING', revision: 1 }, ''],
    ['a scenario nobody stored', DERIVE, { from: 'nowhere', name: 'x' }, ''],
  ])('%s', async (_name, mutation, input, path) => {
    const refused = await answer(mutation, input);
    expect(refused).toMatchObject({ code: expect.stringMatching(/^PLANNING\./), ...inBothLanguages, ...(path === '' ? { __typename: 'NotFoundProblem' } : { path }) });
    expect(refused.message).not.toBe(refused.messageDe);
  });

  it('a time beyond every number, and a name of NUL', async () => {
    const endless = await program.data(`mutation { answer: startPlanning(input: { timeLimitSeconds: 1e999 }) { ${REFUSAL} } }`);
    expect(endless.answer).toMatchObject({ code: 'PLANNING.TIME_LIMIT_OUT_OF_RANGE', path: 'timeLimitSeconds', ...inBothLanguages });
    const { body } = await program.query(CREATE, { input: { name: 'a\0b', definition } });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'PLATFORM.NOT_TEXT', messageDe: expect.any(String) });
  });

  it.each<[string, object, string]>([
    ['a lock on what nobody knows', { locks: [{ product: 'no-such-product', period: 0 }] }, 'PLANNING.UNKNOWN_ITEM'],
    ['a lock beyond the last period', { locks: [{ product: 'umzug-1', period: 2 ** 31 - 1 }] }, 'PLANNING.UNKNOWN_PERIOD'],
    ['a scenario nobody stored', { scenario: 'nowhere' }, 'PLANNING.NOT_FOUND'],
  ])('%s ends the job so', async (_name, input, code) => {
    const { status, problem } = await program.runJob(RUN, { input: { timeLimitSeconds: 5, ...input } });
    expect([status, problem]).toEqual(['FAILED', expect.objectContaining({ code, ...inBothLanguages })]);
  });
});

describe('planning that counts work instead of time', () => {
  it('gives the same plan for the same seed', async () => {
    const run = async () => {
      const { status, resultId } = await program.runJob(RUN, { input: { deterministic: true, seed: 7, timeLimitSeconds: 2 } });
      const { plan } = await program.data('query ($id: ID!) { plan(id: $id) { waves { period startsOn items { product { key } } } unscheduled { product { key } reason { code } } } }', { id: resultId });
      return { status, plan };
    };
    const first = await run();
    expect(first.status).toBe('DONE');
    expect(first.plan.waves.flatMap(({ items }: any) => items).length).toBeGreaterThan(0);
    expect(await run()).toEqual(first);
  });

  it('a refused step is told in words, and a lock on begun work is refused', async () => {
    const { resultId } = await program.runJob(RUN, { input: { timeLimitSeconds: 5 } });
    expect((await program.data('mutation ($id: ID!) { putPlanInForce(input: { plan: $id }) { __typename } }', { id: resultId })).putPlanInForce.__typename).toBe('PutPlanInForceSuccess');
    const { plan } = await program.data('query ($id: ID!) { plan(id: $id) { waves { items { product { key } } } } }', { id: resultId });
    const product = plan.waves[0].items[0].product.key;
    expect(await answer(REPORT, { product, status: 'DONE', revision: 1 })).toMatchObject({
      code: 'PLANNING.STEP_NOT_POSSIBLE',
      path: 'status',
      messageDe: 'Von „geplant“ führt kein Schritt zu „abgeschlossen“. Möglich ist: „läuft“, „blockiert“, „abgesagt“.',
      message: 'There is no step from “planned” to “done”. Possible: “running”, “blocked”, “cancelled”.',
    });
    expect(await answer(REPORT, { product, status: 'RUNNING', blockers: ['x'], revision: 1 })).toMatchObject({ path: 'blockers', messageDe: expect.stringContaining('nicht zu „läuft“') });
    expect(await answer(REPORT, { product, status: 'RUNNING', revision: 1 })).toMatchObject({ __typename: 'SetMigrationStatusSuccess' });
    const { problem } = await program.runJob(RUN, { input: { timeLimitSeconds: 5, locks: [{ product, period: 0 }] } });
    expect(problem).toMatchObject({ code: 'PLANNING.LOCK_ON_BEGUN', ...inBothLanguages });
  });
});
