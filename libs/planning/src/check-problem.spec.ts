// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { checkProblem } from './check-problem.js';

const period = { budgetCents: 1_000, capacity: { t: 10 } };
const item = { id: 'a', value: 1, oneOffCents: 100 };
const base = { periods: [period, period], items: [item, { ...item, id: 'b' }] };
const with_ = (change: object): object => ({ ...base, ...change });
const withItem = (change: object): object => with_({ items: [{ ...item, ...change }, { ...item, id: 'b' }] });

describe('a planning problem', () => {
  it('is taken as it is where nothing is wrong', () => {
    expect(checkProblem(base)).toEqual({ ok: true, value: base });
  });

  it.each<[string, unknown, string, string]>([
    ['null', null, 'PLANNING.WRONG_TYPE', '$'],
    ['a list', [], 'PLANNING.WRONG_TYPE', '$'],
    ['no periods', with_({ periods: [] }), 'PLANNING.NO_PERIODS', 'periods'],
    ['periods missing', { items: [] }, 'PLANNING.MISSING', 'periods'],
    ['a negative budget', with_({ periods: [{ ...period, budgetCents: -1 }, period] }), 'PLANNING.NEGATIVE', 'periods[0].budgetCents'],
    ['a budget of NaN', with_({ periods: [{ ...period, budgetCents: Number.NaN }, period] }), 'PLANNING.NOT_FINITE', 'periods[0].budgetCents'],
    ['half cents', withItem({ oneOffCents: 0.5 }), 'PLANNING.NOT_WHOLE', 'items[0].oneOffCents'],
    ['a cost of 1e308', withItem({ oneOffCents: 1e308 }), 'PLANNING.TOO_LARGE', 'items[0].oneOffCents'],
    ['a value of 1e308', withItem({ value: 1e308 }), 'PLANNING.TOO_LARGE', 'items[0].value'],
    ['an endless value', withItem({ value: Infinity }), 'PLANNING.NOT_FINITE', 'items[0].value'],
    ['a value missing', withItem({ value: undefined }), 'PLANNING.MISSING', 'items[0].value'],
    ['a value in words', withItem({ value: 'much' }), 'PLANNING.WRONG_TYPE', 'items[0].value'],
    ['an empty id', withItem({ id: '' }), 'PLANNING.EMPTY_TEXT', 'items[0].id'],
    ['the same id twice', withItem({ id: 'b' }), 'PLANNING.DUPLICATE_ITEM', 'items[1].id'],
    ['half a duration', withItem({ durationPeriods: 1.5 }), 'PLANNING.NOT_WHOLE', 'items[0].durationPeriods'],
    ['an unknown team', withItem({ effortDays: { x: [1] } }), 'PLANNING.UNKNOWN_TEAM', 'items[0].effortDays.x'],
    ['effort beyond the duration', withItem({ effortDays: { t: [1, 1] } }), 'PLANNING.EFFORT_LONGER_THAN_DURATION', 'items[0].effortDays.t'],
    ['a team that one period forgets', with_({ periods: [period, { budgetCents: 1 }] }), 'PLANNING.CAPACITY_MISSING', 'periods[1].capacity'],
    ['an unknown item before', with_({ precedences: [{ before: 'x', after: 'a' }] }), 'PLANNING.UNKNOWN_ITEM', 'precedences[0].before'],
    ['a thing before itself', with_({ precedences: [{ before: 'a', after: 'a' }] }), 'PLANNING.SELF_PRECEDENCE', 'precedences[0]'],
    ['a negative lag', with_({ precedences: [{ before: 'a', after: 'b', lag: -1 }] }), 'PLANNING.NEGATIVE', 'precedences[0].lag'],
    ['an unknown item in a bundle', with_({ bundles: [['a', 'x']] }), 'PLANNING.UNKNOWN_ITEM', 'bundles[0][1]'],
    ['an item twice in a group', with_({ exclusive: [['a', 'a']] }), 'PLANNING.NAMED_TWICE', 'exclusive[0][1]'],
    ['a lock beyond the horizon', with_({ locked: [{ item: 'a', period: 9 }] }), 'PLANNING.UNKNOWN_PERIOD', 'locked[0].period'],
    ['an unknown blackout', with_({ blackouts: [7] }), 'PLANNING.UNKNOWN_PERIOD', 'blackouts[0]'],
    ['locks that tear a cycle apart', with_({ precedences: [{ before: 'a', after: 'b' }, { before: 'b', after: 'a' }], locked: [{ item: 'a', period: 0 }, { item: 'b', period: 1 }] }), 'PLANNING.LOCKS_CONTRADICT', 'locked[1]'],
    ['an unknown aim', with_({ objective: 'fun' }), 'PLANNING.UNKNOWN_OBJECTIVE', 'objective'],
    ['a rate above one', with_({ discount01: 3 }), 'PLANNING.TOO_LARGE', 'discount01'],
    ['days out of order', with_({ periods: [{ ...period, startsOn: '2027-02-01' }, { ...period, startsOn: '2027-01-01' }] }), 'PLANNING.PERIODS_NOT_IN_ORDER', 'periods[1].startsOn'],
    ['a day that does not exist', with_({ periods: [{ ...period, startsOn: '2027-02-30' }, period] }), 'PLANNING.NO_DATE', 'periods[0].startsOn'],
    ['a million items', with_({ items: Array(1_000_000).fill(item) }), 'PLANNING.TOO_MANY', 'items'],
    ['too many starts', { periods: Array(1_000).fill(period), items: Array(3_000).fill(item) }, 'PLANNING.TOO_MANY_STARTS', 'items'],
    ['a sum that is no longer exact', with_({ centsPerValuePoint: 1e9, items: [{ ...item, value: 1e9 }] }), 'PLANNING.SUM_TOO_LARGE', 'items[0]'],
    ['changes without a plan in force', with_({ maxChanges: 1 }), 'PLANNING.MISSING', 'planInForce'],
  ])('is refused with the path to the field: %s', (_, value, code, path) => {
    const checked = checkProblem(value);
    expect(checked.ok ? [] : checked.problem).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('never makes the check throw, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof checkProblem(value).ok === 'boolean'));
    const anything = fc.record({ periods: fc.anything(), items: fc.anything(), precedences: fc.anything(), bundles: fc.anything(), locked: fc.anything(), blackouts: fc.anything() }, { requiredKeys: [] });
    fc.assert(fc.property(anything, (value) => typeof checkProblem(value).ok === 'boolean'));
  });

  it('takes names that objects know already', () => {
    const hostile = { periods: [{ capacity: JSON.parse('{"__proto__": 3, "constructor": 2}') as Record<string, number> }], items: [{ ...item, id: '__proto__', effortDays: { constructor: [1] } }, { ...item, id: 'toString' }], precedences: [{ before: '__proto__', after: 'toString' }] };
    expect(checkProblem(hostile).ok).toBe(true);
  });
});
