// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure, wrongUsage } from '../failure.js';
import type { ComparedPlan, ShownChange } from '../output/print-comparison.js';
import { assumptionsOf, teamChange, type AssumptionOptions } from '../planning/assumptions.js';
import type { SearchOptions } from '../planning/solve-file.js';
import { payloadOf, PROBLEM_FIELDS } from './payload.js';
import { readComparison } from './read-comparison.js';
import { newestPlan } from './read-plan.js';
import { JOB_PAYLOAD, jobOf, waitForJob, type JobPayload } from './run-job.js';
import { withServer, type Server } from './server.js';
import { serverDocument } from './server-document.js';

/** Options that only count on the server. */
export interface StoredWhatIf {
  readonly scenario?: string;
  readonly name?: string;
}

/** The newest plan and the one that is made for the changed scenario; both stay on the server. */
export interface StoredAnswer {
  readonly planId: string;
  readonly scenario: string;
  readonly plans: readonly ComparedPlan[];
  readonly changes: readonly ShownChange[];
}

const DERIVE = serverDocument(`mutation ($input: DeriveScenarioInput!) { deriveScenario(input: $input) { __typename ${PROBLEM_FIELDS} } }`);

/** Keeps the changed scenario under a name that says what is different, plans it, and lays the plan beside the newest one of the scenario it comes from. */
export function whatIfStored(options: AssumptionOptions & SearchOptions & StoredWhatIf, context: CommandContext): Promise<StoredAnswer> {
  if (options.lock || options.centsPerPoint !== undefined) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'what-if', value: options.lock ? '--lock' : '--cents-per-point', allowed: ['--budget-factor', '--team'] });
  assumptionsOf(options, ['--budget-factor', '--team']);
  const teams = (options.team ?? []).map(teamChange);
  return withServer(context, async (server) => {
    const base = await basePlan(options.scenario, server);
    const what = [...(options.budgetFactor === undefined ? [] : [`Budget × ${options.budgetFactor}`]), ...(options.team ?? [])].join(', ');
    const name = options.name ?? `${base.scenario}: ${what}`;
    const { deriveScenario } = await server.ask<{ deriveScenario: object | Problem }>(DERIVE, {
      input: { from: base.scenario, name, budgetFactor: options.budgetFactor, teams },
    });
    // A name that was made from the changes stands for these changes; asked again, the scenario is there already.
    const isThere = options.name === undefined && 'code' in deriveScenario && deriveScenario.code === 'PLANNING.SCENARIO_NAME_TAKEN';
    if (!isThere) payloadOf(deriveScenario);
    const planId = await plan(name, options, server, context);
    const { before, after, changes } = await readComparison(base.id, planId, server);
    return { planId, scenario: name, plans: [before, after], changes };
  });
}

const SCENARIO = serverDocument('query ($id: ID!) { plan(id: $id) { scenario { name } } }');

const PLANS = serverDocument('{ plans(first: 100) { nodes { id scenario { name } } } }');

async function basePlan(scenario: string | undefined, server: Server): Promise<{ readonly id: string; readonly scenario: string }> {
  if (scenario === undefined) {
    const id = await newestPlan(server);
    if (id === null) throw new CommandFailure({ code: 'CLI.NOTHING_TO_SHOW', next: 'plan' }, ExitStatus.NOT_FOUND);
    const { plan: newest } = await server.ask<{ plan: { scenario: { name: string } } }>(SCENARIO, { id });
    return { id, scenario: newest.scenario.name };
  }
  const { plans } = await server.ask<{ plans: { nodes: readonly { id: string; scenario: { name: string } }[] } }>(PLANS);
  const found = plans.nodes.find((one) => one.scenario.name === scenario);
  if (found === undefined) throw new CommandFailure({ code: 'CLI.NOTHING_TO_SHOW', next: `plan --scenario "${scenario}"` }, ExitStatus.NOT_FOUND);
  return { id: found.id, scenario };
}

const START = serverDocument(`mutation ($input: StartPlanningInput!) { startPlanning(input: $input) { ${JOB_PAYLOAD} ... on StartPlanningSuccess { job { id } } } }`);

async function plan(scenario: string, { timeLimit, seed }: SearchOptions, server: Server, context: CommandContext): Promise<string> {
  const { startPlanning } = await server.ask<{ startPlanning: JobPayload }>(START, {
    input: { scenario, timeLimitSeconds: timeLimit, seed },
  });
  return (await waitForJob(jobOf(startPlanning), server, context)).resultId!;
}
