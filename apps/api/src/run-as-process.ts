// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import 'reflect-metadata';
import { describeProblem, type Problem } from '#kernel';
import { catalogueMessages } from '#catalogue';
import { languageOfProcess, readConfig, type Config } from './platform/config/config.js';
import { platformMessages } from './platform/messages.js';
import { ProblemError } from './platform/problem-error.js';
import { createReporter } from './platform/start-report.js';
import type { StartWatch } from './platform/start-watch.js';
import { StartProblems, type Program } from './program.js';

/** Beyond what it waits for by itself, a process that was asked to stop may take so long; then it ends as it stands, which loses nothing that was committed. */
const LONGEST_STOP_MS = 30_000;

/** What is told of a process that serves; nothing of one that takes jobs alone. */
type Started = Pick<Program, 'close'> & Partial<Pick<Program, 'url' | 'localToken' | 'signInUrl'>>;

/** Runs the program as a process: settings, what happens to standard output, an orderly end on a signal or when its parent has gone. */
export async function runAsProcess(environment: Readonly<Record<string, string | undefined>>, start: (config: Config, watch: StartWatch) => Promise<Started>): Promise<void> {
  const language = languageOfProcess(environment);
  const isChild = environment['FAHRPLAN_PARENT'] === 'pipe';
  const report = createReporter({ language, isChild });
  const describe = (problem: Problem) => describeProblem(problem, { ...platformMessages, ...catalogueMessages }, language);

  const config = readConfig(environment);
  if (!config.ok) {
    report.failed(config.problem.map((problem) => ({ ...problem, message: describe(problem) })));
    process.exit(2);
  }
  const { drainSeconds } = config.value;

  let starting: Promise<Started> | undefined;
  let isStopping = false;
  const stop = async () => {
    if (isStopping) process.exit(130); // asked twice: at once
    isStopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS + drainSeconds * 1_000);
    await (await starting?.catch(() => undefined))?.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  if (isChild) process.stdin.on('end', () => void stop()).resume();

  try {
    starting = start(config.value, report);
    const { url, localToken, signInUrl } = await starting;
    if (isStopping) return; // what was started is being closed
    report.ready(url === undefined ? null : { url, localToken: localToken ?? null, signInUrl: isChild ? null : ((await signInUrl?.()) ?? null) });
  } catch (failure) {
    if (isStopping) return; // it was not to start any more
    const problems = failure instanceof StartProblems ? failure.problems : failure instanceof ProblemError ? [failure.problem] : undefined;
    if (!problems) throw failure;
    report.failed(problems.map((problem) => ({ ...problem, message: describe(problem) })));
    process.exit(1);
  }
}
