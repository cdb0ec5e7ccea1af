// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { efficientFrontier, FRONTIER_FACTORS, planningMessages, whyNoFrontier, type FrontierPoint } from '#planning';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { readPlanningProblem } from '../files/read-planning-problem.js';
import { word } from '../i18n/words.js';
import { amount, euro, percent } from '../output/figures.js';
import { printTable } from '../output/table.js';
import { withProgress, type SearchOptions } from '../planning/solve-file.js';
import { JOB_PAYLOAD, jobOf, waitForJob, type JobPayload } from '../server/run-job.js';
import { withServer } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options extends SearchOptions {
  readonly plan?: string;
}

/** `frontier [PROBLEM.json]`: how much goal contribution how much budget buys; of a file, or of a plan on the server. */
export async function run([file]: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  const points = file === undefined ? await storedFrontier(options, context) : await fileFrontier(file, options, context);
  const { json, language, output } = context;
  if (json) await output.json({ points });
  else {
    await printTable(
      output,
      [{ title: word('budgetShare', language), align: 'right' }, { title: word('budget', language), align: 'right' }, { title: word('goalPoints', language), align: 'right' }, { title: word('cost', language), align: 'right' }, { title: word('provenAtMost', language), align: 'right' }, { title: '' }],
      points.map((point) => [percent(point.budgetFactor, language), euro(point.budgetCents, language), amount(point.value, language, 1), point.costCents === null ? '–' : euro(point.costCents, language), gapText(point, context), point.efficient || point.value === null ? '' : word('notEfficient', language)]),
    );
  }
  return ExitStatus.DONE;
}

async function fileFrontier(file: string, options: SearchOptions, context: CommandContext): Promise<readonly FrontierPoint[]> {
  const problem = await readPlanningProblem(file, context);
  const reason = whyNoFrontier(problem);
  if (reason !== null) throw new CommandFailure(describe({ ...reason, file }, context.language, planningMessages));
  return withProgress(options, context, (search) => efficientFrontier(problem, FRONTIER_FACTORS, search));
}

const START = serverDocument(`mutation ($input: StartFrontierInput!) { startFrontier(input: $input) { ${JOB_PAYLOAD} ... on StartFrontierSuccess { job { id } } } }`);

function storedFrontier({ plan, timeLimit, seed }: Options, context: CommandContext): Promise<readonly FrontierPoint[]> {
  return withServer(context, async (server) => {
    const { startFrontier } = await server.ask<{ startFrontier: JobPayload }>(START, { input: { plan, timeLimitSeconds: timeLimit, seed } });
    const { summary } = await waitForJob(jobOf(startFrontier), server, context);
    return (summary as { readonly points: readonly FrontierPoint[] }).points;
  });
}

function gapText({ objective, bound }: FrontierPoint, { language }: CommandContext): string {
  return objective === null || bound === null ? '–' : percent(Math.min(1, Math.abs(bound - objective) / Math.max(1, Math.abs(objective))), language, 2);
}
