// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { printCandidates } from '../output/print-candidates.js';
import { readRun } from '../server/read-run.js';
import { JOB_PAYLOAD, jobOf, waitForJob, type JobPayload } from '../server/run-job.js';
import { withServer } from '../server/server.js';

interface Options {
  readonly model?: string;
  readonly seed?: number;
  readonly samples?: number;
}

/** `score`: a new scoring run over all candidates. */
export async function run(_words: readonly string[], { model, seed, samples }: Options, context: CommandContext): Promise<ExitStatus> {
  const scored = await withServer(context, async (server) => {
    const { startScoringRun } = await server.ask<{ startScoringRun: JobPayload }>(
      `mutation ($input: StartScoringRunInput!) { startScoringRun(input: $input) { ${JOB_PAYLOAD} ... on StartScoringRunSuccess { job { id } } } }`,
      { input: { model, seed, samples } },
    );
    const { resultId } = await waitForJob(jobOf(startScoringRun), server, context);
    const run = resultId === null ? null : await readRun(resultId, server);
    if (run === null) throw new CommandFailure({ code: 'CLI.SERVER_ANSWER_INVALID', reason: `scoring run ${resultId}` }, ExitStatus.FAILED);
    return run;
  });
  if (context.json) await context.output.json(scored);
  else await printCandidates(scored, context);
  return ExitStatus.DONE;
}
