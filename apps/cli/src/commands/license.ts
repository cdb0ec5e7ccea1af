// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { answerLicense, describeProof, type LicenseAnswer } from '#licensing';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { wrongUsage } from '../failure.js';
import { LONGEST_LINE, readLines } from '../files/read-lines.js';
import { word } from '../i18n/words.js';
import { printFacts } from '../output/table.js';

/** `license TEXT` and `license --stdin`: what a text means as a license, with proof. */
export async function run(words: readonly string[], { stdin }: { stdin?: boolean }, context: CommandContext): Promise<ExitStatus> {
  if (stdin && words.length > 0) throw wrongUsage({ code: 'CLI.EITHER_ARGUMENT_OR_STDIN', argument: 'text' });
  if (stdin) return answerLines(context);
  if (words.length === 0) throw wrongUsage({ code: 'CLI.NOTHING_GIVEN', argument: 'text' });
  const answer = answerLicense(words.join(' '));
  if (context.json) await context.output.json(answer);
  else await printAnswer(answer, context);
  return ExitStatus.DONE;
}

const MOST_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 500;

/** One answer a line, in order; a line that is too long gets its problem. Lists repeat themselves, so that short texts are remembered. */
async function answerLines(context: CommandContext): Promise<ExitStatus> {
  const remembered = new Map<string, string>();
  const answer = (text: string): string => {
    const known = remembered.get(text) ?? JSON.stringify(answerLicense(text));
    if (text.length <= LONGEST_REMEMBERED && remembered.size < MOST_REMEMBERED) remembered.set(text, known);
    return known;
  };
  for await (const lines of readLines(context.input)) {
    const answers = lines.map(({ number, text }) =>
      text === null ? JSON.stringify({ input: null, problem: describe({ code: 'CLI.LINE_TOO_LONG', line: number, most: LONGEST_LINE }, context.language) }) : answer(text),
    );
    await context.output.raw(`${answers.join('\n')}\n`);
  }
  return ExitStatus.DONE;
}

async function printAnswer(answer: LicenseAnswer, { language, output }: CommandContext): Promise<void> {
  const yesNo = (value: boolean | null): string => word(value === null ? 'unknown' : value ? 'yes' : 'no', language);
  await printFacts(output, [
    [word('license', language), answer.expression ?? (answer.candidates.join(` ${word('or', language)} `) || '–')],
    [word('decision', language), `${word(answer.decision, language)} (${Math.round(answer.confidence01 * 100)} %)`],
    [word('openSource', language), word(answer.verdict, language)],
    [word('class', language), answer.class],
    ['OSI', yesNo(answer.osiApproved)],
    ['FSF', yesNo(answer.fsfLibre)],
  ]);
  await output.line();
  await output.line(describeProof(answer.proof, language));
}
