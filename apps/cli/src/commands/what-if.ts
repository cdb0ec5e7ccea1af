// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { assumeChecked, comparePlans, planChanges } from '#planning';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { accepted, readPlanningProblem } from '../files/read-planning-problem.js';
import { word } from '../i18n/words.js';
import { printComparison } from '../output/print-comparison.js';
import { assumptionsOf, type AssumptionOptions } from '../planning/assumptions.js';
import { planInWords } from '../planning/plan-in-words.js';
import { solveFile, type SearchOptions } from '../planning/solve-file.js';
import { whatIfStored, type StoredWhatIf } from '../server/what-if-stored.js';

type Options = AssumptionOptions & SearchOptions & StoredWhatIf;

/** `what-if [PROBLEM.json]`: the plan beside the one that would be made if something were different; of a file, or of a scenario on the server. */
export async function run([file]: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  if (file === undefined) {
    const answer = await whatIfStored(options, context);
    if (context.json) await context.output.json(answer);
    else await printComparison(answer.plans, answer.changes, context);
    return ExitStatus.DONE;
  }
  const assumptions = assumptionsOf(options, ['--budget-factor', '--team', '--lock', '--cents-per-point']);
  const problem = await readPlanningProblem(file, context);
  const changed = await accepted(assumeChecked(problem, assumptions), file, context);
  const [today, then] = [await solveFile(problem, options, context), await solveFile(changed, options, context)];
  const plans = comparePlans([{ name: word('asItIs', context.language), plan: today }, { name: word('whatIf', context.language), plan: then }]);
  const changes = planChanges(today, then);
  if (context.json) await context.output.json({ plans, changes, before: planInWords(today, context), after: planInWords(then, context) });
  else await printComparison(plans, changes, context);
  return ExitStatus.DONE;
}
