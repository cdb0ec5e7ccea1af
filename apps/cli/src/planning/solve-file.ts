// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planWaves, type Plan, type PlanningProblem, type PlanOptions } from '#planning';
import type { CommandContext } from '../context.js';
import { word } from '../i18n/words.js';
import { interruption } from '../interruption.js';
import { percent } from '../output/figures.js';
import { ProgressBar } from '../output/progress-bar.js';

/** Options of the search, as they were typed. */
export interface SearchOptions {
  readonly timeLimit?: number;
  readonly seed?: number;
  readonly deterministic?: boolean;
}

const DEFAULT_SECONDS = 30;

/** Plans a problem of a file and shows how far it is; Ctrl-C ends the search with what has been found. */
export function solveFile(problem: PlanningProblem, options: SearchOptions, context: CommandContext): Promise<Plan> {
  return withProgress(options, context, (search) => planWaves(problem, search));
}

/** Does something that searches, with the bar, the time limit and the end by Ctrl-C that belong to it. */
export function withProgress<T>({ timeLimit = DEFAULT_SECONDS, seed, deterministic }: SearchOptions, context: CommandContext, search: (options: PlanOptions) => Promise<T>): Promise<T> {
  const bar = new ProgressBar(context);
  const onProgress: PlanOptions['onProgress'] = ({ phase, elapsedSeconds, gap01 }) => void bar.show(word(phase, context.language), elapsedSeconds, timeLimit, percent(gap01, context.language, 2));
  return search({ timeLimitSeconds: timeLimit, seed, deterministic, signal: interruption(), onProgress }).finally(() => bar.end());
}
