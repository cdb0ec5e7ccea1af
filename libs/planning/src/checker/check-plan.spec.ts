// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { PlanningProblem } from '../problem.js';
import { checkPlan } from './check-plan.js';

const periods = [{ budgetCents: 100, capacity: { t: 5 }, changeLoad: { A: 1 } }, { budgetCents: 100, capacity: { t: 5 } }];
const items = ['a', 'b', 'c'].map((id) => ({ id, value: 1, oneOffCents: 60, effortDays: { t: [2] }, department: 'A' }));
const problem: PlanningProblem = { periods, items, centsPerValuePoint: 100 };
const plan = (...waves: [number, string[]][]): object => ({ waves: waves.map(([period, ids]) => ({ period, items: ids })) });

describe('the plan checker', () => {
  it('lets a plan pass that keeps everything, also an empty one', () => {
    expect(checkPlan(problem, plan([0, ['a']], [1, ['b']]))).toEqual({ valid: true, violations: [] });
    expect(checkPlan(problem, plan()).valid).toBe(true);
  });

  it.each<[string, Partial<PlanningProblem>, object | null, string]>([
    ['no plan at all', {}, null, 'PLANNING.PLAN_WITHOUT_WAVES'],
    ['a plan that says it is none', {}, { status: 'INFEASIBLE', waves: [] }, 'PLANNING.NO_PLAN'],
    ['a wave without items', {}, { waves: [{ period: 0 }] }, 'PLANNING.WAVE_NOT_READABLE'],
    ['an unknown item', {}, plan([0, ['x']]), 'PLANNING.UNKNOWN_ITEM'],
    ['an item in two waves', {}, plan([0, ['a']], [1, ['a']]), 'PLANNING.PLANNED_TWICE'],
    ['too much money', {}, plan([1, ['a', 'b']]), 'PLANNING.BUDGET_EXCEEDED'],
    ['too many days', { items: items.map((item) => ({ ...item, oneOffCents: 0 })) }, plan([1, ['a', 'b', 'c']]), 'PLANNING.CAPACITY_EXCEEDED'],
    ['too much change', { items: items.map((item) => ({ ...item, oneOffCents: 0 })) }, plan([0, ['a', 'b']]), 'PLANNING.CHANGE_LOAD_EXCEEDED'],
    ['a period that does not exist', {}, plan([2, ['a']]), 'PLANNING.OUTSIDE_HORIZON'],
    ['a negative period', {}, plan([-1, ['a']]), 'PLANNING.OUTSIDE_HORIZON'],
    ['a missed deadline', { items: items.map((item) => ({ ...item, deadline: 0 })) }, plan([1, ['a']]), 'PLANNING.DEADLINE_MISSED'],
    ['work in a blackout', { blackouts: [{ period: 1, department: 'A' }] }, plan([1, ['a']]), 'PLANNING.BLACKOUT_BROKEN'],
    ['the wrong order', { precedences: [{ before: 'a', after: 'b', lag: 1 }] }, plan([0, ['a']], [1, ['b']]), 'PLANNING.ORDER_BROKEN'],
    ['something without what it builds on', { precedences: [{ before: 'a', after: 'b' }] }, plan([1, ['b']]), 'PLANNING.PREDECESSOR_MISSING'],
    ['half a bundle', { bundles: [['a', 'b']] }, plan([0, ['a']]), 'PLANNING.BUNDLE_SPLIT'],
    ['a torn cycle', { precedences: [{ before: 'a', after: 'b' }, { before: 'b', after: 'a' }] }, plan([0, ['a']], [1, ['b']]), 'PLANNING.CYCLE_SPLIT'],
    ['two of one', { exclusive: [['a', 'b']] }, plan([0, ['a']], [1, ['b']]), 'PLANNING.EXCLUSIVE_BROKEN'],
    ['a moved lock', { locked: [{ item: 'a', period: 0 }] }, plan([1, ['a']]), 'PLANNING.LOCK_BROKEN'],
    ['what should stay out', { locked: [{ item: 'a', period: null }] }, plan([1, ['a']]), 'PLANNING.LOCK_BROKEN'],
    ['something required missing', { items: items.map((item) => ({ ...item, required: item.id === 'c' })) }, plan([1, ['a']]), 'PLANNING.REQUIRED_MISSING'],
    ['too many changes', { planInForce: [{ item: 'a', period: 0 }], maxChanges: 0 }, plan([1, ['a']]), 'PLANNING.TOO_MANY_CHANGES'],
    ['a wrong objective', {}, { ...plan([0, ['a']]), objective: 1_000 }, 'PLANNING.FIGURE_WRONG'],
    ['a wrong cost', {}, { waves: [{ period: 0, items: ['a'], costCents: 59 }] }, 'PLANNING.FIGURE_WRONG'],
    ['a bound below the plan', {}, { ...plan([0, ['a']]), bound: -500 }, 'PLANNING.BOUND_CONTRADICTED'],
  ])('refuses %s', (_, change, given, code) => {
    const { valid, violations } = checkPlan({ ...problem, ...change }, given);
    expect({ valid, codes: violations.map((violation) => violation.code) }).toEqual({ valid: false, codes: expect.arrayContaining([code]) });
  });
});
