// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';
import { deriveScenario } from './derive-scenario.js';
import { defaultScenario } from './scenario.js';

const standard = defaultScenario('2026-11-10' as CalendarDate);
const scenario = { ...standard, periods: standard.periods.map((period, index) => (index === 0 ? { ...period, budgetCents: null } : { ...period, budgetCents: 999 })) };

describe('a scenario made out of another one', () => {
  it('has 20 % less budget in whole cents, and leaves unlimited what is unlimited', () => {
    const derived = deriveScenario(scenario, { budgetFactor: 0.8, teams: [] });
    expect(derived.ok && derived.value.periods.map(({ budgetCents }) => budgetCents)).toEqual([null, ...Array.from({ length: 7 }, () => 799)]);
    expect(derived.ok && derived.value.teams).toEqual(scenario.teams);
  });

  it('has a team away for two periods, and one that grows everywhere', () => {
    const away = deriveScenario(scenario, { budgetFactor: null, teams: [{ team: 'it', factor: 0, periods: [1, 2] }] });
    expect(away.ok && away.value.teams[0]!.capacityDays).toEqual([120, 0, 0, 120, 120, 120, 120, 120]);
    expect(away.ok && away.value.periods).toEqual(scenario.periods);
    const more = deriveScenario(scenario, { budgetFactor: null, teams: [{ team: 'it', factor: 2, periods: null }] });
    expect(more.ok && new Set(more.value.teams[0]!.capacityDays)).toEqual(new Set([240]));
  });

  it.each<[string, Parameters<typeof deriveScenario>[1], string]>([
    ['a negative budget', { budgetFactor: -0.1, teams: [] }, 'budgetFactor'],
    ['a budget that is no number', { budgetFactor: Number.NaN, teams: [] }, 'budgetFactor'],
    ['a budget of 1e308', { budgetFactor: 1e308, teams: [] }, 'budgetFactor'],
    ['a team that it does not have', { budgetFactor: null, teams: [{ team: 'nobody', factor: 0, periods: null }] }, 'teams.0.team'],
    ['a team less than away', { budgetFactor: null, teams: [{ team: 'it', factor: -1, periods: null }] }, 'teams.0.factor'],
    ['a period after the last one', { budgetFactor: null, teams: [{ team: 'it', factor: 0, periods: [7, 8] }] }, 'teams.0.periods.1'],
  ])('is refused with %s', (_name, changes, path) => {
    expect(deriveScenario(scenario, changes)).toMatchObject({ ok: false, problem: { path } });
  });
});
