// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ImportAnswer, ImportPreview, PreviewRow } from '../commands/import-answer.js';
import type { CommandContext } from '../context.js';
import { word } from '../i18n/words.js';
import { amount } from './figures.js';
import { problemLine } from './print-problem.js';
import { printFacts } from './table.js';

const PROBLEMS_SHOWN = 20;
const PREVIEWED = 10;

/** Prints what a file brought, and the first lines that could not be taken. */
export async function printImport(answer: ImportAnswer, { language, output }: CommandContext): Promise<void> {
  const count = (value: number, name: string): string => `${amount(value, language)} ${word(name, language)}`;
  const { titles, installations } = answer;
  await output.line(answer.file);
  await printFacts(output, [
    [word('format', language), answer.format],
    [word('records', language), `${amount(answer.records, language)}: ${count(answer.accepted, 'accepted')}, ${count(answer.rejected, 'rejected')}`],
    [word('titles', language), `${count(titles.new, 'new')}: ${count(titles.matched, 'matched')}, ${count(titles.queued, 'queued')}`],
    ...(['contracts', 'departments', 'installations'] as const).flatMap((what): [string, string][] => {
      const changes = what === 'installations' ? (answer.contracts || answer.departments ? undefined : installations) : answer[what];
      return changes === undefined ? [] : [[word(what, language), (['added', 'removed', 'changed', 'unchanged'] as const).map((name) => count(changes[name], name)).join(', ')]];
    }),
    ...(answer.hostsChanged > 0 ? [[word('hosts', language), count(answer.hostsChanged, 'changed')] as [string, string]] : []),
  ]);
  if (answer.preview) await printPreview(answer.preview, answer, { language, output });
  else if (answer.conflicts > 0) await output.line(`${word('staysAsSet', language)}: ${amount(answer.conflicts, language)}`);
  if (answer.duplicateOf !== null) await output.line(word('knownFile', language));
  if (answer.dryRun) await output.line(word('dryRun', language));
  for (const problem of answer.problems.slice(0, PROBLEMS_SHOWN)) await output.message(`✗ ${problemLine(withoutNulls(problem))}`);
  if (answer.problems.length > PROBLEMS_SHOWN) await output.message(`… ${answer.problems.length - PROBLEMS_SHOWN} ${word('more', language)} (--json)`);
}

/** By name what would change, a few of each. */
async function printPreview(preview: ImportPreview, { installations, titles, conflicts }: ImportAnswer, { language, output }: Pick<CommandContext, 'language' | 'output'>): Promise<void> {
  const list = async (title: string, lines: readonly string[], total: number): Promise<void> => {
    if (total === 0) return;
    await output.line(`${word(title, language)}:`);
    for (const line of lines.slice(0, PREVIEWED)) await output.line(`  ${line}`);
    if (total > Math.min(PREVIEWED, lines.length)) await output.line(`  … ${amount(total - Math.min(PREVIEWED, lines.length), language)} ${word('more', language)}`);
  };
  const named = ({ host, title, version }: PreviewRow): string => [host, title, version].filter((part) => part !== null).join('  ');
  await list('wouldAdd', preview.added.map((row) => `+ ${named(row)}`), installations.added);
  await list('wouldRemove', preview.removed.map((row) => `- ${named(row)}`), installations.removed);
  await list('wouldChange', preview.changed.map((row) => `~ ${named(row)}`), installations.changed);
  await list('newTitles', preview.newTitles.map(({ title, decision, product }) => `${title}  →  ${product ?? word(decision, language)}`), titles.new);
  await list('staysAsSet', preview.conflicts.map(({ key, field, kept, imported }) => `${key}, ${field}: ${String(kept)} ${word('instead', language)} ${String(imported)}`), conflicts);
}

function withoutNulls<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as T;
}
