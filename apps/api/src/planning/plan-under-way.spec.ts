// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';
import { checkPlan, checkProblem, planWaves, type PlanningProblem } from '#planning';
import { heedUnderWay, startsInForce, type MigrationUnderWay } from './plan-under-way.js';
import { movedThoughBegun } from './put-plan-in-force.use-case.js';

const horizon = [1, 4, 7, 10].map((month) => ({ startsOn: `2027-${String(month).padStart(2, '0')}-01`, endsOn: `2027-${String(month + 2).padStart(2, '0')}-28` }));
const item = (id: string) => ({ id, value: 5, oneOffCents: 100, durationPeriods: 2, effortDays: { it: [2, 2] }, deadline: 2 });
const problem: PlanningProblem = {
  periods: horizon.map(({ startsOn }) => ({ startsOn, budgetCents: 1_000, capacity: { it: 10 } })),
  items: ['a', 'b', 'c', 'd'].map(item),
  precedences: [{ before: 'a', after: 'b' }, { before: 'b', after: 'c' }],
  bundles: [['a', 'd']],
};
const migration = (productKey: string, status: MigrationUnderWay['status'], startedOn: string | null, cancelledBy: MigrationUnderWay['cancelledBy'] = null): MigrationUnderWay => ({ productKey, status, startedOn: startedOn as CalendarDate | null, cancelledBy });

describe('a new plan', () => {
  it.each<MigrationUnderWay['status']>(['RUNNING', 'BLOCKED', 'DONE'])('leaves what is %s in the period in which it began, whatever its deadline, bundle and predecessors say', async (status) => {
    const heeded = heedUnderWay(problem, horizon, [migration('b', status, '2027-11-15')]).problem;
    const checked = checkProblem(heeded);
    expect(checked.ok).toBe(true);
    const plan = await planWaves(heeded, { timeLimitSeconds: 5 });
    expect(plan.status).toBe('OPTIMAL');
    expect(plan.starts).toContainEqual({ item: 'b', period: 3 });
    expect(heeded.precedences).toEqual([{ before: 'b', after: 'c' }]);
  });

  it('no longer plans what began before its horizon or was cancelled by a decision, and says so', () => {
    const { problem: heeded, leftOut } = heedUnderWay(problem, horizon, [migration('a', 'RUNNING', '2026-12-01'), migration('b', 'DONE', '2026-10-01'), migration('c', 'CANCELLED', null, 'DECISION')]);
    expect(heeded.items.map(({ id }) => id)).toEqual(['d']);
    expect(leftOut).toEqual([
      { productKey: 'a', reason: { code: 'PLANNING.OUT_UNDER_WAY', item: 'a', since: '2026-12-01', days: 2 } },
      { productKey: 'b', reason: { code: 'PLANNING.OUT_DONE', item: 'b', since: '2026-10-01' } },
      { productKey: 'c', reason: { code: 'PLANNING.OUT_CANCELLED', item: 'c' } },
    ]);
    expect(heeded.bundles).toEqual([]);
    expect(heeded.precedences).toEqual([]);
  });

  // two periods of two days each; begun in the quarter before the first one, half is left; begun two years ago, nobody knows: the last period
  it.each(['2026-12-01', '2025-01-01'])('keeps the days free that work begun on %s still needs', (startedOn) => {
    const load = { ...problem, periods: problem.periods.map((period) => ({ ...period, changeLoad: { amt: 3 } })), items: problem.items.map((one) => ({ ...one, department: 'amt', changeLoad: 2 })) };
    const { periods } = heedUnderWay(load, horizon, [migration('a', 'RUNNING', startedOn)]).problem;
    expect(periods.map(({ capacity, changeLoad }) => [capacity!['it'], changeLoad!['amt']])).toEqual([[8, 1], [10, 3], [10, 3], [10, 3]]);
    const tight = { ...load, periods: load.periods.map((period) => ({ ...period, capacity: { it: 1 } })) };
    expect(heedUnderWay(tight, horizon, [migration('a', 'BLOCKED', startedOn)]).problem.periods[0]!.capacity).toEqual({ it: 0 });
    expect(heedUnderWay(load, horizon, [migration('a', 'DONE', startedOn)]).problem.periods).toEqual(load.periods);
  });

  it.each<[string, Partial<PlanningProblem>]>([
    ['a blackout of everybody', { blackouts: [0] }],
    ['a blackout of its department', { blackouts: [{ period: 0, department: 'amt' }] }],
    ['a blackout of its team', { blackouts: [{ period: 1, team: 'it' }] }],
    ['no budget', { periods: problem.periods.map((period) => ({ ...period, budgetCents: 0 })) }],
    ['a team that is away', { periods: problem.periods.map((period) => ({ ...period, capacity: { it: 0 } })) }],
    ['a department that bears nothing', { periods: problem.periods.map((period) => ({ ...period, changeLoad: { amt: 0 } })) }],
  ])('does not stop what has begun for %s, and lets nothing else begin there', async (_name, change) => {
    const items = problem.items.map((one) => ({ ...one, department: 'amt', deadline: 3 }));
    const heeded = heedUnderWay({ ...problem, items, precedences: [], bundles: [], ...change }, horizon, [migration('b', 'RUNNING', '2027-01-15')]).problem;
    expect(checkProblem(heeded).ok).toBe(true);
    const plan = await planWaves(heeded, { timeLimitSeconds: 5 });
    expect(plan.status).toBe('OPTIMAL');
    expect(plan.starts.filter(({ period }) => period === 0)).toEqual([{ item: 'b', period: 0 }]);
    expect(checkPlan(heeded, plan).valid).toBe(true);
  });

  it('is free to move what is only planned, and what an earlier plan dropped', () => {
    const heeded = heedUnderWay(problem, horizon, [migration('a', 'PLANNED', null), migration('b', 'BLOCKED', null), migration('c', 'CANCELLED', null, 'PLAN'), migration('gone', 'RUNNING', '2027-01-05')]);
    expect(heeded).toEqual({ problem: { ...problem, locked: [] }, leftOut: [] });
  });

  it('reads the plan in force in its own periods', () => {
    const inForce = [{ productKey: 'a', startsOn: '2027-05-01' }, { productKey: 'b', startsOn: '2026-01-01' }, { productKey: 'gone', startsOn: '2027-01-01' }];
    expect(startsInForce(inForce, problem, horizon)).toEqual([{ item: 'a', period: 1 }]);
  });
});

describe('a plan that is to be put in force', () => {
  const planned = (productKey: string, startsOn: string, endsOn: string) => ({ productId: 1, alternativeId: 2, productKey, startsOn: startsOn as CalendarDate, endsOn: endsOn as CalendarDate });
  const plan = [planned('a', '2027-01-01', '2027-03-31'), planned('b', '2027-04-01', '2027-06-30')];

  it.each<[string, MigrationUnderWay, readonly string[]]>([
    ['begins elsewhere what is running', migration('b', 'RUNNING', '2027-02-01'), ['b']],
    ['ends before what is running began', migration('a', 'RUNNING', '2027-05-01'), ['a']],
    ['has what is running where it is', migration('a', 'RUNNING', '2027-02-01'), []],
    ['drops what is running', migration('c', 'BLOCKED', '2027-02-01'), ['c']],
    ['does not have what began before it', migration('c', 'RUNNING', '2026-02-01'), []],
    ['does not have what is done', migration('c', 'DONE', '2027-02-01'), []],
    ['begins again what is done', migration('b', 'DONE', '2027-02-01'), ['b']],
    ['has what was cancelled', migration('b', 'CANCELLED', '2027-02-01', 'DECISION'), []],
  ])('and %s moves %j', (_name, underWay, moved) => {
    expect(movedThoughBegun(plan, [underWay])).toEqual(moved);
  });
});
