// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import { word } from '../i18n/words.js';
import type { ShownTarget } from '../server/read-targets.js';
import { amount, percent } from './figures.js';
import type { Output } from './output.js';
import { printTable } from './table.js';

/** Prints how far each target is, and where the plan in force leads. */
export async function printTargets(targets: readonly ShownTarget[], { language, output }: { readonly language: Language; readonly output: Output }): Promise<void> {
  await printTable(
    output,
    [
      { title: 'Id' },
      { title: word('target', language), wrapAt01: 0.3 },
      { title: word('targetGoal', language), align: 'right' },
      { title: word('dueOn', language) },
      { title: word('today', language), align: 'right' },
      { title: word('forecastDue', language), align: 'right' },
      { title: word('outlook', language) },
      { title: word('nextStop', language) },
    ],
    targets.map((target) => [
      target.id,
      target.name,
      `${target.unit === 'COUNT' ? `${word('atMost', language)} ` : ''}${figure(target, target.goal, language)}`,
      target.dueOn,
      range(target, target.current?.low ?? null, target.current?.high ?? null, language),
      range(target, target.dueLow, target.dueHigh, language),
      target.isWithdrawn ? word('withdrawn', language) : target.standing === 'REACHED' ? word('REACHED', language) : word(target.outlook, language),
      target.nextStop?.on ?? '–',
    ]),
  );
}

function range(target: ShownTarget, low: number | null, high: number | null, language: Language): string {
  if (low === null || high === null) return '–';
  const [from, to] = [figure(target, low, language), figure(target, high, language)];
  return from === to ? from : `${from} – ${to}`;
}

function figure({ unit }: ShownTarget, value: number, language: Language): string {
  return unit === 'SHARE' ? percent(value, language, 1) : amount(value, language);
}
