// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { checkPlan, explainItem, gainOf, planningMessages, startsOfPlan } from '#planning';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { readJson } from '../files/read-json.js';
import { readPlanningProblem } from '../files/read-planning-problem.js';
import { word } from '../i18n/words.js';
import { sayGain } from '../output/gain.js';

/** `explain-plan PROBLEM.json PLAN.json ITEM`: what keeps an item from starting earlier, or at all, and what the plan would gain without it. */
export async function run([problemFile = '', planFile = '', item = '']: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const { json, language, output } = context;
  const problem = await readPlanningProblem(problemFile, context);
  const plan = await readJson(planFile);
  const [violation] = checkPlan(problem, plan).violations;
  const starts = startsOfPlan(plan);
  if (violation !== undefined || !starts.ok) throw new CommandFailure(describe({ ...violation!, file: planFile }, language, planningMessages));
  const why = explainItem(problem, { starts: starts.value, unscheduled: [] }, item);
  if (why === null) throw new CommandFailure(describe({ code: 'PLANNING.UNKNOWN_ITEM', path: 'ITEM', item }, language, planningMessages), ExitStatus.NOT_FOUND);
  const obstacles = why.obstacles.map(({ start, problem: obstacle }) => {
    const { points: gainPoints, cents: gainCents } = gainOf(problem, obstacle);
    return { period: start, startsOn: problem.periods[start]?.startsOn ?? null, code: obstacle.code, message: describe(obstacle, language, planningMessages).message, gainPoints, gainCents };
  });
  if (json) {
    await output.json({ item, period: why.period, obstacles });
    return ExitStatus.DONE;
  }
  await output.line(`${item}: ${why.period === null ? word('notPlanned', language) : `${word('timePeriod', language)} ${why.period}`}`);
  for (const { period, message, ...gain } of obstacles) await output.line(`  ${word('timePeriod', language)} ${period}: ${message}${sayGain(gain, language)}`);
  if (obstacles.length === 0) await output.line(`  ${word('nothingInTheWay', language)}`);
  return ExitStatus.DONE;
}
