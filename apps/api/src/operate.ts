// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import 'reflect-metadata';
import { describeProblem, type Problem } from '#kernel';
import { backUp } from './operation/back-up.js';
import { exportAudit, verifyAudit } from './operation/audit.js';
import { examine } from './operation/doctor.js';
import { operationMessages } from './operation/messages.js';
import { restore } from './operation/restore.js';
import { languageOfProcess, readConfig, type Config } from './platform/config/config.js';
import { bringUpToDate } from './operation/bring-up-to-date.js';
import { platformMessages } from './platform/messages.js';
import { ProblemError } from './platform/problem-error.js';

/** What is done with an installation from outside, without serving anything: one JSON document on standard output, `{answer}` or `{problem}`. */
const language = languageOfProcess(process.env);
const described = (problem: Problem) => ({ ...problem, message: describeProblem(problem, { ...platformMessages, ...operationMessages }, language) });

/** Does the work, where the settings can be used, and says what came of it. */
async function answer(work: (config: Config) => Promise<unknown>): Promise<object> {
  const config = readConfig(process.env);
  if (!config.ok) return { problem: described(config.problem[0]!) };
  try {
    return { answer: await work(config.value) };
  } catch (failure) {
    if (failure instanceof ProblemError) return { problem: described(failure.problem) };
    throw failure;
  }
}

async function diagnose(): Promise<object> {
  const checks = await examine(process.env);
  return { answer: { healthy: checks.every((check) => check.problem === null), checks: checks.map(({ warning, ...check }) => ({ ...check, problem: check.problem && described(check.problem), ...(warning ? { warning: described(warning) } : {}) })) } };
}

const [task, file = ''] = process.argv.slice(2);
const tasks: Readonly<Record<string, () => Promise<object>>> = {
  doctor: diagnose,
  'audit-verify': () => answer((config) => verifyAudit(config, file || undefined)),
  'audit-export': () => answer((config) => exportAudit(config, file)),
  backup: () => answer((config) => backUp(config, file, new Date())),
  migrate: () => answer(bringUpToDate),
  restore: () => answer((config) => restore(config, file)),
};
const chosen = tasks[task ?? ''];
if (chosen === undefined) {
  process.stderr.write(`${Object.keys(tasks).join(', ')}\n`);
  process.exitCode = 2;
} else process.stdout.write(`${JSON.stringify(await chosen())}\n`);
