// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { checkPlan, planningMessages } from '#planning';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { readJson } from '../files/read-json.js';
import { readPlanningProblem } from '../files/read-planning-problem.js';
import { word } from '../i18n/words.js';
import { problemLine } from '../output/print-problem.js';

/** `check-plan PROBLEM.json PLAN.json`: works everything out anew and says what the plan breaks. */
export async function run([problemFile = '', planFile = '']: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const problem = await readPlanningProblem(problemFile, context);
  const { valid, violations } = checkPlan(problem, await readJson(planFile));
  const described = violations.map((violation) => ({ ...violation, ...describe(violation, context.language, planningMessages) }));
  if (context.json) await context.output.json({ valid, violations: described });
  else {
    await context.output.line(word(valid ? 'planKept' : 'planBroken', context.language));
    for (const violation of described) await context.output.line(`✗ ${problemLine(violation)}`);
  }
  return valid ? ExitStatus.DONE : ExitStatus.CHECK_NEGATIVE;
}
