// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Result } from '#kernel';
import { checkProblem, planningMessages, type PlanningProblem } from '#planning';
import { describe, type CommandContext } from '../context.js';
import { CommandFailure } from '../failure.js';
import { problemLine } from '../output/print-problem.js';
import { readJson } from './read-json.js';

/** Reads and checks `PROBLEM.json`; the first fault refuses it, the others are listed on standard error. */
export async function readPlanningProblem(file: string, context: CommandContext): Promise<PlanningProblem> {
  return accepted(checkProblem(await readJson(file)), file, context);
}

/** The problem, if nothing is wrong with it; else the first fault is the refusal, and the others are listed on standard error. */
export async function accepted(checked: Result<PlanningProblem, Problem[]>, file: string, context: CommandContext): Promise<PlanningProblem> {
  if (checked.ok) return checked.value;
  const [first, ...others] = checked.problem.map((problem) => describe({ ...problem, file }, context.language, planningMessages));
  if (first === undefined) throw new Error('a planning problem was refused without a reason');
  for (const other of others) await context.output.message(`✗ ${problemLine(other)}`);
  throw new CommandFailure(first);
}
