// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language, Table } from '#kernel';
import type { Plan } from '../plan.js';

const WORDS = {
  de: { waves: 'Wellen', periods: 'Perioden', left: 'Nicht geplant', wave: 'Welle', period: 'Periode', from: 'Beginn', item: 'Vorhaben', cost: 'Kosten (€)', effort: 'Aufwand (Tage)', saving: 'Ersparnis (€)', value: 'Wert', budget: 'Budget (€)', used: 'Verbraucht (€)', cash: 'Zahlungsstrom kumuliert (€)', done: 'Wert kumuliert', reason: 'Grund' },
  en: { waves: 'Waves', periods: 'Periods', left: 'Not planned', wave: 'Wave', period: 'Period', from: 'Starts on', item: 'Items', cost: 'Cost (€)', effort: 'Effort (days)', saving: 'Savings (€)', value: 'Value', budget: 'Budget (€)', used: 'Used (€)', cash: 'Cash flow, cumulated (€)', done: 'Value, cumulated', reason: 'Reason' },
} as const;

/** The tables of a plan: waves, cash flow and use per period, and what is not planned with its reason. */
export function planTables(plan: Plan, language: Language, words: { readonly nameOf?: (item: string) => string; readonly reasonOf?: (entry: Plan['unscheduled'][number]) => string } = {}): readonly Table[] {
  const w = WORDS[language];
  const name = words.nameOf ?? ((item: string) => item);
  const euro = (cents: number | null): number | null => (cents === null ? null : cents / 100);
  return [
    {
      title: w.waves, columns: [w.wave, w.period, w.from, w.item, w.cost, w.effort, w.saving, w.value],
      rows: plan.waves.map((wave, index) => [index + 1, wave.period, wave.startsOn ?? null, wave.items.map(name).join('; '), euro(wave.costCents), wave.effortDays, euro(wave.savingCents), wave.value]),
    },
    {
      title: w.periods, columns: [w.period, w.from, w.budget, w.used, w.saving, w.cash, w.done, ...(plan.periods[0]?.teams.map(({ team }) => `${team} (%)`) ?? [])],
      rows: plan.periods.map((row) => [row.period, row.startsOn ?? null, euro(row.budgetCents), euro(row.budgetUsedCents), euro(row.savingCents), euro(row.cumulatedCashCents), row.cumulatedValue, ...row.teams.map(({ utilisation01 }) => utilisation01 === null ? null : Math.round(utilisation01 * 1000) / 10)]),
    },
    { title: w.left, columns: [w.item, w.reason], rows: plan.unscheduled.map((entry) => [name(entry.item), words.reasonOf?.(entry) ?? entry.reason]) },
  ];
}
