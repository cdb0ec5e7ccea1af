// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ImportAnswer } from '../commands/import-answer.js';
import type { CommandContext } from '../context.js';
import { word } from '../i18n/words.js';
import { amount } from './figures.js';
import { problemLine } from './print-problem.js';
import { printFacts } from './table.js';

const PROBLEMS_SHOWN = 20;

/** Prints what a file brought, and the first lines that could not be taken. */
export async function printImport(answer: ImportAnswer, { language, output }: CommandContext): Promise<void> {
  const count = (value: number, name: string): string => `${amount(value, language)} ${word(name, language)}`;
  const { titles, installations } = answer;
  await output.line(answer.file);
  await printFacts(output, [
    [word('format', language), answer.format],
    [word('records', language), `${amount(answer.records, language)}: ${count(answer.accepted, 'accepted')}, ${count(answer.rejected, 'rejected')}`],
    [word('titles', language), `${count(titles.new, 'new')}: ${count(titles.matched, 'matched')}, ${count(titles.queued, 'queued')}`],
    [word('installations', language), [count(installations.added, 'added'), count(installations.removed, 'removed'), count(installations.unchanged, 'unchanged')].join(', ')],
  ]);
  if (answer.duplicateOf !== null) await output.line(word('knownFile', language));
  if (answer.dryRun) await output.line(word('dryRun', language));
  for (const problem of answer.problems.slice(0, PROBLEMS_SHOWN)) await output.message(`✗ ${problemLine(withoutNulls(problem))}`);
  if (answer.problems.length > PROBLEMS_SHOWN) await output.message(`… ${answer.problems.length - PROBLEMS_SHOWN} ${word('more', language)} (--json)`);
}

function withoutNulls<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as T;
}
