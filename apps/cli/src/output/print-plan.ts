// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pc from 'picocolors';
import type { Language } from '#kernel';
import { word } from '../i18n/words.js';
import { amount, euro, percent } from './figures.js';
import type { Output } from './output.js';
import { printPeriods, type ShownPeriod } from './print-periods.js';
import { printTable } from './table.js';

/** A plan as it is printed: from a file, whose items are ids, or from the server, whose items are products and their alternatives. */
export interface PrintedPlan {
  readonly status: string;
  readonly gap01: number | null;
  readonly waves: readonly { readonly period: number; readonly startsOn?: string | null; readonly costCents: number; readonly effortDays: number; readonly savingCents: number; readonly items: readonly PrintedItem[] }[];
  readonly periods: readonly ShownPeriod[];
  readonly unscheduled: readonly { readonly item?: string; readonly product?: string; readonly reason: string; readonly message?: string }[];
  readonly conflicts: readonly { readonly message: string }[];
}

type PrintedItem = string | { readonly product: string; readonly alternative: string | null; readonly sizeIsAssumed?: boolean; readonly savingUnknownBecause?: string | null; readonly supportEndedBefore?: string | null };

/** Prints the waves, the cash flow, what stays out and why, and how good the plan is proven to be. */
export async function printPlan(plan: PrintedPlan, { language, output }: { readonly language: Language; readonly output: Output }): Promise<void> {
  if (plan.waves.length > 0) {
    await printTable(
      output,
      [
        { title: word('period', language), align: 'right' },
        { title: word('startsOn', language) },
        { title: word('items', language), wrapAt01: 0.45 },
        { title: word('cost', language), align: 'right' },
        { title: word('effort', language), align: 'right' },
        { title: word('saving', language), align: 'right' },
      ],
      plan.waves.map((wave) => [wave.period, wave.startsOn ?? '', wave.items.map(itemText).join('\n'), euro(wave.costCents, language), amount(wave.effortDays, language, 1), euro(wave.savingCents, language)]),
    );
    if (plan.waves.some((wave) => wave.items.some((item) => typeof item !== 'string' && item.sizeIsAssumed))) await output.line(`* ${word('sizeAssumed', language)}`);
    if (plan.waves.some((wave) => wave.items.some((item) => typeof item !== 'string' && item.savingUnknownBecause))) await output.line(`° ${word('savingUnknown', language)}`);
    if (plan.waves.some((wave) => wave.items.some((item) => typeof item !== 'string' && item.supportEndedBefore))) await output.line(`! ${word('supportEndedBefore', language)}`);
    await output.line();
  }
  if (plan.waves.length > 0) {
    await printPeriods(plan.periods, { language, output });
    await output.line();
  }
  if (plan.unscheduled.length > 0) {
    await output.line(pc.bold(`${word('notPlanned', language)} (${plan.unscheduled.length})`));
    for (const [reason, names] of byReason(plan.unscheduled)) await output.line(`  ${names.join(', ')}: ${reason}`);
    await output.line();
  }
  if (plan.conflicts.length > 0) {
    await output.line(pc.bold(word('conflicts', language)));
    for (const conflict of plan.conflicts) await output.line(`  ${conflict.message}`);
    await output.line();
  }
  await output.line(`${word(plan.status, language)}${plan.gap01 === null ? '' : `; ${word('gap', language)}: ${percent(plan.gap01, language, 2)}`}`);
}

function itemText(item: PrintedItem): string {
  return typeof item === 'string' ? item : `${item.product}${item.alternative === null ? '' : ` → ${item.alternative}`}${item.sizeIsAssumed ? ' *' : ''}${item.savingUnknownBecause ? ' °' : ''}${item.supportEndedBefore ? ' !' : ''}`;
}

/** Items that stay out for the same reason stand in one line. */
function byReason(unscheduled: PrintedPlan['unscheduled']): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { product, item, message, reason } of unscheduled) {
    const sentence = message ?? reason;
    groups.set(sentence, [...(groups.get(sentence) ?? []), product ?? item ?? '']);
  }
  return groups;
}
