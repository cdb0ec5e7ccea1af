// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { Plan } from '../plan.js';

/** A table of a plan, ready for any renderer: cells are text, numbers or empty. */
export interface PlanTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const WORDS = {
  de: { waves: 'Wellen', periods: 'Perioden', left: 'Nicht geplant', wave: 'Welle', period: 'Periode', from: 'Beginn', item: 'Vorhaben', cost: 'Kosten (€)', effort: 'Aufwand (Tage)', saving: 'Ersparnis (€)', value: 'Wert', budget: 'Budget (€)', used: 'Verbraucht (€)', cash: 'Zahlungsstrom kumuliert (€)', done: 'Wert kumuliert', reason: 'Grund' },
  en: { waves: 'Waves', periods: 'Periods', left: 'Not planned', wave: 'Wave', period: 'Period', from: 'Starts on', item: 'Items', cost: 'Cost (€)', effort: 'Effort (days)', saving: 'Savings (€)', value: 'Value', budget: 'Budget (€)', used: 'Used (€)', cash: 'Cash flow, cumulated (€)', done: 'Value, cumulated', reason: 'Reason' },
} as const;

/** The tables of a plan: waves, cash flow and use per period, and what is not planned with its reason. */
export function planTables(plan: Plan, language: Language, words: { readonly nameOf?: (item: string) => string; readonly reasonOf?: (entry: Plan['unscheduled'][number]) => string } = {}): readonly PlanTable[] {
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

/** The table as CSV (RFC 4180, CRLF); a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function tableToCsv({ columns, rows }: PlanTable, separator: ';' | ',' = ';'): string {
  const cell = (value: string | number | null): string => {
    if (value === null) return '';
    if (typeof value === 'number') return separator === ';' ? String(value).replace('.', ',') : String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /["\r\n;,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [columns, ...rows].map((row) => row.map(cell).join(separator) + '\r\n').join('');
}

/** The table as Markdown with its title. */
export function tableToMarkdown({ title, columns, rows }: PlanTable): string {
  const cell = (value: string | number | null): string => (value === null ? '' : String(value).replace(/[\r\n]+/g, ' ').replace(/[|\\<>`*_[\]]/g, '\\$&'));
  const line = (cells: readonly (string | number | null)[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [`## ${title}`, '', line(columns), `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map(line), ''].join('\n');
}

/** A cell of a workbook: text stays text, whatever it begins with. */
export type SheetCell = { readonly value: string; readonly type: StringConstructor; readonly wrap?: boolean; readonly fontWeight?: 'bold' } | { readonly value: number; readonly type: NumberConstructor };

/** One sheet of a workbook, in the form of write-excel-file. */
export interface PlanSheet {
  readonly sheet: string;
  readonly data: (SheetCell | null)[][];
  readonly columns: { readonly width: number }[];
  readonly stickyRowsCount: number;
}

const WIDEST_COLUMN = 60;
const NARROWEST_COLUMN = 10;

/** The table as a sheet; cells are texts and numbers, never formulas. */
export function tableToSheet({ title, columns, rows }: PlanTable): PlanSheet {
  const cell = (value: string | number | null): SheetCell | null => (value === null || value === '' ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true });
  return {
    sheet: title,
    data: [columns.map((value) => ({ value, type: String, fontWeight: 'bold' })), ...rows.map((row) => row.map(cell))],
    columns: columns.map((column, index) => ({ width: Math.min(WIDEST_COLUMN, rows.reduce((most, row) => Math.max(most, String(row[index] ?? '').length), Math.max(NARROWEST_COLUMN, column.length)) + 2) })),
    stickyRowsCount: 1,
  };
}
