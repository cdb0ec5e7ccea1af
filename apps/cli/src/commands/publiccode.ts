// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { dateOfInstant } from '#kernel';
import { licensingMessages, LONGEST_PUBLICCODE_BYTES, readPubliccode } from '#licensing';
import { describe, type CommandContext, type DescribedProblem } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure, wrongUsage } from '../failure.js';
import { filesBeside } from '../files/files-beside.js';
import { readBytes } from '../files/open-file.js';
import { word } from '../i18n/words.js';
import { problemLine } from '../output/print-problem.js';
import { registerSoftware } from '../server/register-software.js';
import { withServer } from '../server/server.js';

type Severity = 'error' | 'warning';

interface Options {
  readonly register?: boolean;
  readonly parts?: string;
}

/** What one file came to; the keys of `publiccode --json`, beside `registered` where it was. */
interface PubliccodeAnswer {
  readonly file: string;
  readonly valid: boolean;
  readonly problems: readonly (DescribedProblem & { readonly severity: Severity })[];
}

/** `publiccode FILE…`: one answer for each file, in order; a file that could not be read at all ends with 3, an invalid one with 5. */
export async function run(files: readonly string[], { register, parts }: Options, context: CommandContext): Promise<ExitStatus> {
  if (parts !== undefined && (!register || files.length > 1)) throw wrongUsage({ code: 'CLI.PARTS_OF_WHAT' });
  let status: ExitStatus = ExitStatus.DONE;
  for (const file of files) {
    const { answer, isRead } = await answerFile(file, context);
    if (!isRead) status = ExitStatus.REFUSED;
    else if (!answer.valid && status === ExitStatus.DONE) status = ExitStatus.CHECK_NEGATIVE;
    const registered = register && answer.valid ? await withServer(context, (server) => registerSoftware(file, parts, server)) : undefined;
    if (context.json) await context.output.json({ ...answer, ...(registered === undefined ? {} : { registered }) });
    else {
      await printAnswer(answer, context);
      if (registered !== undefined) await context.output.line(`  ${word('registered', context.language)}: ${registered.key}`);
    }
  }
  return status;
}

async function answerFile(file: string, { language }: CommandContext): Promise<{ answer: PubliccodeAnswer; isRead: boolean }> {
  try {
    const bytes = await readBytes(file, LONGEST_PUBLICCODE_BYTES + 1);
    const { valid, problems } = readPubliccode(bytes, { today: dateOfInstant(new Date()), files: filesBeside(file) });
    return { answer: { file, valid, problems: problems.map((problem) => ({ ...describe({ ...problem, file }, language, licensingMessages), severity: problem.severity })) }, isRead: true };
  } catch (failure) {
    if (!(failure instanceof CommandFailure)) throw failure;
    return { answer: invalid(file, describe(failure.problem, language)), isRead: false };
  }
}

function invalid(file: string, problem: DescribedProblem): PubliccodeAnswer {
  return { file, valid: false, problems: [{ path: '', ...problem, file, severity: 'error' }] };
}

async function printAnswer({ file, valid, problems }: PubliccodeAnswer, { language, output }: CommandContext): Promise<void> {
  await output.line(`${file}: ${word(valid ? 'valid' : 'invalid', language)}`);
  for (const problem of problems) await output.line(`  ${problem.severity === 'error' ? '✗' : `! ${word('warning', language)}:`} ${problemLine({ ...problem, file: undefined })}`);
}
