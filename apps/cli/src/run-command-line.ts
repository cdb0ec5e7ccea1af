// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { CommanderError } from 'commander';
import type { Problem } from '#kernel';
import type { CommandContext } from './context.js';
import type { Environment } from './environment.js';
import { ExitStatus } from './exit-status.js';
import { CommandFailure } from './failure.js';
import { chooseLanguage } from './language.js';
import type { Output } from './output/output.js';
import { printProblem } from './output/print-problem.js';
import { buildProgram, type Invocation } from './program.js';
import { usageProblem } from './usage-problem.js';
import type { Verb } from './verb.js';
import { fileVerbs } from './verbs/file-verbs.js';
import { serverVerbs } from './verbs/server-verbs.js';

const VERBS: readonly Verb[] = [...serverVerbs, ...fileVerbs];
const VERSION = '0.1.0';

/**
 * Understands a command line and runs it; whatever goes wrong is printed in the reader's language.
 *
 * @param words the arguments without the program's own name
 */
export async function runCommandLine(words: readonly string[], environment: Environment, output: Output, input: AsyncIterable<Uint8Array>): Promise<ExitStatus> {
  const end = words.indexOf('--');
  const json = (end < 0 ? words : words.slice(0, end)).includes('--json');
  const context: CommandContext = { language: chooseLanguage(words, environment.locale), json, environment, output, input };
  const understood = await understand(words, context);
  if (typeof understood === 'number') return understood;
  try {
    return await (await understood.verb.load()).run(understood.words, understood.options as never, context);
  } catch (failure) {
    return fail(failure, context);
  }
}

async function understand(words: readonly string[], context: CommandContext): Promise<Invocation | ExitStatus> {
  const help: string[] = [];
  const invocations: Invocation[] = [];
  const program = buildProgram(VERBS, context.language, (invocation) => invocations.push(invocation), (text) => help.push(text));
  if (words[0] === '--version' || words[0] === '-V') {
    await context.output.line(VERSION);
    return ExitStatus.DONE;
  }
  try {
    if (words.filter((word) => word !== '--json').length === 0) {
      await context.output.message(program.helpInformation());
      return await refuse({ code: 'CLI.ARGUMENT_MISSING', argument: context.language === 'de' ? 'BEFEHL' : 'COMMAND', verb: '' }, context);
    }
    program.parse([...words], { from: 'user' });
  } catch (failure) {
    if (!(failure instanceof CommanderError)) return fail(failure, context);
    const problem = usageProblem(failure, VERBS.find((verb) => words.includes(verb.name))?.name ?? '', context.language);
    if (problem !== null) return refuse(problem, context);
    await context.output.raw(help.join(''));
    return ExitStatus.DONE;
  }
  const [invocation] = invocations;
  return invocation ?? ExitStatus.WRONG_USAGE;
}

async function refuse(problem: Problem, context: CommandContext): Promise<ExitStatus> {
  await printProblem(problem, context);
  return ExitStatus.WRONG_USAGE;
}

async function fail(failure: unknown, context: CommandContext): Promise<ExitStatus> {
  if (failure instanceof CommandFailure) {
    await printProblem(failure.problem, context);
    return failure.status;
  }
  await printProblem({ code: 'INTERNAL', reason: failure instanceof Error ? failure.message : String(failure) }, context);
  if (failure instanceof Error && failure.stack !== undefined) await context.output.message(failure.stack);
  return ExitStatus.FAILED;
}
