// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Assumption } from '#planning';
import { wrongUsage } from '../failure.js';

/** Options of a what-if, as they were typed. */
export interface AssumptionOptions {
  readonly budgetFactor?: number;
  readonly team?: readonly string[];
  readonly lock?: readonly string[];
  readonly centsPerPoint?: number;
}

const TEAM = /^(.+)=(\d+(?:\.\d+)?)(?:@(\d{1,6}(?:,\d{1,6})*))?$/;
const LOCK = /^(.+)=(\d{1,6}|out)$/;
const MOST_FACTOR = 100;

/** What is assumed, in the order budget, teams, locks, worth of a point; wrong usage where something cannot be read or nothing is assumed. */
export function assumptionsOf({ budgetFactor, team = [], lock = [], centsPerPoint }: AssumptionOptions, allowed: readonly string[]): Assumption[] {
  const assumptions: Assumption[] = [
    ...(budgetFactor === undefined ? [] : [{ kind: 'BUDGET' as const, factor: budgetFactor }]),
    ...team.map(teamChange).map((change) => ({ kind: 'TEAM' as const, ...change })),
    ...lock.map((text): Assumption => {
      const [, item, period] = LOCK.exec(text) ?? [];
      if (item === undefined || period === undefined) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: '--lock', value: text, allowed: ['ITEM=3', 'ITEM=out'] });
      return { kind: 'LOCK', item, period: period === 'out' ? null : Number(period) };
    }),
    ...(centsPerPoint === undefined ? [] : [{ kind: 'POINT' as const, centsPerValuePoint: centsPerPoint }]),
  ];
  if (assumptions.length === 0) throw wrongUsage({ code: 'CLI.NOTHING_ASSUMED', options: allowed });
  return assumptions;
}

/** `it=0@0,1`: a team, its factor, and the periods that are meant (all where none is named). */
export function teamChange(text: string): { readonly team: string; readonly factor: number; readonly periods?: readonly number[] } {
  const [, team, factor, periods] = TEAM.exec(text) ?? [];
  if (team === undefined || !(Number(factor) <= MOST_FACTOR)) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: '--team', value: text, allowed: ['TEAM=0', 'TEAM=0@0,1', `TEAM=1.5 (≤ ${MOST_FACTOR})`] });
  return { team, factor: Number(factor), ...(periods === undefined ? {} : { periods: periods.split(',').map(Number) }) };
}
