// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from '@jest/globals';
import type { WavesAnswer, WavesPlan } from './plan-queries.js';
import { changedLocks, groupsOf, roadmapOf, shownStart, withinHorizon } from './roadmap.js';

const product = (key: string) => ({ key, name: `Product ${key}` });
const inWave = (key: string) => ({ product: product(key), alternative: product('open'), sizeIsAssumed: false, savingUnknownBecause: null, supportEndedBefore: null });
const PLAN = {
  scenario: {
    definition: {
      periods: [1, 2, 3].map((month) => ({ startsOn: `2027-0${month}-01`, endsOn: `2027-0${month}-28`, budgetCents: null })),
      teams: [{ id: 'it', name: 'IT' }, { id: 'training', name: 'Training' }],
    },
  },
  waves: [{ period: 0, items: [inWave('a')] }, { period: 2, items: [inWave('b')] }],
  unscheduled: [{ product: product('c'), reason: { code: 'PLANNING.OUT_TEAM', de: '', en: '' } }, { product: product('d'), reason: { code: 'PLANNING.SIZE_UNKNOWN', de: '', en: '' } }],
  problem: {
    items: [{ id: 'a', durationPeriods: 2, effortDays: { it: [3, 4] } }, { id: 'b', effortDays: { it: [1], training: [2] } }, { id: 'c' }],
    locked: [{ item: 'a', period: 0 }, { item: 'b', period: 2 }, { item: 'c', period: null }],
  },
  result: {},
} as unknown as WavesPlan;
const RUNNING = [{ id: '1', product: { key: 'a' }, status: 'RUNNING', startedOn: '2027-01-04' }] as unknown as WavesAnswer['migrations']['nodes'];
const roadmap = roadmapOf(PLAN, RUNNING);
const itemOf = (key: string) => [...roadmap.items, ...roadmap.left].find((item) => item.key === key)!;

describe('the roadmap of a plan', () => {
  it('knows for each migration when it starts, how long it takes, and which team works how long', () => {
    expect(itemOf('a')).toMatchObject({ start: 0, durationPeriods: 2, effortDays: 7, teams: [{ id: 'it', days: 7 }], isBegun: true, status: 'RUNNING' });
    expect(itemOf('b')).toMatchObject({ start: 2, durationPeriods: 1, effortDays: 3, isBegun: false, status: null });
  });

  it('holds what the planner never got apart from what it left out', () => {
    expect(itemOf('c')).toMatchObject({ start: null, work: { id: 'c' } });
    expect(itemOf('d')).toMatchObject({ start: null, work: null });
  });

  it('takes what has begun for no lock: nobody can release it', () => {
    expect([...roadmap.locks]).toEqual([['b', 2], ['c', null]]);
  });

  it('puts a migration under its wave, or under each team that it needs', () => {
    expect(groupsOf(roadmap, 'wave', '').map(({ id, items }) => [id, items.map(({ key }) => key)])).toEqual([['0', ['a']], ['2', ['b']]]);
    expect(groupsOf(roadmap, 'team', '').map(({ id, items }) => [id, items.map(({ key }) => key)])).toEqual([['it', ['a', 'b']], ['training', ['b']]]);
    expect(groupsOf(roadmap, 'team', 'product B').map(({ id }) => id)).toEqual(['it', 'training']);
    expect(groupsOf(roadmap, 'wave', 'nothing of the kind')).toEqual([]);
  });
});

describe('locks', () => {
  it('differ where they were wished anew, moved or released', () => {
    const before = new Map<string, number | null>([['same', 1], ['moved', 1], ['released', 2], ['out', null]]);
    expect(changedLocks(before, new Map<string, number | null>([['same', 1], ['moved', 2], ['out', null], ['new', null]]))).toEqual(['moved', 'released', 'new']);
  });

  it('move the bar, or take it out of all waves', () => {
    expect(shownStart(itemOf('b'), new Map())).toBe(2);
    expect(shownStart(itemOf('b'), new Map([['b', 0]]))).toBe(0);
    expect(shownStart(itemOf('b'), new Map([['b', null]]))).toBeNull();
  });

  it.each([[-1, 1, 0], [9, 1, 2], [2, 2, 1], [1, 5, 0], [2, 0, 2]])('of period %i for a duration of %i fall into period %i of three', (period, duration, expected) => {
    expect(withinHorizon(period, duration, 3)).toBe(expected);
  });
});
