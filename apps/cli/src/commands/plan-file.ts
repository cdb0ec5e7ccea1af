// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningMessages, planWaves, type Plan } from '#planning';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { readPlanningProblem } from '../files/read-planning-problem.js';
import { percent } from '../output/figures.js';
import { word } from '../i18n/words.js';
import { interruption } from '../interruption.js';
import { printPlan } from '../output/print-plan.js';
import { ProgressBar } from '../output/progress-bar.js';

interface Options {
  readonly timeLimit?: number;
  readonly seed?: number;
}

/** `plan-file PROBLEM.json`: the best plan found; Ctrl-C ends the search early and still prints it. That no plan exists is an answer too. */
export async function run([file = '']: readonly string[], { timeLimit, seed }: Options, context: CommandContext): Promise<ExitStatus> {
  const problem = await readPlanningProblem(file, context);
  const bar = new ProgressBar(context);
  const timeLimitSeconds = timeLimit ?? 30;
  const plan = await planWaves(problem, {
    timeLimitSeconds,
    seed,
    signal: interruption(),
    onProgress: ({ phase, elapsedSeconds, gap01 }) => void bar.show(word(phase, context.language), elapsedSeconds, timeLimitSeconds, percent(gap01, context.language, 2)),
  }).finally(() => bar.end());
  const described = withSentences(plan, context);
  if (context.json) await context.output.json(described);
  else await printPlan(described, context);
  return ExitStatus.DONE;
}

function withSentences(plan: Plan, { language }: CommandContext) {
  return {
    ...plan,
    unscheduled: plan.unscheduled.map((left) => ({ ...left, message: describe(left.detail, language, planningMessages).message })),
    conflicts: plan.conflicts.map((conflict) => ({ ...conflict, ...describe(conflict, language, planningMessages) })),
  };
}
