// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { PlanSummary } from '#planning';
import type { CommandContext } from '../context.js';
import { word } from '../i18n/words.js';
import { amount, euro, percent } from './figures.js';
import { printTable } from './table.js';

/** A plan in one row, as the library or the server gives it. */
export type ComparedPlan = Omit<PlanSummary, 'status' | 'lastWave'> & { readonly status: string };

/** What moved; places are periods or days. */
export interface ShownChange {
  readonly item: string;
  readonly kind: string;
  readonly from: string | number | null;
  readonly to: string | number | null;
}

/** Prints plans side by side, and what is different from the first. */
export async function printComparison(plans: readonly ComparedPlan[], changes: readonly (ShownChange & { readonly plan?: string })[], { language, output }: Pick<CommandContext, 'language' | 'output'>): Promise<void> {
  const right = (key: string) => ({ title: word(key, language), align: 'right' as const });
  await printTable(
    output,
    [{ title: word('plan', language), wrapAt01: 0.3 }, { title: word('planStatus', language) }, right('items'), right('goalPoints'), right('cost'), right('saving'), right('effort'), right('gap'), right('planChanges')],
    plans.map((plan) => [
      plan.name, word(plan.status, language), plan.items, amount(plan.value, language, 1), euro(plan.costCents, language), euro(plan.savingCents, language), amount(plan.effortDays, language, 1), percent(plan.gap01, language, 2), plan.changes,
    ]),
  );
  if (changes.length === 0) return;
  await output.line();
  for (const { plan, item, kind, from, to } of changes) await output.line(`  ${plan === undefined ? '' : `${plan}: `}${item}: ${word(`change${kind}`, language)} (${from ?? '–'} → ${to ?? '–'})`);
}
