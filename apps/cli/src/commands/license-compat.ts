// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { checkCompatibility, compatibilitySentences, licensingMessages, parseOsadlMatrix, type CompatibilityAnswer, type CompatibilityMatrix } from '#licensing';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure, wrongUsage } from '../failure.js';
import { keptMatrix } from '../files/kept-matrix.js';
import { readWholeFile } from '../files/open-file.js';
import { word } from '../i18n/words.js';
import { printTable } from '../output/table.js';
import { askCompatibility } from '../server/check-compatibility.js';
import { withServer } from '../server/server.js';

interface Options {
  readonly outbound: string;
  readonly matrix?: string;
  readonly ownTable?: boolean;
  readonly stored?: boolean;
}

/** `license-compat`: whether parts fit under an outbound license. Only COMPATIBLE ends with 0, so that a script never takes unknown for allowed. */
export async function run(words: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  const { language, output } = context;
  const { outbound } = options;
  const answer = await answerOf(words, options, context);
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

/** By the server, the file named, our own table alone, or – where nothing is said – by the matrix that was loaded last in this data folder. */
async function answerOf(words: readonly string[], { outbound, matrix, ownTable, stored }: Options, context: CommandContext): Promise<CompatibilityAnswer> {
  if ([matrix, ownTable, stored].filter((option) => option !== undefined).length > 1) throw wrongUsage({ code: 'CLI.ONE_OF_THESE', options: ['--matrix', '--own-table', '--stored'] });
  if (stored) return withServer(context, (server) => askCompatibility(outbound, words, server));
  if (matrix !== undefined) return checkCompatibility(outbound, words, await loadMatrix(matrix, context));
  return checkCompatibility(outbound, words, ownTable ? undefined : await keptMatrix(context.environment.dataFolder));
}

async function loadMatrix(file: string, { language }: CommandContext): Promise<CompatibilityMatrix> {
  const parsed = parseOsadlMatrix(await readWholeFile(file));
  if (!parsed.ok) throw new CommandFailure(describe({ ...parsed.problem, file }, language, licensingMessages));
  return parsed.value;
}
