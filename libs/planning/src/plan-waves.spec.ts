// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { checkPlan } from './checker/check-plan.js';
import type { PlanProgress } from './plan.js';
import { planWaves } from './plan-waves.js';
import type { PlanningProblem } from './problem.js';

/** Runs the built worker (`npm run build`). */
const periods = Array.from({ length: 4 }, (_, index) => ({ budgetCents: 300_000, capacity: { office: 10 }, startsOn: `2027-${String(index * 3 + 1).padStart(2, '0')}-01` }));
const item = (id: string, fields: object = {}): PlanningProblem['items'][number] => ({ id, value: 5, oneOffCents: 100_000, durationPeriods: 1, effortDays: { office: [5] }, ...fields });
const problem: PlanningProblem = { periods, items: [item('mail'), item('office', { value: 9 }), item('forms'), item('cad', { effortDays: { office: [11] } })], precedences: [{ before: 'mail', after: 'office', lag: 0 }] };

describe('planning waves', () => {
  it('gives a proven plan that keeps order and capacity, and says what stays out and why', async () => {
    const heard: PlanProgress[] = [];
    const plan = await planWaves(problem, { timeLimitSeconds: 10, onProgress: (progress) => heard.push(progress) });
    expect(plan).toMatchObject({ status: 'OPTIMAL', gap01: 0, solver: { stoppedBy: 'PROOF', failure: null } });
    expect(plan.starts).toEqual([{ item: 'mail', period: 0 }, { item: 'office', period: 1 }, { item: 'forms', period: 0 }]);
    expect(plan.unscheduled).toEqual([expect.objectContaining({ item: 'cad', reason: 'PLANNING.OUT_NO_START' })]);
    expect(plan.waves[0]).toMatchObject({ period: 0, startsOn: '2027-01-01', costCents: 200_000, effortDays: 10 });
    expect(plan.periods[0]).toMatchObject({ budgetUsedCents: 200_000, teams: [{ team: 'office', utilisation01: 1 }] });
    expect(checkPlan(problem, JSON.parse(JSON.stringify(plan)))).toEqual({ valid: true, violations: [] });
    expect(heard.length).toBeGreaterThan(1);
  });

  it('waits with nothing for the contract, but finishes before the notice day if it can', async () => {
    const contract = { savingPerPeriodCents: 200_000, contractEnds: [1], renewalPeriods: 4, noticePeriods: 1 };
    const plan = await planWaves({ periods, centsPerValuePoint: 100_000, items: [item('old', contract), item('else', { value: 6 }), item('third', { value: 6 })] }, { timeLimitSeconds: 5 });
    expect(plan.starts).toContainEqual({ item: 'old', period: 0 });
    expect(plan.waves[0]!.savingCents).toBe(400_000);
  });

  it('says in the fewest demands why there is no plan', async () => {
    const plan = await planWaves({ ...problem, items: problem.items.map((each) => (each.id === 'office' ? { ...each, required: true, deadline: 0 } : each)) }, { timeLimitSeconds: 10 });
    expect(plan).toMatchObject({ status: 'INFEASIBLE', objective: null, conflictsMinimal: true });
    expect(plan.conflicts.map(({ code }) => code).sort()).toEqual(['PLANNING.DEMAND_DEADLINE', 'PLANNING.DEMAND_ORDER', 'PLANNING.DEMAND_REQUIRED']);
  });

  it('condenses a dependency cycle and suggests a cut', async () => {
    const plan = await planWaves({ ...problem, precedences: [...problem.precedences!, { before: 'office', after: 'forms' }, { before: 'forms', after: 'office' }] }, { timeLimitSeconds: 5 });
    expect(plan.cycles).toEqual([{ items: expect.arrayContaining(['office', 'forms']), suggestedCut: [expect.anything()] }]);
    const start = new Map(plan.starts.map(({ item: id, period }) => [id, period]));
    expect(start.get('office')).toBe(start.get('forms'));
  });

  it('changes no more of the plan in force than it may', async () => {
    const planInForce = [{ item: 'mail', period: 2 }, { item: 'forms', period: 3 }];
    const plan = await planWaves({ ...problem, planInForce, maxChanges: 1 }, { timeLimitSeconds: 5 });
    expect(plan.status).toBe('OPTIMAL');
    expect(checkPlan({ ...problem, planInForce, maxChanges: 1 }, plan).valid).toBe(true);
  });

  it('schedules everything with the least makespan', async () => {
    const scheduling: PlanningProblem = { objective: 'makespan', periods: Array.from({ length: 12 }, () => ({ budgetCents: 0, capacity: { r: 2 } })), items: [0, 3, 2, 2, 1].map((durationPeriods, index) => ({ id: `${index}`, durationPeriods, effortDays: { r: Array<number>(durationPeriods).fill(1) } })), precedences: [{ before: '0', after: '1' }, { before: '1', after: '4' }] };
    const plan = await planWaves(scheduling, { timeLimitSeconds: 5 });
    expect(plan).toMatchObject({ status: 'OPTIMAL', objective: 4, bound: 4, unscheduled: [] });
  });

  it('gives the same plan for the same seed', async () => {
    const many: PlanningProblem = { periods, items: Array.from({ length: 30 }, (_, index) => item(`i${index}`, { value: 1 + ((index * 7) % 11), effortDays: { office: [1 + ((index * 5) % 4)] } })) };
    const [one, other] = [await planWaves(many, { seed: 3, timeLimitSeconds: 5 }), await planWaves(many, { seed: 3, timeLimitSeconds: 5 })];
    expect(one.starts).toEqual(other.starts);
  });

  it('gives the same plan again where work is counted, however busy the machine is', async () => {
    const uneven = (index: number, most: number) => 1 + ((index * 7_919) % most);
    const many: PlanningProblem = {
      periods: Array.from({ length: 8 }, (_, index) => ({ budgetCents: 900_000 + 100_000 * uneven(index, 3), capacity: { office: 25, server: 15 } })),
      items: Array.from({ length: 120 }, (_, index) => item(`i${index}`, { value: uneven(index, 37), oneOffCents: 10_000 * uneven(index, 29), durationPeriods: 1 + (index % 2), effortDays: { [index % 3 ? 'office' : 'server']: Array<number>(1 + (index % 2)).fill(uneven(index, 5)) } })),
      precedences: Array.from({ length: 40 }, (_, index) => ({ before: `i${index}`, after: `i${index + uneven(index, 50)}` })),
    };
    const plans = await Promise.all([1, 2].map(() => planWaves(many, { seed: 3, timeLimitSeconds: 0.3, deterministic: true })));
    expect(plans.map(({ solver }) => solver.reproducible)).toEqual([true, true]);
    for (const plan of plans) expect([plan.starts, plan.bound, plan.status]).toEqual([plans[0]!.starts, plans[0]!.bound, plans[0]!.status]);
  }, 200_000);

  it('ends at once when the caller gives up', async () => {
    const plan = await planWaves(problem, { signal: AbortSignal.abort() });
    expect(plan).toMatchObject({ status: 'UNKNOWN', objective: null, waves: [], solver: { stoppedBy: 'CANCELLED' } });
  });

  it('plans nothing where there is nothing', async () => {
    expect(await planWaves({ periods, items: [] }, { timeLimitSeconds: 5 })).toMatchObject({ status: 'OPTIMAL', objective: 0, waves: [] });
  });
});
