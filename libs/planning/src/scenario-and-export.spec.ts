// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { tableToCsv, tableToMarkdown } from '#kernel';
import { explainItem, gainOf } from './explanation/why-not-earlier.js';
import { planCalendar } from './export/calendar.js';
import { planTables } from './export/plan-tables.js';
import { planWaves } from './plan-waves.js';
import type { PlanningProblem } from './problem.js';
import { efficientFrontier } from './scenario/frontier.js';
import { comparePlans, planChanges } from './scenario/plan-change.js';
import { assume } from './scenario/what-if.js';

const problem: PlanningProblem = {
  periods: [1, 4, 7, 10].map((month) => ({ budgetCents: 100_000, capacity: { team: 6 }, startsOn: `2027-${String(month).padStart(2, '0')}-01` })),
  items: ['Büro; Text', 'mail', '=cad'].map((id, index) => ({ id, value: 9 - index, oneOffCents: 60_000, effortDays: { team: [4] }, savingPerPeriodCents: 10_000, contractEnds: [2], noticePeriods: 1 })),
};

describe('a plan and its variants', () => {
  it('loses by a smaller budget and shows what moved', async () => {
    const today = await planWaves(problem, { timeLimitSeconds: 5 });
    const poor = await planWaves(assume(problem, [{ kind: 'BUDGET', factor: 0.5 }, { kind: 'TEAM', team: 'team', factor: 0, periods: [0] }]), { timeLimitSeconds: 5 });
    expect(planChanges(today, poor).map(({ kind }) => kind)).toEqual(['DROPPED', 'DROPPED', 'DROPPED']);
    expect(comparePlans([{ name: 'today', plan: today }, { name: 'poor', plan: poor }])).toMatchObject([{ items: 3, value: 24, changes: 0 }, { items: 0, value: 0, changes: 3 }]);
  });

  it('never buys less with more', async () => {
    const points = await efficientFrontier(problem, [0, 0.6, 1, 2], { timeLimitSeconds: 8 });
    expect(points.map(({ value }) => value)).toEqual([0, 24, 24, 24]);
    expect(points.map(({ efficient }) => efficient)).toEqual([true, true, false, false]);
  });

  it('offers the plan for less money to those with more, where that has more points', async () => {
    // with enough money the team rather does what saves more
    const torn: PlanningProblem = {
      centsPerValuePoint: 100,
      periods: [{ budgetCents: 100_000, capacity: { team: 5 } }, { budgetCents: 100_000, capacity: { team: 0 } }],
      items: [
        { id: 'serves the goal', value: 9, oneOffCents: 10_000, effortDays: { team: [5] }, savingPerPeriodCents: 20_000 },
        { id: 'saves', value: 1, oneOffCents: 90_000, effortDays: { team: [5] }, savingPerPeriodCents: 900_000 },
      ],
    };
    const rich = await planWaves(torn, { timeLimitSeconds: 5 });
    expect(rich.starts.map(({ item }) => item)).toEqual(['saves']);
    const points = await efficientFrontier(torn, [0, 0.2, 1], { timeLimitSeconds: 6 });
    expect(points.map(({ value, costCents }) => [value, costCents])).toEqual([[0, 0], [9, 10_000], [9, 10_000]]);
    expect(points.map(({ efficient }) => efficient)).toEqual([true, true, false]);
    expect(points.every(({ objective, bound }) => objective! <= bound!)).toBe(true);
  });

  it('says what keeps an item from starting earlier', async () => {
    const plan = await planWaves(problem, { timeLimitSeconds: 5 });
    const last = plan.starts.find(({ period }) => period === 2)!;
    const { obstacles } = explainItem(problem, plan, last.item)!;
    expect(obstacles).toEqual([0, 1].map((start) => ({ start, problem: expect.objectContaining({ code: 'PLANNING.OUT_TEAM', missing: 2, period: start }) })));
    expect(obstacles[0]!.problem.gainCents).toBeGreaterThan(0);
    expect(explainItem(problem, plan, 'nothing')).toBeNull();
    const gain = gainOf(problem, obstacles[0]!.problem);
    expect([gain.cents, gain.points]).toEqual([null, expect.any(Number)]);
    expect(gainOf({ ...problem, centsPerValuePoint: 200_000 }, { code: 'PLANNING.OUT_TEAM', gainCents: 300_000 })).toEqual({ points: 1.5, cents: 300_000 });
    expect(gainOf({ ...problem, centsPerValuePoint: 0 }, { code: 'PLANNING.OUT_TEAM', gainCents: 300_000 })).toEqual({ points: null, cents: 300_000 });
    expect(gainOf(problem, { code: 'PLANNING.OUT_CHANGES' })).toEqual({ points: null, cents: null });
  });

  it('says in the shortest plan, too, what is missing for an earlier start', async () => {
    const shortest = { ...problem, objective: 'makespan' as const, items: problem.items.map(({ value: _, ...item }) => item) };
    const plan = await planWaves(shortest, { timeLimitSeconds: 5 });
    const last = plan.starts.find(({ period }) => period === 2)!;
    const { obstacles } = explainItem(shortest, plan, last.item)!;
    expect(obstacles.map(({ start }) => start)).toEqual([0, 1]);
    expect(gainOf(shortest, obstacles[0]!.problem)).toEqual({ points: null, cents: null });
  });

  it('becomes a calendar with waves and contract days', async () => {
    const plan = await planWaves(problem, { timeLimitSeconds: 5 });
    const text = planCalendar(problem, plan, { language: 'de', madeAt: new Date('2026-11-01T08:00:00Z') });
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).toContain('SUMMARY:Welle 1\r\nDESCRIPTION:Büro\\; Text\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20271001\r\n');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3 + 2 + 2);
  });

  it('becomes tables that a spreadsheet does not run', async () => {
    const plan = await planWaves(problem, { timeLimitSeconds: 5 });
    const [waves] = planTables(plan, 'de');
    expect(tableToCsv(waves!)).toContain('1;0;2027-01-01;"Büro; Text";600;4;');
    expect(tableToCsv(waves!)).toContain(";'=cad;");
    expect(tableToMarkdown(waves!).split('\n')[2]).toBe('| Welle | Periode | Beginn | Vorhaben | Kosten (€) | Aufwand (Tage) | Ersparnis (€) | Wert |');
  });
});
