// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { printCandidates } from '../output/print-candidates.js';
import { printExplanation } from '../output/print-explanation.js';
import { readExplanation, type Explanation } from '../server/read-explanation.js';
import { readRun } from '../server/read-run.js';
import { JOB_PAYLOAD, jobOf, waitForJob, type JobPayload } from '../server/run-job.js';
import { withServer, type Server } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly model?: string;
  readonly seed?: number;
  readonly samples?: number;
  readonly explain?: boolean;
}

/** Candidates that `--explain` explains. */
const EXPLAINED = 3;

const START = serverDocument(`mutation ($input: StartScoringRunInput!) { startScoringRun(input: $input) { ${JOB_PAYLOAD} ... on StartScoringRunSuccess { job { id } } } }`);

/** `score`: a new scoring run over all candidates. */
export async function run(_words: readonly string[], { model, seed, samples, explain = false }: Options, context: CommandContext): Promise<ExitStatus> {
  const { scored, explanations } = await withServer(context, async (server) => {
    const { startScoringRun } = await server.ask<{ startScoringRun: JobPayload }>(START, { input: { model, seed, samples } });
    const { resultId } = await waitForJob(jobOf(startScoringRun), server, context);
    const run = resultId === null ? null : await readRun(resultId, server);
    if (run === null) throw new CommandFailure({ code: 'CLI.SERVER_ANSWER_INVALID', reason: `scoring run ${resultId}` }, ExitStatus.FAILED);
    return { scored: run, explanations: explain ? await explained(resultId!, server, context.language) : [] };
  });
  if (context.json) await context.output.json(explain ? { ...scored, explanations } : scored);
  else {
    await printCandidates(scored, context);
    for (const explanation of explanations) {
      await context.output.line('');
      await printExplanation(explanation, context);
    }
  }
  return ExitStatus.DONE;
}

const FIRST_CANDIDATES = serverDocument(`query ($id: ID!) { scoringRun(id: $id) { candidates(first: ${EXPLAINED}) { nodes { id } } } }`);

async function explained(runId: string, server: Server, language: Language): Promise<Explanation[]> {
  const { scoringRun } = await server.ask<{ scoringRun: { candidates: { nodes: readonly { id: string }[] } } }>(FIRST_CANDIDATES, { id: runId });
  return Promise.all(scoringRun.candidates.nodes.map(({ id }) => readExplanation(id, server, language)));
}
