// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { checkProblem, planningMessages, startsOfPlan, type PlanningProblem } from '#planning';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure, wrongUsage } from '../failure.js';
import { readJson } from '../files/read-json.js';
import { accepted, readPlanningProblem } from '../files/read-planning-problem.js';
import { writeExport } from '../files/write-export.js';
import { printPlan } from '../output/print-plan.js';
import { planInWords } from '../planning/plan-in-words.js';
import { solveFile, type SearchOptions } from '../planning/solve-file.js';
import { planEnding, writtenPlan } from '../planning/write-plan.js';

interface Options extends SearchOptions {
  readonly inForce?: string;
  readonly maxChanges?: number;
  readonly to?: string;
}

/** `plan-file PROBLEM.json`: the best plan found; Ctrl-C ends the search early and still prints it. That no plan exists is an answer too. */
export async function run([file = '']: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  const ending = options.to === undefined ? null : planEnding(options.to);
  const problem = await readPlanningProblem(file, context).then((read) => stayingClose(read, options, file, context));
  const plan = await solveFile(problem, options, context);
  if (ending !== null) return writeExport(options.to!, await writtenPlan(problem, plan, ending, context), { status: plan.status, objective: plan.objective, bound: plan.bound, gap01: plan.gap01 }, context);
  const described = planInWords(plan, context);
  if (context.json) await context.output.json(described);
  else await printPlan(described, context);
  return ExitStatus.DONE;
}

/** The problem, with a plan that applies today and how far a new one may go from it. */
async function stayingClose(problem: PlanningProblem, { inForce, maxChanges }: Options, file: string, context: CommandContext): Promise<PlanningProblem> {
  if (inForce === undefined && maxChanges === undefined) return problem;
  if (inForce === undefined && problem.planInForce === undefined) throw wrongUsage({ code: 'CLI.OPTION_MISSING', option: '--in-force', verb: 'plan-file ' });
  if (inForce === undefined) return { ...problem, maxChanges };
  const starts = startsOfPlan(await readJson(inForce));
  if (!starts.ok) throw new CommandFailure(describe({ ...starts.problem, file: inForce }, context.language, planningMessages));
  return accepted(checkProblem({ ...problem, planInForce: starts.value, ...(maxChanges === undefined ? {} : { maxChanges }) }), file, context);
}
