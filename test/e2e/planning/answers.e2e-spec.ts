// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { addCandidates } from '../../support/many-candidates.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const PROBLEM = '... on InputProblem { code path facts } ... on NotFoundProblem { code id }';
const DERIVE = `mutation ($input: DeriveScenarioInput!) { deriveScenario(input: $input) { __typename ${PROBLEM} ... on DeriveScenarioSuccess { scenario { name definition } } } }`;
const EXPLAIN = `query ($plan: ID, $product: String!) { explainPlanItem(plan: $plan, product: $product) { ${PROBLEM} ... on PlanItemExplanation { planId productName period startsOn obstacles { period startsOn code de gainPoints gainCents } } } }`;

let program: RunningProgram;
let planId = '';
const file = (name: string, headers: Record<string, string> = {}) => program.inject({ method: 'GET', url: `/plans/${name}`, headers });
const explain = async (product: string, plan?: string) => (await program.data(EXPLAIN, { plan, product })).explainPlanItem;
const derive = async (input: object) => (await program.data(DERIVE, { input })).deriveScenario;

beforeAll(async () => {
  program = await runProgram();
  await addCandidates(program.database, 30, 'umzug');
  await program.database.query(`UPDATE product SET name = '=HYPERLINK("http://example.org";"' || name || '")' WHERE key = 'umzug-1'`);
  await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
});
afterAll(() => program.close());

describe('before there is a plan', () => {
  it('there is no file, no explanation and no scenario to start from', async () => {
    expect((await file('newest.csv')).statusCode).toBe(404);
    expect(await explain('umzug-1')).toMatchObject({ code: 'PLANNING.NOT_FOUND' });
    expect(await derive({ from: 'standard', name: 'x' })).toMatchObject({ code: 'PLANNING.NOT_FOUND' });
  });
});

describe('a plan', () => {
  beforeAll(async () => {
    planId = (await program.runJob('mutation { startPlanning(input: { timeLimitSeconds: 5 }) { ... on StartPlanningSuccess { job { id } } } }')).resultId!;
  });

  it('goes out as a table in which no name becomes a formula', async () => {
    const { body, headers } = await file('newest.csv', { 'accept-language': 'de' });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('plan-newest.csv');
    expect(body.startsWith('\uFEFFWellen\r\n')).toBe(true);
    expect(body).toContain('Welle;Periode;Beginn;');
    expect(body).toContain('IT (%)');
    expect(body).toMatch(/HYPERLINK/);
    for (const line of body.split('\r\n')) for (const cell of line.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)) expect(cell.replace(/^\uFEFF/, '')).not.toMatch(/^"?[=+@]/);
    expect((await file(`${planId.split(':')[1]}.csv?language=en`)).body).toContain('Wave;Period;Starts on;');
  });

  it('goes out as a workbook with a sheet for waves, periods and what is left out, without formulas', async () => {
    const { rawPayload } = await file('newest.xlsx');
    const entries = await new ZipReader(new BlobReader(new Blob([rawPayload as Uint8Array<ArrayBuffer>]))).getEntries();
    const textOf = async (name: string) => {
      const entry = entries.find(({ filename }) => filename === name)!;
      return 'getData' in entry ? entry.getData!(new TextWriter()) : '';
    };
    expect(await textOf('xl/workbook.xml')).toMatch(/Waves[\s\S]*Periods[\s\S]*Not planned/);
    for (const { filename } of entries.filter(({ filename: name }) => /worksheets\/sheet\d/.test(name))) expect(await textOf(filename)).not.toContain('<f>');
  });

  it('goes out as Markdown and as a calendar with names', async () => {
    const markdown = (await file('newest.md')).body;
    expect(markdown).toContain('## Waves');
    expect(markdown).toContain('umzug 2');
    const calendar = await file('newest.ics');
    expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(calendar.body).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:Wave 1\r\n[\s\S]*END:VCALENDAR\r\n$/);
  });

  it('that does not exist, or in a form that does not, is not found', async () => {
    for (const name of ['999999.csv', 'in-force.csv', 'newest.pdf', 'newest', '-1.csv', '1e3.csv', encodeURIComponent('../secret.csv')]) {
      const answer = await file(name);
      expect(answer.statusCode).toBe(404);
    }
    expect(JSON.parse((await file('in-force.csv')).body)).toMatchObject({ problem: { code: 'PLANNING.NOT_FOUND', what: 'Plan', id: expect.any(String), message: expect.stringContaining('does not exist'), messageDe: expect.stringContaining('gibt es nicht') } });
  });

  it('says why something is in no wave or not earlier, in names and days', async () => {
    const { plan } = await program.data('query ($id: ID!) { plan(id: $id) { waves { period startsOn items { product { key name } } } unscheduled { product { key name } } } }', { id: planId });
    expect(plan.unscheduled.length).toBeGreaterThan(0);
    for (const { product } of plan.unscheduled) {
      const why = await explain(product.key, planId);
      expect(why).toMatchObject({ planId, productName: product.name, period: null });
      expect(why.obstacles.length).toBeGreaterThan(0);
      expect(why.obstacles[0].de).toContain(product.name);
    }
    for (const wave of plan.waves) for (const { product } of wave.items) {
      const why = await explain(product.key);
      expect(why).toMatchObject({ period: wave.period, startsOn: wave.startsOn });
      for (const { period } of why.obstacles) expect(period).toBeLessThan(wave.period);
    }
    expect(await explain('nowhere')).toMatchObject({ code: 'PLANNING.NOT_FOUND' });
    expect(await explain('umzug-1', 'Plan:999')).toMatchObject({ code: 'PLANNING.NOT_FOUND' });
  });

  it('has a cash flow per period that adds up', async () => {
    const { plan } = await program.data('query ($id: ID!) { plan(id: $id) { result periods { period startsOn budgetCents budgetUsedCents savingCents cashFlowCents cumulatedCashCents cumulatedValue teams } } }', { id: planId });
    expect(plan.periods).toHaveLength(8);
    let sum = 0;
    for (const [index, period] of plan.periods.entries()) {
      sum += period.cashFlowCents;
      expect(period.period).toBe(index);
      expect(period.cumulatedCashCents).toBe(sum);
      expect(period.budgetUsedCents).toBeLessThanOrEqual(period.budgetCents);
    }
    expect(sum).toBe(plan.result.periods.at(-1).cumulatedCashCents);
  });

  it('is drawn as goal contribution against budget, where more never buys less', async () => {
    const job = await program.runJob('mutation { startFrontier(input: { timeLimitSeconds: 8 }) { ... on StartFrontierSuccess { job { id } } } }');
    expect(job).toMatchObject({ status: 'DONE', resultId: planId });
    const { points } = job.summary as { points: readonly { budgetFactor: number; budgetCents: number; value: number; efficient: boolean; bound: number; objective: number }[] };
    expect(points.map(({ budgetFactor }) => budgetFactor)).toEqual([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2]);
    expect(points[4]!.budgetCents).toBe(8 * 15_000_000);
    const efficient = points.filter((point) => point.efficient).map(({ value }) => value);
    expect(efficient).toEqual([...efficient].sort((one, other) => one - other));
    expect(points.at(-1)!.value).toBeGreaterThan(points[0]!.value);
    for (const { bound, objective } of points) expect(objective).toBeLessThanOrEqual(bound);
    const { startFrontier } = await program.data('mutation { startFrontier(input: { plan: "Plan:999" }) { ... on Problem { code } } }');
    expect(startFrontier.code).toBe('PLANNING.NOT_FOUND');
    for (const timeLimitSeconds of [0, -1, 1e308]) expect((await program.data('mutation ($t: Float!) { startFrontier(input: { timeLimitSeconds: $t }) { ... on Problem { code } } }', { t: timeLimitSeconds })).startFrontier.code).toBe('PLANNING.TIME_LIMIT_OUT_OF_RANGE');
  });

  it('is asked what if the budget shrinks and a team is away, as a scenario of its own', async () => {
    const answer = await derive({ from: 'standard', name: 'knapp', budgetFactor: 0.8, teams: [{ team: 'it', factor: 0, periods: [0, 1] }] });
    expect(answer.scenario.definition.periods.map(({ budgetCents }: any) => budgetCents)).toEqual(Array.from({ length: 8 }, () => 12_000_000));
    expect(answer.scenario.definition.teams[0].capacityDays.slice(0, 3)).toEqual([0, 0, 120]);
    expect(await derive({ from: 'standard', name: 'knapp', budgetFactor: 0.5 })).toMatchObject({ code: 'PLANNING.SCENARIO_NAME_TAKEN' });
    expect(await derive({ from: 'standard', name: 'odd', budgetFactor: -1 })).toMatchObject({ code: 'PLANNING.FACTOR_OUT_OF_RANGE', path: 'budgetFactor' });
    expect(await derive({ from: 'standard', name: 'odd', teams: [{ team: 'nobody', factor: 0 }] })).toMatchObject({ code: 'PLANNING.NO_SUCH_TEAM', path: 'teams.0.team' });
    const job = await program.runJob('mutation { startPlanning(input: { scenario: "knapp", timeLimitSeconds: 5 }) { ... on StartPlanningSuccess { job { id } } } }');
    const { plan } = await program.data('query ($id: ID!) { plan(id: $id) { waves { period } } }', { id: job.resultId });
    expect(plan.waves.every(({ period }: any) => period >= 2)).toBe(true);
    expect(plan.waves.length).toBeGreaterThan(0);
  });
});
