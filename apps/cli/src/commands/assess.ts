// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import type { Problem } from '#kernel';
import { describe, type CommandContext, type DescribedProblem } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { openFile } from '../files/open-file.js';
import { word } from '../i18n/words.js';
import { printProblem, problemLine } from '../output/print-problem.js';
import { printFacts } from '../output/table.js';
import { withServer, type Server } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly author?: string;
  readonly dryRun?: boolean;
}

interface Recorded {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly empty: number;
  readonly problems: readonly DescribedProblem[];
}

const IMPORT = serverDocument(`mutation ($input: ImportAssessmentsInput!) { importAssessments(input: $input) { __typename ... on ImportAssessmentsSuccess { rows accepted unchanged empty problems { code message line column } } ... on Problem { code message } } }`);
const PROBLEMS_SHOWN = 20;

/** `assess FILE…`: takes the answers of filled questionnaires; a refused one does not hold up the others. */
export async function run(files: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  for (const file of files) if (files.length === 1) void (await openFile(file)); // missing files are told before a server is started
  return withServer(context, async (server) => {
    let status: ExitStatus = ExitStatus.DONE;
    for (const file of files) {
      try {
        const recorded = await record(file, options, server);
        if (context.json) await context.output.json({ file, dryRun: options.dryRun ?? false, ...recorded, problems: recorded.problems.map((problem) => ({ ...problem, file })) });
        else await print(file, recorded, context);
      } catch (failure) {
        if (!(failure instanceof CommandFailure) || failure.status === ExitStatus.FAILED) throw failure;
        await printProblem({ ...failure.problem, file }, context);
        status = failure.status === ExitStatus.NOT_FOUND && files.length === 1 ? failure.status : ExitStatus.REFUSED;
      }
    }
    return status;
  });
}

async function record(file: string, { author, dryRun = false }: Options, server: Server): Promise<Recorded> {
  const uploadId = await server.upload(basename(file), await openFile(file));
  const { importAssessments } = await server.ask<{ importAssessments: { readonly __typename: string } & (Recorded | Problem) }>(IMPORT, { input: { uploadId, author, dryRun } });
  const { __typename, ...answer } = importAssessments;
  if (__typename !== 'ImportAssessmentsSuccess') throw new CommandFailure(answer as Problem);
  return answer as Recorded;
}

async function print(file: string, { rows, accepted, unchanged, empty, problems }: Recorded, { language, output }: CommandContext): Promise<void> {
  await printFacts(output, [
    [word('records', language), String(rows)],
    [word('accepted', language), String(accepted)],
    [word('unchanged', language), String(unchanged)],
    [word('unanswered', language), String(empty)],
  ]);
  for (const problem of problems.slice(0, PROBLEMS_SHOWN)) await output.message(problemLine(describe({ ...problem, file: basename(file) }, language)));
  if (problems.length > PROBLEMS_SHOWN) await output.message(`… ${problems.length - PROBLEMS_SHOWN} ${word('more', language)} (--json)`);
}
