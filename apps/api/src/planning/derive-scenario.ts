// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import type { ScenarioDefinition } from './scenario.js';

/** What is assumed to be different from another scenario. */
export interface ScenarioChanges {
  /** 0.8 for 20 % less in every period; null: as it is. */
  readonly budgetFactor: number | null;
  /** 0 for away, 2 for one more of the same; in the periods named (from 0), or in all. */
  readonly teams: readonly { readonly team: string; readonly factor: number; readonly periods: readonly number[] | null }[];
}

const MOST = 100;

/**
 * Makes a scenario out of another one. Budgets stay whole cents, rounded down; a budget without limit stays without.
 *
 * @returns `PLANNING.FACTOR_OUT_OF_RANGE`, `PLANNING.NO_SUCH_TEAM` or `PLANNING.UNKNOWN_PERIOD` with the path to the change
 */
export function deriveScenario(from: ScenarioDefinition, { budgetFactor, teams }: ScenarioChanges): Result<ScenarioDefinition, Problem> {
  if (budgetFactor !== null && !(budgetFactor >= 0 && budgetFactor <= MOST)) return err({ code: 'PLANNING.FACTOR_OUT_OF_RANGE', path: 'budgetFactor', value: budgetFactor, most: MOST });
  for (const [index, { team, factor, periods }] of teams.entries()) {
    if (!from.teams.some(({ id }) => id === team)) return err({ code: 'PLANNING.NO_SUCH_TEAM', path: `teams.${index}.team`, team, known: from.teams.map(({ id }) => id) });
    if (!(factor >= 0 && factor <= MOST)) return err({ code: 'PLANNING.FACTOR_OUT_OF_RANGE', path: `teams.${index}.factor`, value: factor, most: MOST });
    const stranger = periods?.findIndex((period) => !(period >= 0 && period < from.periods.length)) ?? -1;
    if (stranger >= 0) return err({ code: 'PLANNING.UNKNOWN_PERIOD', path: `teams.${index}.periods.${stranger}`, period: periods![stranger], last: from.periods.length - 1 });
  }
  return ok({
    ...from,
    periods: from.periods.map((period) => (budgetFactor === null || period.budgetCents === null ? period : { ...period, budgetCents: Math.floor(period.budgetCents * budgetFactor) })),
    teams: from.teams.map((team) => ({
      ...team,
      capacityDays: team.capacityDays.map((days, period) => teams.reduce((left, change) => (change.team === team.id && (change.periods?.includes(period) ?? true) ? left * change.factor : left), days)),
    })),
  });
}
