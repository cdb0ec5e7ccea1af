// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths, calendarDate, centsOf, dateOfInstant, daysBetween, describeProblem, groupBy, parseDate, parseEuro, seededRandom } from './index.js';

describe('an amount in euro', () => {
  it.each([
    ['1.234,56 €', 123_456],
    ['EUR 1,234.56', 123_456],
    ['1234.5', 123_450],
    ['1.234', 123_400],
    ['1.234.567', 123_456_700],
    ['12', 1_200],
    ['-12,5', -1_250],
    ['49,-', 4_900],
    ['0', 0],
  ])('reads %j', (text, cents) => {
    expect(parseEuro(text)).toBe(cents);
  });

  it.each(['', 'n/a', '1,2,3', '12.34.56', '1.23.456', '1e308', 'NaN', '--5', '1.2345', '999999999999999999'])('does not guess %j', (text) => {
    expect(parseEuro(text)).toBeNull();
  });

  it('keeps only whole cents that a double holds exactly', () => {
    expect(centsOf(0.5)).toBeNull();
    expect(centsOf(Number.NaN)).toBeNull();
    expect(centsOf(2 ** 53)).toBeNull();
    expect(Object.is(centsOf(-0), 0)).toBe(true);
  });
});

describe('a calendar date', () => {
  it.each([
    ['2027-06-30', '2027-06-30'],
    ['30.06.2027', '2027-06-30'],
    ['1.2.28', '2028-02-01'],
    ['2028-02-29', '2028-02-29'],
    ['2027-06-30T23:59:00Z', '2027-06-30'],
    ['20270630', '2027-06-30'],
  ])('reads %j', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it.each(['2027-02-29', '31.04.2027', '0000-01-01', '2027-13-01', '', 'soon'])('refuses %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('keeps to the month when months are added', () => {
    expect(addMonths(calendarDate('2027-01-31')!, 1)).toBe('2027-02-28');
    expect(addMonths(calendarDate('2028-01-31')!, 1)).toBe('2028-02-29');
    expect(addMonths(calendarDate('2027-03-31')!, -4)).toBe('2026-11-30');
    expect(addMonths(calendarDate('2027-12-15')!, 1)).toBe('2028-01-15');
  });

  it('counts days over leap years', () => {
    expect(daysBetween(calendarDate('2028-02-28')!, calendarDate('2028-03-01')!)).toBe(2);
    expect(addDays(calendarDate('2027-12-31')!, 1)).toBe('2028-01-01');
  });

  it('is the day in Berlin, not in UTC', () => {
    expect(dateOfInstant(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01');
  });
});

describe('a problem in words', () => {
  const messages = { 'X.Y': { de: '{what} fehlt: {names}', en: '{what} is missing: {names}, {unknown}' } };
  it('fills in the facts and leaves what it does not know', () => {
    expect(describeProblem({ code: 'X.Y', what: 'title', names: ['a', 'b'] }, messages, 'en')).toBe('title is missing: a, b, {unknown}');
  });
  it('writes money and amounts as the reader does, and leaves alone what is none', () => {
    const amounts = { 'X.A': { de: '{cents:money} {days:number}', en: '{cents:money} {days:number}' } };
    expect(describeProblem({ code: 'X.A', cents: 123_450_000, days: 1_234.5 }, amounts, 'de')).toBe('1.234.500\u00a0€ 1.234,5');
    expect(describeProblem({ code: 'X.A', cents: -50, days: 0 }, amounts, 'en')).toBe('-€0.50 0');
    expect(describeProblem({ code: 'X.A', cents: 'viel', days: NaN }, amounts, 'de')).toBe('viel NaN');
    expect(describeProblem({ code: 'X.A' }, amounts, 'de')).toBe('{cents:money} {days:number}');
  });
  it('falls back to the code', () => {
    expect(describeProblem({ code: 'X.Z' }, messages, 'de')).toBe('X.Z');
  });
});

describe('chance', () => {
  it('repeats with the seed', () => {
    const [a, b] = [seededRandom(7), seededRandom(7)];
    expect(Array.from({ length: 5 }, a)).toEqual(Array.from({ length: 5 }, b));
  });
});

describe('items by what they have in common', () => {
  it('keep their order, and so do the groups', () => {
    expect([...groupBy(['beta', 'alpha', 'b', 'a'], (word) => word[0])]).toEqual([['b', ['beta', 'b']], ['a', ['alpha', 'a']]]);
    expect(groupBy([], String).size).toBe(0);
  });
});
