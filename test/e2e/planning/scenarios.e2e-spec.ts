// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const CREATE = `mutation ($input: CreateScenarioInput!) { createScenario(input: $input) { __typename
  ... on CreateScenarioSuccess { scenario { id name definition } } ... on InputProblem { code path message messageDe } } }`;
const period = { startsOn: '2027-01-01', endsOn: '2027-03-31', budgetCents: 1_000_000 };
const definition = { periods: [period], teams: [{ id: 'it', name: 'Team Netz', capacityDays: [40] }] };

let program: RunningProgram;
const create = async (name: string, scenario: unknown) => (await program.data(CREATE, { input: { name, definition: scenario } })).createScenario;

beforeAll(async () => {
  program = await runProgram();
});
afterAll(() => program.close());

describe('a scenario', () => {
  it.each<[string, object, string]>([
    ['a negative budget', { periods: [{ ...period, budgetCents: -1 }] }, 'periods.0.budgetCents'],
    ['a budget of 1e308', { periods: [{ ...period, budgetCents: 1e308 }] }, 'periods.0.budgetCents'],
    ['a budget that is no number', { periods: [{ ...period, budgetCents: 'NaN' }] }, 'periods.0.budgetCents'],
    ['no periods', { periods: [] }, 'periods'],
    ['a day that does not exist', { periods: [{ ...period, endsOn: '2027-02-30' }] }, 'periods.0.endsOn'],
    ['a period that ends before it starts', { periods: [{ ...period, endsOn: '2026-12-31' }] }, 'periods.0.endsOn'],
    ['no teams', { teams: [] }, 'teams'],
    ['a capacity of 1e308', { teams: [{ id: 'it', name: 'IT', capacityDays: [1e308] }] }, 'teams.0.capacityDays.0'],
    ['a negative capacity', { teams: [{ id: 'it', name: 'IT', capacityDays: [-1] }] }, 'teams.0.capacityDays.0'],
    ['too few capacities', { teams: [{ id: 'it', name: 'IT', capacityDays: [] }] }, 'teams.0.capacityDays'],
    ['a team named twice', { teams: [definition.teams[0], definition.teams[0]] }, 'teams.1.id'],
    ['a blackout that ends before it starts', { blackouts: [{ startsOn: '2027-02-02', endsOn: '2027-02-01', reason: 'Wahl', departmentIds: [] }] }, 'blackouts.0.endsOn'],
    ['a blackout of a department that does not exist', { blackouts: [{ startsOn: '2027-02-01', endsOn: '2027-02-02', reason: 'Wahl', departmentIds: ['nowhere'] }] }, 'blackouts.0.departmentIds.0'],
    ['the change load of a department that does not exist', { changeLoad: { nowhere: 2 } }, 'changeLoad.nowhere'],
    ['the worth of a point of 1e308', { centsPerValuePoint: 1e308 }, 'centsPerValuePoint'],
    ['a discount of 200 %', { discount01: 2 }, 'discount01'],
  ])('with %s is refused with the path to it', async (_name, change, path) => {
    expect(await create('refused', { ...definition, ...change })).toMatchObject({ __typename: 'InputProblem', path });
  });

  it('without a name, with a field nobody knows, or that is no object at all is refused', async () => {
    expect(await create('  ', definition)).toMatchObject({ code: 'PLANNING.SCENARIO_NAME_EMPTY', path: 'name' });
    expect(await create('strange', { ...definition, budget: 5 })).toMatchObject({ code: 'PLANNING.SCENARIO_INVALID' });
    for (const [change, path, de, en] of [
      [{ budget: 5 }, 'budget', 'dieses Feld gibt es nicht', 'there is no such field'],
      [{ periods: [{ ...definition.periods[0], budgetCents: -1 }] }, 'periods.0.budgetCents', 'mindestens 0 ist möglich', 'the least possible is 0'],
      [{ periods: [{ ...definition.periods[0], budgetCents: 0.5 }] }, 'periods.0.budgetCents', 'erwartet wird eine ganze Zahl', 'a whole number is expected'],
      [{ periods: [{ ...definition.periods[0], startsOn: '2027-02-30' }] }, 'periods.0.startsOn', 'kein Tag des Kalenders', 'no day of the calendar'],
      [{ periods: [] }, 'periods', 'mindestens 1 Eintrag', 'at least 1 entry'],
      [{ teams: undefined }, 'teams', 'es fehlt eine Liste', 'a list is missing'],
      [{ discount01: 7 }, 'discount01', 'höchstens 1 ist möglich', 'the most possible is 1'],
      [{ teams: [{ id: '', name: 'x', capacityDays: [1] }] }, 'teams.0.id', 'der Text ist leer', 'the text is empty'],
    ] as const) {
      const refused = await create('strange', { ...definition, ...change });
      expect([refused.code, refused.path, refused.messageDe, refused.message]).toEqual(['PLANNING.SCENARIO_INVALID', path, expect.stringContaining(de), expect.stringContaining(en)]);
    }
    for (const nothing of [5, 'text', []]) expect(await create('strange', nothing)).toMatchObject({ code: 'PLANNING.SCENARIO_INVALID', path: '(root)' });
    expect((await program.data('{ scenarios { totalCount } }')).scenarios.totalCount).toBe(0);
  });

  it('is kept once under its name', async () => {
    expect(await create(' Haushalt 2027 ', definition)).toMatchObject({ __typename: 'CreateScenarioSuccess', scenario: { name: 'Haushalt 2027' } });
    expect(await create('Haushalt 2027', definition)).toMatchObject({ code: 'PLANNING.SCENARIO_NAME_TAKEN', path: 'name' });
  });
});

describe('a plan on the server', () => {
  it('marks what nobody knows the saving of, and says why something is left out in names', async () => {
    await addCandidates(program.database, 8, 'Umzug');
    await program.database.query("UPDATE contract SET notice_period_months = NULL WHERE product_id = (SELECT min(product_id) FROM contract)");
    await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
    const job = await program.runJob('mutation { startPlanning(input: { timeLimitSeconds: 5 }) { ... on StartPlanningSuccess { job { id } } } }');
    expect(job).toMatchObject({ status: 'DONE', problem: null });
    const { plan } = await program.data('query ($id: ID!) { plan(id: $id) { waves { savingCents items { savingUnknownBecause product { key contracts { noticePeriodMonths } } } } unscheduled { product { name } reason { de } } } }', { id: job.resultId });
    const items = plan.waves.flatMap((wave: any) => wave.items);
    expect(plan.unscheduled.length + items.length).toBe(8);
    for (const { product, reason } of plan.unscheduled) expect(reason.de).toContain(`„${product.name}“`);
    for (const { reason } of plan.unscheduled) expect(reason.de).not.toMatch(/fehlen it /);
    for (const { savingUnknownBecause, product } of items) {
      const [contract] = product.contracts;
      expect(savingUnknownBecause).toBe(contract === undefined ? 'COST' : contract.noticePeriodMonths === null ? 'CONTRACT_END' : null);
    }
    expect(plan.unscheduled.length).toBeGreaterThan(0);
    expect(items.length).toBeGreaterThan(0);
  });

  it('keeps to what a department is said to bear, unless its scenario says otherwise', async () => {
    const made = await program.data('mutation { createDepartment(input: { key: "A7", name: "Amt 7", changeLoadLimit: 1 }) { ... on CreateDepartmentSuccess { department { key } } } }');
    expect(made.createDepartment.department.key).toBe('A7');
    await program.database.query("INSERT INTO product_department_usage SELECT p.id, (SELECT id FROM department WHERE key = 'A7'), 10 FROM product p WHERE p.key LIKE 'Umzug-%'");
    const mostAtOnce = async (scenario: string) => {
      const { resultId } = await program.runJob('mutation ($scenario: String) { startPlanning(input: { scenario: $scenario, timeLimitSeconds: 3 }) { ... on StartPlanningSuccess { job { id } } } }', { scenario });
      const { plan } = await program.data('query ($id: ID!) { plan(id: $id) { waves { items { product { key } } } } }', { id: resultId });
      return Math.max(...plan.waves.map(({ items }: any) => items.length));
    };
    const roomy = { periods: [period, { startsOn: '2027-04-01', endsOn: '2027-06-30', budgetCents: 900_000_000 }], teams: [{ id: 'it', name: 'IT', capacityDays: [4_000, 4_000] }], assumedSeats: 10 };
    await create('geräumig', roomy);
    await create('geräumig, vieles zugleich', { ...roomy, changeLoad: { A7: 50 } });
    expect(await mostAtOnce('geräumig')).toBe(1);
    expect(await mostAtOnce('geräumig, vieles zugleich')).toBeGreaterThan(1);
  });
});
