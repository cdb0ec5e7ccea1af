// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Worker } from 'node:worker_threads';
import { err, type Problem, type Result } from '#kernel';
import type { ScoredRows, ScoringStep, ScoringWork } from './score-candidates.js';

type Message = { readonly kind: 'STEP'; readonly step: ScoringStep } | { readonly kind: 'END'; readonly result: Result<ScoredRows, Problem> };

const MOST_HEAP_MB = 2_048;

/**
 * Computes a scoring run in a thread of its own. The signal ends the thread at once; a thread that breaks throws here.
 *
 * @returns the rows, or the problem that the work met; `PLATFORM.JOB_CANCELLED` where the signal came first
 */
export async function scoreInThread(work: ScoringWork, signal: AbortSignal, onStep: (step: ScoringStep) => void): Promise<Result<ScoredRows, Problem>> {
  if (signal.aborted) return err({ code: 'PLATFORM.JOB_CANCELLED' });
  const worker = new Worker(workerFile(), { workerData: work, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } });
  const cancelled = err<Problem>({ code: 'PLATFORM.JOB_CANCELLED' });
  let stop = () => {};
  try {
    return await new Promise<Result<ScoredRows, Problem>>((resolve, reject) => {
      stop = () => resolve(cancelled);
      signal.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: Message) => (message.kind === 'STEP' ? onStep(message.step) : resolve(message.result)));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the scoring thread ended with ${code} before its result`)));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/** The compiled worker: beside this file when built, in `dist/` when this file runs from its sources. */
function workerFile(): URL {
  const here = new URL(import.meta.url);
  return new URL(here.pathname.endsWith('.js') ? './scoring.worker.js' : '../../../../dist/apps/api/src/scoring/scoring.worker.js', here);
}
