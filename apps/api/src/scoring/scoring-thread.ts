// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Result } from '#kernel';
import { runInThread, threadFile } from '../platform/threads/run-in-thread.js';
import type { ScoredRows, ScoringStep, ScoringWork } from './score-candidates.js';

/** Computes a scoring run in a thread of its own. */
export function scoreInThread(work: ScoringWork, signal: AbortSignal, onStep: (step: ScoringStep) => void): Promise<Result<ScoredRows, Problem>> {
  return runInThread(threadFile(import.meta.url, 'scoring.worker'), work, signal, onStep);
}
