// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addMonths, type CalendarDate } from '#kernel';
import { firstSavingPeriod } from '#planning';
import { assumptionsOf } from '../scoring/index.js';
import { withSentences } from './plan-sentences.js';
import { planningProblemOf, type PlannableCandidate } from './planning-problem.js';
import { defaultScenario } from './scenario.js';

const today = '2026-11-10' as CalendarDate;
/** Eight quarters from 2027-01-01. */
const scenario = defaultScenario(today);
const range = (amount: number) => ({ low: amount, high: amount });
type Contract = PlannableCandidate['contracts'][number];
const contract = (endsOn: string | null, noticePeriodMonths: number | null, renewalMonths: number | null = null): Contract => ({ endsOn: endsOn as CalendarDate | null, noticePeriodMonths, renewalMonths });
const candidate = (contracts: readonly Contract[], annualCostCents: number | null = 1_200_000): PlannableCandidate => ({
  candidateId: 7, productKey: 'old-office', alternativeKey: 'new-office', vendorKey: null, goalExpected: 50, specialised: false, distribution: [], mainDepartment: null, lastSupportEndsOn: null,
  money: { annualCostCents: annualCostCents === null ? null : range(annualCostCents), oneOffCents: range(100_000), annualRunningCostCents: range(0), effortDays: range(10) },
  kind: 'FULL', interfaces: 0, contracts,
});
const prepare = (contracts: readonly Contract[], annualCostCents?: number | null) => planningProblemOf(scenario, [candidate(contracts, annualCostCents)], [], { today, assumptions: assumptionsOf([]), changeLoadLimits: {} });
/** First quarter that is saved when the migration is done before quarter `done`. */
const savesFrom = (contracts: readonly Contract[], done: number) => firstSavingPeriod(prepare(contracts).problem.items[0]!, done, 8);

describe('the problem made of a scenario', () => {
  it.each<[string, readonly Contract[], number, number]>([
    ['is saved from the quarter after the end of its contract', [contract('2027-06-30', null)], 1, 2],
    ['that renews is saved after the next end that leaves time for notice', [contract('2027-06-30', 3, 12)], 2, 6],
    ['that renews before the horizon is saved after the next term, not never', [contract('2026-12-31', 1, 12)], 1, 4],
    ['without a term is saved after the notice period, whenever it is done', [contract(null, 3)], 4, 5],
    ['with several contracts is saved after the last of them', [contract('2027-03-31', null), contract('2027-12-31', null)], 1, 4],
    ['whose contract ends after the horizon saves nothing within it', [contract('2035-12-31', null)], 1, 8],
    ['that renews with a notice period nobody knows saves nothing within the horizon', [contract('2027-06-30', null, 12)], 1, 8],
    ['without a term and with a notice period nobody knows saves nothing within the horizon', [contract(null, null)], 1, 8],
    ['with one contract of which nobody knows the way out saves nothing, whatever the other says', [contract('2027-03-31', null), contract(null, null)], 1, 8],
  ])('a product %s', (_name, contracts, done, from) => {
    expect(savesFrom(contracts, done)).toBe(from);
  });

  it('says of which candidates nobody knows the saving, and why', () => {
    expect(prepare([contract('2027-06-30', null, 12)]).unknownSavings).toEqual(new Map([[7, 'CONTRACT_END']]));
    expect(prepare([contract(null, null)]).unknownSavings).toEqual(new Map([[7, 'CONTRACT_END']]));
    expect(prepare([contract('2027-06-30', null)], null).unknownSavings).toEqual(new Map([[7, 'COST']]));
    expect(prepare([], null).unknownSavings).toEqual(new Map([[7, 'COST']]));
    expect(prepare([contract('2027-06-30', null)]).unknownSavings).toEqual(new Map());
    expect(prepare([contract('2027-06-30', 0, 12)]).unknownSavings).toEqual(new Map());
  });

  it('finds the last paid period whatever day of the horizon a contract ends on', () => {
    const starts = scenario.periods.map(({ startsOn }) => startsOn);
    for (let month = 0; month < 24; month++) {
      const endsOn = addMonths('2027-01-15' as CalendarDate, month);
      expect(prepare([contract(endsOn, null)]).problem.items[0]!.contractEnds).toEqual([starts.filter((startsOn) => startsOn <= endsOn).length - 1]);
    }
  });
});

describe('the end of support', () => {
  const prepared = (lastSupportEndsOn: string, days = 10) =>
    planningProblemOf(scenario, [{ ...candidate([]), lastSupportEndsOn: lastSupportEndsOn as CalendarDate, money: { ...candidate([]).money, effortDays: range(days) } }], [], { today, assumptions: assumptionsOf([]), changeLoadLimits: {} });

  // quarters from 2027-01-01; 10 days are one period, 50 days two
  it.each<[string, number, number | undefined]>([
    ['2027-02-10', 10, 0],
    ['2027-06-30', 10, 1],
    ['2027-06-30', 50, 1],
    ['2028-12-31', 10, 7],
    ['2029-01-01', 10, undefined],
  ])('on %s of a move of %d days is the deadline', (endsOn, days, deadline) => {
    const { problem, lateForSupport } = prepared(endsOn, days);
    expect(problem.items[0]!.deadline).toBe(deadline);
    expect(lateForSupport.size).toBe(0);
  });

  it.each<[string, number]>([['2026-12-31', 10], ['2020-01-01', 10], ['2027-02-10', 50]])('on %s of a move of %d days comes too early to be one, and that is said', (endsOn, days) => {
    const { problem, lateForSupport } = prepared(endsOn, days);
    expect(problem.items[0]!.deadline).toBeUndefined();
    expect(lateForSupport).toEqual(new Map([[7, endsOn]]));
  });

  it('between two periods is a deadline in the one before', () => {
    const gap = { ...scenario, periods: scenario.periods.filter((_period, index) => index !== 1) };
    expect(planningProblemOf(gap, [{ ...candidate([]), lastSupportEndsOn: '2027-05-01' as CalendarDate }], [], { today, assumptions: assumptionsOf([]), changeLoadLimits: {} }).problem.items[0]!.deadline).toBe(0);
  });
});

describe('a reason', () => {
  const names = { products: new Map([['a', 'Alpha'], ['b', 'Beta']]), teams: new Map([['t', 'Team Arbeitsplatz']]), departments: new Map([['t', 'Jugendamt']]), periods: ['2027-01-01', '2027-04-01'] };

  it('names products, teams, departments and days as people do, and keeps its facts', () => {
    const team = withSentences({ code: 'PLANNING.OUT_TEAM', item: 'a', period: 1, name: 't', needed: 4, free: 1, missing: 3 }, names);
    expect(team).toMatchObject({ item: 'a', name: 't', period: 1 });
    expect(team.de).toBe('Für „Alpha“ fehlen Team Arbeitsplatz in Periode 1 (01.04.2027) 3 Tage (frei: 1, nötig: 4).');
    expect(withSentences({ code: 'PLANNING.OUT_DEPARTMENT', item: 'a', period: 0, name: 't', needed: 1, free: 0, missing: 1 }, names).en).toContain('overload Jugendamt in period 0 (2027-01-01)');
    expect(withSentences({ code: 'PLANNING.DEMAND_BUNDLE', items: ['a', 'b', 'c'] }, names).de).toBe('Alpha, Beta, c beginnen gemeinsam. Bündel auflösen.');
    const money = withSentences({ code: 'PLANNING.OUT_BUDGET', item: 'a', period: 0, needed: 1_234_550, free: 0, missing: 1_234_550 }, names);
    expect(money.de).toBe('Für „Alpha“ fehlen in Periode 0 (01.01.2027) 12.345,50 € Budget (frei: 0 €, nötig: 12.345,50 €).');
    expect(money.en).toBe('"Alpha" lacks €12,345.50 of budget in period 0 (2027-01-01) (free: €0, needed: €12,345.50).');
    expect(withSentences({ code: 'PLANNING.OUT_TEAM', item: 'a', period: 1, name: 't', needed: 4.5, free: 1.25, missing: 3.25 }, names).de).toContain('3,25 Tage (frei: 1,25, nötig: 4,5)');
    expect(withSentences({ code: 'PLANNING.DEMAND_TEAM', team: 't' }, names).en).toContain('Team Arbeitsplatz');
  });
});
