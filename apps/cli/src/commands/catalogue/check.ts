// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { catalogueMessages, checkCatalogueFiles, parseCatalogueFile, type CatalogueFragment } from '#catalogue';
import { dateOfInstant, type Problem } from '#kernel';
import { describe, type CommandContext, type DescribedProblem } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { CommandFailure, wrongUsage } from '../../failure.js';
import { readCatalogue, SHIPPED_CATALOGUE } from '../../files/read-catalogue.js';
import { amount } from '../../output/figures.js';
import { word } from '../../i18n/words.js';
import { problemLine } from '../../output/print-problem.js';

interface Options {
  readonly withBase?: boolean;
}

/** `catalogue check [DIR|FILE]`: everything that is wrong in catalogue files, the shipped ones where none are given; 5 where something is. */
export async function run([path, ...tooMany]: readonly string[], { withBase = false }: Options, context: CommandContext): Promise<ExitStatus> {
  if (tooMany.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'catalogue ' });
  const { json, language, output } = context;
  const files = await readCatalogue(path ?? SHIPPED_CATALOGUE);
  const base = withBase && path !== undefined ? await readBase(files.map(({ name }) => name)) : [];
  const { problems, warnings, ...counts } = checkCatalogueFiles(files, { today: dateOfInstant(new Date()), base });
  const described = [...sentences(problems, 'error', context), ...sentences(warnings, 'warning', context)];
  if (json) await output.json({ folder: path ?? SHIPPED_CATALOGUE, files: files.length, ...counts, valid: problems.length === 0, problems: described });
  else {
    for (const { severity, ...problem } of described) await output.line(`${severity === 'error' ? '✗' : '!'} ${problemLine(problem)}`);
    const figures = [[files.length, 'files'], [counts.vendors, 'vendors'], [counts.categories, 'categories'], [counts.products, 'products'], [problems.length, 'errors'], [warnings.length, 'warnings']] as const;
    await output.line(figures.map(([value, name]) => `${amount(value, language)} ${word(name, language)}`).join(', '));
  }
  return described.length === 0 ? ExitStatus.DONE : ExitStatus.CHECK_NEGATIVE;
}

/** The shared base as it stands, without files that are checked themselves. */
async function readBase(checked: readonly string[]): Promise<CatalogueFragment[]> {
  const files = (await readCatalogue(SHIPPED_CATALOGUE)).filter(({ name }) => !checked.includes(name));
  return files.map(({ name, text }) => {
    const parsed = parseCatalogueFile(text, name);
    if (!parsed.ok) throw new CommandFailure(parsed.problem[0] ?? { code: 'CLI.CATALOGUE_EMPTY' });
    return parsed.value;
  });
}

function sentences(problems: readonly Problem[], severity: 'error' | 'warning', { language }: CommandContext): (DescribedProblem & { severity: string })[] {
  return problems.map((problem) => ({ ...describe(problem, language, catalogueMessages), severity }));
}
