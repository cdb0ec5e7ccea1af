// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pc from 'picocolors';
import type { Messages, Problem } from '#kernel';
import { word } from '../i18n/words.js';
import { describe, type CommandContext, type DescribedProblem } from '../context.js';
import { instant } from './figures.js';

/** Prints a refusal: `{problem: …}` on standard output for machines, else one line with place and code on standard error. */
export async function printProblem(problem: Problem, context: Pick<CommandContext, 'json' | 'language' | 'output'>, messages?: Messages): Promise<void> {
  const described = describe(problem, context.language, messages);
  if (context.json) await context.output.json({ problem: described });
  else {
    await context.output.message(`${pc.red('✗')} ${problemLine(described)}`);
    const { changedBy, changedAt } = described;
    if (changedBy !== undefined && changedAt !== undefined) await context.output.message(`  ${word('changedBy', context.language)}: ${changedBy}, ${instant(changedAt, context.language)}`);
  }
}

/** `file:line:column path: sentence (CODE)`, as far as the place is known. */
export function problemLine(problem: DescribedProblem): string {
  const place = [problem.file, problem.line, problem.line === undefined ? undefined : problem.column].filter((part) => part !== undefined).join(':');
  const where = [place, problem.path].filter(Boolean).join(' ');
  return `${where ? `${where}: ` : ''}${problem.message} ${pc.dim(`(${problem.code})`)}`;
}
