// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { printPlan } from '../output/print-plan.js';
import { CHANGE_FIELDS, payloadOf } from '../server/payload.js';
import { readPlan } from '../server/read-plan.js';
import { JOB_PAYLOAD, jobOf, waitForJob, type JobPayload } from '../server/run-job.js';
import { withServer, type Server } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly scenario?: string;
  readonly timeLimit?: number;
  readonly seed?: number;
  readonly deterministic?: boolean;
  readonly maxChanges?: number;
  readonly putInForce?: boolean;
}

const START = serverDocument(`mutation ($input: StartPlanningInput!) { startPlanning(input: $input) { ${JOB_PAYLOAD} ... on StartPlanningSuccess { job { id } } } }`);

const PUT_IN_FORCE = serverDocument(`mutation ($input: PutPlanInForceInput!) { putPlanInForce(input: $input) { __typename ${CHANGE_FIELDS} } }`);

/** `plan`: a new plan for a scenario on the newest scoring run; with `--put-in-force` the one that applies from now on. */
export async function run(_words: readonly string[], { scenario, timeLimit, seed, deterministic, maxChanges, putInForce }: Options, context: CommandContext): Promise<ExitStatus> {
  const plan = await withServer(context, async (server) => {
    const replaces = putInForce ? await planInForce(server) : null;
    const { startPlanning } = await server.ask<{ startPlanning: JobPayload }>(START, { input: { scenario, timeLimitSeconds: timeLimit, seed, deterministic, maxChanges } });
    const { resultId } = await waitForJob(jobOf(startPlanning), server, context);
    const stored = resultId === null ? null : await readPlan(resultId, server, context.language);
    if (stored === null) throw new CommandFailure({ code: 'CLI.SERVER_ANSWER_INVALID', reason: `plan ${resultId}` }, ExitStatus.FAILED);
    if (putInForce) {
      const answer = await server.ask<{ putPlanInForce: object | Problem }>(PUT_IN_FORCE, { input: { plan: resultId, replaces } });
      payloadOf(answer.putPlanInForce);
    }
    return stored;
  });
  if (context.json) await context.output.json(plan);
  else await printPlan(plan, context);
  return ExitStatus.DONE;
}

const IN_FORCE = serverDocument('{ plans(first: 1, filter: { isInForce: true }) { nodes { id } } }');

/** Read before the search: a plan that somebody else puts in force meanwhile is not replaced unseen. */
async function planInForce(server: Server): Promise<string | null> {
  const { plans } = await server.ask<{ plans: { nodes: readonly { readonly id: string }[] } }>(IN_FORCE);
  return plans.nodes[0]?.id ?? null;
}
