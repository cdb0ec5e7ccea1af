// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { describeProblem, type Language, type Problem } from '#kernel';
import { examine } from './operation/doctor.js';
import { operationMessages } from './operation/messages.js';
import { platformMessages } from './platform/messages.js';

/** What is done with an installation from outside, without serving anything: one JSON document on standard output, `{answer}` or `{problem}`. */
const language: Language = /^de/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'de' : 'en';
const described = (problem: Problem) => ({ ...problem, message: describeProblem(problem, { ...platformMessages, ...operationMessages }, language) });

const [task] = process.argv.slice(2);
if (task === 'doctor') {
  const checks = await examine(process.env);
  const answer = { healthy: checks.every((check) => check.problem === null), checks: checks.map((check) => ({ ...check, problem: check.problem && described(check.problem) })) };
  process.stdout.write(`${JSON.stringify({ answer })}\n`);
} else {
  process.stderr.write('doctor\n');
  process.exitCode = 2;
}
