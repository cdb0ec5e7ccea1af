// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { CommandFailure, wrongUsage } from '../../failure.js';
import { printQuestions } from '../../output/print-questions.js';
import { readQuestions } from '../../server/read-questions.js';
import { newestRun } from '../../server/read-run.js';
import { withServer } from '../../server/server.js';

/** `show questions`: what to ask next, by how much an answer is expected to change the ranks. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'show ' });
  const questions = await withServer(context, async (server) => ((await newestRun(server)) === null ? null : readQuestions(server, context.language)));
  if (questions === null) throw new CommandFailure({ code: 'CLI.NOTHING_TO_SHOW', next: 'score' }, ExitStatus.NOT_FOUND);
  if (context.json) await context.output.json(questions);
  else await printQuestions(questions, context);
  return ExitStatus.DONE;
}
