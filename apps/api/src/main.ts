// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import 'reflect-metadata';
import { describeProblem, type Problem } from '#kernel';
import { catalogueMessages } from '#catalogue';
import { languageOfProcess, readConfig } from './platform/config/config.js';
import { platformMessages } from './platform/messages.js';
import { ProblemError } from './platform/problem-error.js';
import { createReporter } from './platform/start-report.js';
import { StartProblems, startProgram, type Program } from './program.js';

const language = languageOfProcess(process.env);
const isChild = process.env['FAHRPLAN_PARENT'] === 'pipe';
const report = createReporter({ language, isChild });
const describe = (problem: Problem) => describeProblem(problem, { ...platformMessages, ...catalogueMessages }, language);

const config = readConfig({ FAHRPLAN_DEMO: isChild ? 'none' : 'city', ...process.env });
if (!config.ok) {
  report.failed(config.problem.map((problem) => ({ ...problem, message: describe(problem) })));
  process.exit(2);
}

let starting: Promise<Program> | undefined;
let isStopping = false;
const stop = async (exitCode: number) => {
  if (isStopping) process.exit(exitCode === 0 ? 130 : exitCode); // asked twice: at once
  isStopping = true;
  await (await starting?.catch(() => undefined))?.close();
  process.exit(exitCode);
};
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
if (isChild) process.stdin.on('end', () => void stop(0)).resume();

try {
  starting = startProgram(config.value, report);
  report.ready((await starting).url);
} catch (failure) {
  const problems = failure instanceof StartProblems ? failure.problems : failure instanceof ProblemError ? [failure.problem] : undefined;
  if (!problems) throw failure;
  report.failed(problems.map((problem) => ({ ...problem, message: describe(problem) })));
  process.exit(1);
}
