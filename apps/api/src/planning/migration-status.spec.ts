// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';
import { takeStep, type MigrationState, type MigrationStatus } from './migration-status.js';

const today = '2027-03-10' as CalendarDate;
const begun = '2027-02-01' as CalendarDate;
const state = (status: MigrationStatus, startedOn: string | null = status === 'RUNNING' || status === 'DONE' ? begun : null): MigrationState => ({ status, startedOn: startedOn as CalendarDate | null, endedOn: null, blockers: [] });
const step = (from: MigrationState, status: MigrationStatus, { on = today as string, blockers = status === 'BLOCKED' ? ['Schnittstelle fehlt'] : ([] as string[]) } = {}) => takeStep(from, { status, on: on as CalendarDate, blockers }, today);
const all: readonly MigrationStatus[] = ['PLANNED', 'RUNNING', 'BLOCKED', 'DONE', 'CANCELLED'];

describe('a step of a migration', () => {
  it.each<[MigrationStatus, readonly MigrationStatus[]]>([
    ['PLANNED', ['RUNNING', 'BLOCKED', 'CANCELLED']],
    ['RUNNING', ['BLOCKED', 'DONE', 'CANCELLED']],
    ['BLOCKED', ['PLANNED', 'RUNNING', 'BLOCKED', 'CANCELLED']],
    ['DONE', []],
    ['CANCELLED', ['PLANNED']],
  ])('from %s leads to %j and nowhere else', (from, possible) => {
    expect(all.filter((to) => step(state(from), to).ok)).toEqual(possible);
  });

  it('keeps the first day through every interruption, and gives a last one only to what is done', () => {
    const running = step(state('PLANNED'), 'RUNNING', { on: begun });
    expect(running).toMatchObject({ ok: true, value: { startedOn: begun, endedOn: null } });
    const blocked = step(state('RUNNING'), 'BLOCKED');
    expect(blocked).toMatchObject({ ok: true, value: { startedOn: begun, blockers: ['Schnittstelle fehlt'] } });
    expect(step(state('BLOCKED', begun), 'RUNNING')).toMatchObject({ ok: true, value: { startedOn: begun, blockers: [] } });
    expect(step(state('RUNNING'), 'DONE')).toMatchObject({ ok: true, value: { startedOn: begun, endedOn: today } });
  });

  it('never makes what has begun planned again, unless it was cancelled', () => {
    expect(step(state('BLOCKED', begun), 'PLANNED')).toMatchObject({ ok: false, problem: { code: 'PLANNING.STEP_NOT_POSSIBLE', possible: ['RUNNING', 'BLOCKED', 'CANCELLED'] } });
    expect(step(state('CANCELLED', begun), 'PLANNED')).toMatchObject({ ok: true, value: { startedOn: null } });
  });

  it('is refused for days to come, for days before the first one, and without blockers where there must be some', () => {
    expect(step(state('PLANNED'), 'RUNNING', { on: '2027-03-11' })).toMatchObject({ problem: { code: 'PLANNING.STEP_IN_FUTURE', path: 'on' } });
    expect(step(state('RUNNING'), 'DONE', { on: '2027-01-31' })).toMatchObject({ problem: { code: 'PLANNING.STEP_BEFORE_START', path: 'on' } });
    expect(step(state('RUNNING'), 'BLOCKED', { blockers: [] })).toMatchObject({ problem: { code: 'PLANNING.BLOCKERS_MISSING' } });
    expect(step(state('PLANNED'), 'RUNNING', { blockers: ['x'] })).toMatchObject({ problem: { code: 'PLANNING.BLOCKERS_UNEXPECTED' } });
    expect(step(state('RUNNING'), 'BLOCKED', { blockers: ['x', '  '] })).toMatchObject({ problem: { code: 'PLANNING.BLOCKER_INVALID', path: 'blockers.1' } });
    expect(step(state('RUNNING'), 'BLOCKED', { blockers: ['x'.repeat(501)] })).toMatchObject({ problem: { path: 'blockers.0' } });
  });
});
