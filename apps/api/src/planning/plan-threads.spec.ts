// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planWaves, type PlanningProblem } from '#planning';
import { PlanThreads } from './plan-threads.js';
import type { StoredPlanTexts } from './stored-plan.js';

const periods = ['2027-01-01', '2027-04-01'].map((startsOn) => ({ startsOn, budgetCents: 150, capacity: { it: 10 } }));
const problem: PlanningProblem = { periods, items: ['a', 'b', 'c'].map((id) => ({ id, value: 5, oneOffCents: 100, effortDays: { it: [2] } })) };
const definition = { periods: periods.map(({ startsOn }) => ({ startsOn, endsOn: startsOn, budgetCents: 150 })), teams: [{ id: 'it', name: 'Team Netz', capacityDays: [10, 10] }] };

describe('a task with a plan', () => {
  const threads = new PlanThreads();
  let texts: StoredPlanTexts;
  /** So long that a thread does it. */
  const long = (text: string) => text + ' '.repeat(200_000);

  beforeAll(async () => {
    const plan = await planWaves(problem, { timeLimitSeconds: 5 });
    const left = plan.unscheduled.map(({ item, detail }) => ({ key: item, reason: { ...detail, de: 'Es fehlt Budget.', en: 'Budget is missing.' } }));
    texts = { id: 3, scenario: 's', problem: JSON.stringify(problem), result: JSON.stringify(plan), definition: JSON.stringify(definition), products: '{"a":"Alpha"}', departments: '{}', left: JSON.stringify(left) };
  });
  afterAll(() => threads.onApplicationShutdown());

  it('comes to the same in a thread as without', async () => {
    const inThread = { ...texts, problem: long(texts.problem) };
    const product = (JSON.parse(texts.left) as { key: string }[])[0]!.key;
    const explained = await threads.run('EXPLAIN', { texts, product });
    expect(explained).toMatchObject({ ok: true, value: { planId: 'Plan:3', period: null, obstacles: [{ code: 'PLANNING.OUT_BUDGET' }, { code: 'PLANNING.OUT_BUDGET' }] } });
    expect(await threads.run('EXPLAIN', { texts: inThread, product })).toEqual(explained);
    expect(await threads.run('EXPLAIN', { texts: inThread, product: 'nowhere' })).toMatchObject({ ok: false, problem: { code: 'PLANNING.NOT_FOUND' } });
    for (const format of ['ics', 'csv', 'md', 'xlsx'] as const) {
      const [here, there] = [await threads.run('WRITE', { texts, format, language: 'de' }), await threads.run('WRITE', { texts: inThread, format, language: 'de' })];
      expect(there.byteLength).toBeGreaterThan(100);
      if (format === 'csv' || format === 'md') expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true);
    }
    const pair = (result: string) => [{ name: 'one', result }, { name: 'other', result }];
    expect(await threads.run('COMPARE', pair(long(texts.result)))).toEqual(await threads.run('COMPARE', pair(texts.result)));
  });

  it('that breaks in a thread throws, and the next one is done', async () => {
    await expect(threads.run('COMPARE', [{ name: 'broken', result: long('{') }])).rejects.toThrow();
    expect(await threads.run('COMPARE', [{ name: 'whole', result: long(texts.result) }])).toHaveLength(1);
  });
});
