// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { word } from '../i18n/words.js';
import { amount, euro, percent } from './figures.js';
import { printTable } from './table.js';

/** What happens in one period of a plan. */
export interface ShownPeriod {
  readonly period: number;
  readonly startsOn?: string | null;
  readonly budgetCents: number | null;
  readonly budgetUsedCents: number;
  readonly savingCents: number;
  readonly cumulatedCashCents: number;
  readonly cumulatedValue: number;
  readonly teams: readonly { readonly team: string; readonly utilisation01: number | null }[];
}

/** Prints the cash flow per period, the goal contribution reached by its end, and how far each team is used. */
export async function printPeriods(periods: readonly ShownPeriod[], { language, output }: Pick<CommandContext, 'language' | 'output'>): Promise<void> {
  const right = (title: string) => ({ title, align: 'right' as const });
  const teams = periods[0]?.teams.map(({ team }) => team) ?? [];
  await printTable(
    output,
    [right(word('timePeriod', language)), { title: word('startsOn', language) }, ...['budget', 'budgetUsed', 'saving', 'cash', 'cashCumulated', 'goalPoints'].map((key) => right(word(key, language))), ...teams.map(right)],
    periods.map((row, index) => [
      row.period, row.startsOn ?? '', row.budgetCents === null ? '–' : euro(row.budgetCents, language), euro(row.budgetUsedCents, language), euro(row.savingCents, language),
      euro(row.cumulatedCashCents - (periods[index - 1]?.cumulatedCashCents ?? 0), language), euro(row.cumulatedCashCents, language), amount(row.cumulatedValue, language, 1),
      ...teams.map((team) => percent(row.teams.find((one) => one.team === team)?.utilisation01, language)),
    ]),
  );
}
