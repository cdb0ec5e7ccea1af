// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { LineCounter, parseDocument } from 'yaml';
import { licensingMessages, validatePubliccode } from '#licensing';
import { describe, type CommandContext, type DescribedProblem } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { readWholeFile } from '../files/open-file.js';
import { word } from '../i18n/words.js';
import { problemLine } from '../output/print-problem.js';

type Severity = 'error' | 'warning';

/** What one file came to; the keys of `publiccode --json`. */
interface PubliccodeAnswer {
  readonly file: string;
  readonly valid: boolean;
  readonly problems: readonly (DescribedProblem & { readonly severity: Severity })[];
}

const MOST_BYTES = 5_000_000;

/** `publiccode FILE…`: one answer for each file, in order; a file that could not be read at all ends with 3, an invalid one with 5. */
export async function run(files: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  let status: ExitStatus = ExitStatus.DONE;
  for (const file of files) {
    const { answer, isRead } = await answerFile(file, context);
    if (!isRead) status = ExitStatus.REFUSED;
    else if (!answer.valid && status === ExitStatus.DONE) status = ExitStatus.CHECK_NEGATIVE;
    if (context.json) await context.output.json(answer);
    else await printAnswer(answer, context);
  }
  return status;
}

async function answerFile(file: string, { language }: CommandContext): Promise<{ answer: PubliccodeAnswer; isRead: boolean }> {
  try {
    const text = await readWholeFile(file, MOST_BYTES);
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: true, schema: 'core' });
    const [broken] = document.errors;
    if (broken !== undefined) {
      const at = broken.linePos?.[0];
      return { answer: invalid(file, describe({ code: 'CLI.YAML_INVALID', file, line: at?.line, column: at?.col, reason: broken.message.split('\n')[0] }, language)), isRead: true };
    }
    const { valid, problems } = validatePubliccode(valueOf(document));
    return { answer: { file, valid, problems: problems.map((problem) => ({ ...describe({ ...problem, file }, language, licensingMessages), severity: problem.severity })) }, isRead: true };
  } catch (failure) {
    if (!(failure instanceof CommandFailure)) throw failure;
    return { answer: invalid(file, describe(failure.problem, language)), isRead: false };
  }
}

/** Aliases that would blow up the document are refused by the reader. */
function valueOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (failure) {
    throw new CommandFailure({ code: 'CLI.YAML_INVALID', reason: failure instanceof Error ? failure.message : String(failure) });
  }
}

function invalid(file: string, problem: DescribedProblem): PubliccodeAnswer {
  return { file, valid: false, problems: [{ ...problem, file, severity: 'error' }] };
}

async function printAnswer({ file, valid, problems }: PubliccodeAnswer, { language, output }: CommandContext): Promise<void> {
  await output.line(`${file}: ${word(valid ? 'valid' : 'invalid', language)}`);
  for (const problem of problems) await output.line(`  ${problem.severity === 'error' ? '✗' : `! ${word('warning', language)}:`} ${problemLine({ ...problem, file: undefined })}`);
}
