// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '../../../apps/api/src/platform/database/transactions.js';
import { TargetWatch } from '../../../apps/api/src/planning/index.js';
import { MeasureTargets } from '../../../apps/api/src/planning/targets/measure-targets.use-case.js';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const PROBLEM = '... on InputProblem { code path message messageDe } ... on NotFoundProblem { code id }';
const VALUE = 'low high reached missed unknown unrecognised uncounted';
const TARGET = `id name measure unit goal dueOn note principles isWithdrawn revision current { ${VALUE} plan { id } } leastGap mostGap standing outlook dueLow dueHigh surelyReachedOn possiblyReachedOn
  forecast { on low high } nextStop { on low high } nextWave { startsOn } history(first: 20) { low high measuredAt } versions { revision goal dueOn note isWithdrawn setBy }`;
const SET = `mutation ($input: SetTargetInput!) { setTarget(input: $input) { __typename ${PROBLEM} ... on TargetStored { target { ${TARGET} } } } }`;
const CHANGE = `mutation ($input: ChangeTargetInput!) { changeTarget(input: $input) { __typename ${PROBLEM} ... on TargetStored { target { ${TARGET} } } } }`;
const WITHDRAW = `mutation ($input: WithdrawTargetInput!) { withdrawTarget(input: $input) { __typename ${PROBLEM} ... on TargetStored { target { ${TARGET} } } } }`;

let program: RunningProgram;
const set = async (input: object) => (await program.data(SET, { input: { name: 'Freie Produkte', goal: 0.5, dueOn: day(400), ...input } })).setTarget;
const change = async (input: object) => (await program.data(CHANGE, { input })).changeTarget;
const targets = async (filter: object = {}) => (await program.data(`query ($filter: TargetFilter) { targets(filter: $filter) { totalCount nodes { ${TARGET} } } }`, { filter })).targets.nodes;
const measure = async () => (await program.data('mutation { measureTargets { changed } }')).measureTargets.changed;
const newest = async (which: string) => (await program.data(`query ($measures: [Measure!]) { measurements(first: 1, filter: { measures: $measures }) { nodes { ${VALUE} forecast { on low high } } } }`, { measures: [which] })).measurements.nodes[0];
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const use = (key: string, installations: number) =>
  program.database.query('INSERT INTO product_usage (product_id, titles, installations, register_entries) SELECT id, 1, $2, 0 FROM product WHERE key = $1 ON CONFLICT (product_id) DO UPDATE SET titles = 1, installations = excluded.installations', [key, installations]);

beforeAll(async () => {
  program = await runProgram();
  program.app.get(TargetWatch, { strict: false }).start();
});
afterAll(() => program.close());

describe('targets', () => {
  it('measure nothing where nothing is in use, and say so', async () => {
    await measure();
    expect(await newest('PRODUCTS')).toMatchObject({ low: null, high: null, reached: 0 });
    const { target } = await set({ measure: 'PRODUCTS' });
    expect(target).toMatchObject({ unit: 'SHARE', standing: 'UNKNOWN', outlook: 'UNKNOWN', leastGap: null, mostGap: null, dueLow: null, surelyReachedOn: null, nextStop: null, nextWave: null, forecast: [] });
    expect(await measure()).toBe(0);
  });

  // 4 products: one open, two proprietary, one of unknown license: between 1 and 2 of 4
  it('count what nobody knows on neither side', async () => {
    await addCandidates(program.database, 2, 'ziel');
    await program.database.query("UPDATE alternative SET kind = 'FULL' WHERE product_id IN (SELECT id FROM product WHERE key LIKE 'ziel-%')");
    await program.database.query("INSERT INTO product (key, name, category_id, origin) SELECT 'raetsel', 'Rätsel', min(id), 'OWN' FROM category");
    const { rows } = await program.database.query("SELECT p.key FROM product p JOIN license l ON l.id = p.license_id AND l.verdict = 'ALLOWED' ORDER BY p.id LIMIT 1");
    await use(rows[0].key, 40);
    await use('ziel-1', 50);
    await use('ziel-2', 10);
    await use('raetsel', 100);
    expect(await measure()).toBeGreaterThan(0);
    expect(await newest('PRODUCTS')).toMatchObject({ low: 0.25, high: 0.5, reached: 1, missed: 2, unknown: 1, unrecognised: 0 });
    expect(await newest('INSTALLATIONS')).toMatchObject({ low: 0.2, high: 0.7, reached: 40, missed: 60, unknown: 100 });
    expect(await newest('OPEN_PRODUCTS')).toMatchObject({ low: 2, high: 3 });
    expect(await newest('OWN_SOFTWARE')).toMatchObject({ low: null });
    const [target] = await targets();
    expect(target).toMatchObject({ standing: 'UNCERTAIN', outlook: 'UNCERTAIN', leastGap: 0, mostGap: 0.25, surelyReachedOn: null, possiblyReachedOn: day(0), principles: ['M1'] });
    expect(target.history.map(({ low }: any) => low)).toEqual([0.25, null]);
    expect((await set({ measure: 'OPEN_PRODUCTS', goal: 3, name: 'Höchstens drei' })).target).toMatchObject({ unit: 'COUNT', standing: 'REACHED', mostGap: 0, surelyReachedOn: day(0) });
    expect((await set({ measure: 'OPEN_PRODUCTS', goal: 1, name: 'Höchstens eines' })).target).toMatchObject({ standing: 'NOT_REACHED', leastGap: 1, mostGap: 2 });
    await expect(program.database.query('UPDATE measurement SET low = 1')).rejects.toThrow();
  });

  // both go to the open product that is there: 1 to 2 of 2 in the end
  it('follow the plan in force: its curve, the next stop and the next wave, and no certainty where work is blocked', async () => {
    await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
    const definition = {
      periods: [0, 1, 2].map((index) => ({ startsOn: day(60 * index + 1), endsOn: day(60 * index + 60), budgetCents: null })),
      teams: [{ id: 'it', name: 'Team', capacityDays: [2_000, 2_000, 2_000] }],
    };
    await program.data('mutation ($input: CreateScenarioInput!) { createScenario(input: $input) { __typename } }', { input: { name: 'ziele', definition } });
    const planned = await program.runJob('mutation { startPlanning(input: { timeLimitSeconds: 5, scenario: "ziele" }) { ... on StartPlanningSuccess { job { id } } } }');
    expect((await targets())[0]).toMatchObject({ nextWave: null, current: { plan: null } });
    await program.data('mutation ($input: PutPlanInForceInput!) { putPlanInForce(input: $input) { __typename } }', { input: { plan: planned.resultId } });
    await measure();
    const { migrations } = await program.data('{ migrations { nodes { product { key } status plannedEndsOn revision } } }');
    const last = migrations.nodes.map(({ plannedEndsOn }: any) => plannedEndsOn).sort().at(-1);
    expect(migrations.nodes).toHaveLength(2);
    const [target] = await targets({ measures: ['PRODUCTS'] });
    expect(target).toMatchObject({ current: { low: 0.25, plan: { id: planned.resultId } }, dueLow: 0.5, dueHigh: 1, outlook: 'ON_COURSE', standing: 'UNCERTAIN', surelyReachedOn: last });
    expect(target.forecast.at(-1)).toEqual({ on: last, low: 0.5, high: 1 });
    expect(target.nextStop).toEqual(target.forecast[0]);
    expect(target.nextWave.startsOn).toBe(day(1));
    const { key, revision } = { key: migrations.nodes[0].product.key, revision: migrations.nodes[0].revision };
    await program.data(`mutation ($input: SetMigrationStatusInput!) { setMigrationStatus(input: $input) { __typename } }`, { input: { product: key, revision, status: 'BLOCKED', blockers: ['Vertrag offen'] } });
    await measure();
    expect((await targets({ measures: ['PRODUCTS'] }))[0]).toMatchObject({ dueLow: 1 / 3, dueHigh: 1, outlook: 'UNCERTAIN', surelyReachedOn: null });
  });

  it('keep every version, and refuse what is no target, what is old, and what nobody knows', async () => {
    for (const [input, code, path] of [
      [{ measure: 'PRODUCTS', name: '  ' }, 'PLANNING.TARGET_NAME_EMPTY', 'name'],
      [{ measure: 'PRODUCTS', name: 'x'.repeat(201) }, 'PLANNING.TARGET_NAME_EMPTY', 'name'],
      [{ measure: 'PRODUCTS', goal: 40 }, 'PLANNING.GOAL_NO_SHARE', 'goal'],
      [{ measure: 'SPEND', goal: 0 }, 'PLANNING.GOAL_NO_SHARE', 'goal'],
      [{ measure: 'OPEN_PRODUCTS', goal: 0.5 }, 'PLANNING.GOAL_NO_COUNT', 'goal'],
      [{ measure: 'OPEN_PRODUCTS', goal: 1e308 }, 'PLANNING.GOAL_NO_COUNT', 'goal'],
      [{ measure: 'PRODUCTS', dueOn: day(-1) }, 'PLANNING.TARGET_DUE_IN_PAST', 'dueOn'],
      [{ measure: 'PRODUCTS', note: 'x'.repeat(2_001) }, 'PLANNING.NOTE_TOO_LONG', 'note'],
    ] as const) expect(await set(input)).toMatchObject({ code, path });
    const { target } = await set({ measure: 'INSTALLATIONS', goal: 0.4 });
    const { id } = target;
    expect(await change({ id: 'Target:999999', revision: 1 })).toMatchObject({ code: 'PLANNING.NOT_FOUND' });
    expect(await change({ id: 'Product:1', revision: 1 })).toMatchObject({ code: 'PLANNING.NOT_FOUND' });
    expect(await change({ id, revision: 1, goal: 2 })).toMatchObject({ code: 'PLANNING.GOAL_NO_SHARE' });
    expect(await change({ id, revision: 1, goal: 0.6, note: 'Ratsbeschluss' })).toMatchObject({ target: { goal: 0.6, note: 'Ratsbeschluss', revision: 2, dueOn: day(400) } });
    expect(await change({ id, revision: 1, goal: 0.7 })).toMatchObject({ __typename: 'ChangedMeanwhileProblem' });
    expect((await program.data(WITHDRAW, { input: { id, revision: 2, reason: ' ' } })).withdrawTarget).toMatchObject({ code: 'PLANNING.REASON_MISSING' });
    const gone = (await program.data(WITHDRAW, { input: { id, revision: 2, reason: 'ersetzt' } })).withdrawTarget.target;
    expect(gone).toMatchObject({ isWithdrawn: true, note: 'ersetzt', versions: [{ revision: 1, goal: 0.4 }, { revision: 2, goal: 0.6 }, { revision: 3, isWithdrawn: true }] });
    expect(await change({ id, revision: 3, goal: 0.7 })).toMatchObject({ code: 'PLANNING.TARGET_WITHDRAWN' });
    expect((await targets({ isWithdrawn: true })).map((one: any) => one.id)).toEqual([id]);
    const { rows } = await program.database.query("SELECT operation FROM audit_entry WHERE entity = 'Target' AND entity_id = $1 ORDER BY id", [id.split(':')[1]]);
    expect(rows.map(({ operation }) => operation)).toEqual(['setTarget', 'changeTarget', 'withdrawTarget']);
  });

  it('are measured by themselves after a change', async () => {
    const before = (await newest('OPEN_PRODUCTS')).high;
    await program.data('mutation ($input: GrantExemptionInput!) { grantExemption(input: $input) { __typename } }', { input: { product: 'raetsel', reason: 'kein Ersatz', approver: 'Rat', expiresOn: day(90) } });
    const until = Date.now() + 20_000;
    while ((await newest('OPEN_PRODUCTS')).high === before && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
    const after = await newest('OPEN_PRODUCTS');
    expect(after.high).toBe(before - 1);
    expect(after.forecast).toEqual([{ on: day(91), low: after.low, high: after.high + 1 }]);
  });

  it('are measured with as many statements for 200 products as for a few', async () => {
    const transactions = program.app.get(Transactions, { strict: false });
    const measuring = program.app.get(MeasureTargets, { strict: false });
    const query = transactions.query.bind(transactions);
    let statements = 0;
    transactions.query = (...args: Parameters<typeof query>) => {
      statements++;
      return query(...args) as never;
    };
    await program.app.get(TargetWatch, { strict: false }).stop();
    statements = 0;
    await measuring.execute();
    const few = statements;
    await addCandidates(program.database, 200, 'viele');
    statements = 0;
    expect(await measuring.execute()).toMatchObject({ ok: true, value: { changed: expect.any(Number) } });
    transactions.query = query;
    expect(statements).toBe(few);
    expect(few).toBeLessThanOrEqual(9);
  });
});
