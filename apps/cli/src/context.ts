// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { describeProblem, type Language, type Messages, type Problem } from '#kernel';
import type { Environment } from './environment.js';
import { cliMessages } from './i18n/messages.js';
import type { Output } from './output/output.js';

/** What every command is given. */
export interface CommandContext {
  readonly language: Language;
  /** True where a machine reads: JSON on standard output and nothing else there. */
  readonly json: boolean;
  readonly environment: Environment;
  readonly output: Output;
  /** Standard input, for `--stdin`. */
  readonly input: AsyncIterable<Uint8Array>;
}

/** A problem with its sentence, as it is printed. */
export interface DescribedProblem extends Problem {
  readonly message: string;
  /** Of a change that somebody else was faster with: who, and when; missing where that is not on record. */
  readonly changedBy?: string;
  readonly changedAt?: string;
}

/** Adds the sentence in the reader's language; one that a server already wrote is kept. */
export function describe(problem: Problem, language: Language, messages: Messages = {}): DescribedProblem {
  const { code, file, line, column, path, ...facts } = problem;
  const message = typeof facts.message === 'string' ? facts.message : describeProblem(problem, { ...cliMessages, ...messages }, language);
  const { changedBy, changedAt } = facts;
  const change = typeof changedBy === 'string' && typeof changedAt === 'string' ? { changedBy, changedAt } : {};
  return { code, message, ...change, ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }), ...(path === undefined ? {} : { path }) };
}
