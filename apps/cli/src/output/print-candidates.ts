// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { CommandContext } from '../context.js';
import { word } from '../i18n/words.js';
import type { Interval, ScoredRun } from '../server/read-run.js';
import { amount, euro, percent } from './figures.js';
import { printTable } from './table.js';

const CANDIDATES_SHOWN = 50;

/** Prints the first candidates of a run; expected values, with the range they may have in brackets. */
export async function printCandidates(run: ScoredRun, { language, output }: CommandContext): Promise<void> {
  await printTable(
    output,
    [
      { title: word('rank', language), align: 'right' },
      { title: word('product', language), wrapAt01: 0.22 },
      { title: word('alternative', language), wrapAt01: 0.18 },
      { title: word('goal', language), align: 'right' },
      { title: word('feasibility', language), align: 'right' },
      { title: word('npv', language), align: 'right' },
      { title: word('completeness', language), align: 'right' },
      { title: word('firstRank', language), align: 'right' },
    ],
    run.candidates.slice(0, CANDIDATES_SHOWN).map((one) => [
      one.rank,
      one.product,
      one.alternative ?? '–',
      points(one.goalContribution, language),
      points(one.feasibility, language),
      one.npvCents.expected === null ? '–' : euro(one.npvCents.expected, language),
      percent(one.completeness01, language),
      percent(one.firstRankAcceptability01, language),
    ]),
  );
  const left = run.candidates.length - CANDIDATES_SHOWN;
  if (left > 0) await output.line(`… ${left} ${word('more', language)} (--json)`);
  await output.line(`\n${run.model} v${run.modelVersion}, seed ${run.seed}, ${run.runId}`);
}

function points({ low, expected, high }: Interval, language: Language): string {
  const range = low === high ? '' : ` [${amount(low, language)}–${amount(high, language)}]`;
  return `${amount(expected, language)}${range}`;
}
