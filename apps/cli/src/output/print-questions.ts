// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { word } from '../i18n/words.js';
import type { Questions } from '../server/read-questions.js';
import { percent } from './figures.js';
import { printTable } from './table.js';

/** Prints what to ask next: the places that an answer is expected to move a candidate, and which question gives it. */
export async function printQuestions({ total, questions }: Questions, { language, output }: CommandContext): Promise<void> {
  await printTable(
    output,
    [
      { title: word('rankChange', language), align: 'right' },
      { title: word('firstTwenty', language), align: 'right' },
      { title: word('product', language), wrapAt01: 0.2 },
      { title: word('asksAbout', language), wrapAt01: 0.2 },
      { title: word('question', language), wrapAt01: 0.4 },
    ],
    questions.map((one) => [
      one.expectedRankChange.toLocaleString(language, { maximumFractionDigits: 1 }),
      percent(one.changesFirst01, language),
      one.product,
      one.about,
      one.texts.map((text, index) => `${text} (${one.questions[index]!})`).join(' ') || '–',
    ]),
  );
  const left = total - questions.length;
  if (left > 0) await output.line(`… ${left} ${word('more', language)}`);
}
