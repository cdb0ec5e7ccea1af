// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { checkCompatibility, compatibilitySentences, licensingMessages, parseOsadlMatrix, type CompatibilityMatrix } from '#licensing';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { readWholeFile } from '../files/open-file.js';
import { word } from '../i18n/words.js';
import { printTable } from '../output/table.js';

interface Options {
  readonly outbound: string;
  readonly matrix?: string;
}

/** `license-compat`: whether parts fit under an outbound license. Only COMPATIBLE ends with 0, so that a script never takes unknown for allowed. */
export async function run(words: readonly string[], { outbound, matrix }: Options, context: CommandContext): Promise<ExitStatus> {
  const { language, output } = context;
  const answer = checkCompatibility(outbound, words, matrix === undefined ? undefined : await loadMatrix(matrix, context));
  if (context.json) await output.json({ ...answer, pairs: answer.pairs.map((pair) => ({ ...pair, message: compatibilitySentences[pair.reason][language] })) });
  else {
    await printTable(
      output,
      [{ title: word('part', language) }, { title: word('verdict', language) }, { title: word('reason', language), wrapAt01: 0.5 }, { title: word('source', language) }],
      answer.pairs.map((pair) => [pair.inbound, word(pair.verdict, language), compatibilitySentences[pair.reason][language], pair.source]),
    );
    await output.line(`\n${outbound}: ${word(answer.verdict, language)}`);
  }
  return answer.verdict === 'COMPATIBLE' ? ExitStatus.DONE : ExitStatus.CHECK_NEGATIVE;
}

async function loadMatrix(file: string, { language }: CommandContext): Promise<CompatibilityMatrix> {
  const parsed = parseOsadlMatrix(await readWholeFile(file));
  if (!parsed.ok) throw new CommandFailure(describe({ ...parsed.problem, file }, language, licensingMessages));
  return parsed.value;
}
