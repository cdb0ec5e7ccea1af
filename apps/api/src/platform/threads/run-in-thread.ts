// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parentPort, Worker } from 'node:worker_threads';
import { err, type Problem, type Result } from '#kernel';

type Message<Step, Outcome> = { readonly kind: 'STEP'; readonly step: Step } | { readonly kind: 'END'; readonly result: Result<Outcome, Problem> };

const MOST_HEAP_MB = 2_048;
const STOP = 'STOP';

/**
 * Does a job's computing in a thread of its own, so that the server's stays free. The signal ends the thread, and those it started, at once, or asks it to end with what
 * it has ({@link stopSignal}); a thread that breaks throws here.
 *
 * @param file of the thread, which tells through {@link tellStep} and {@link tellEnd}
 * @param endsItself whether a thread is asked that the signal would end; said when the signal comes
 * @returns what the thread ends with; `PLATFORM.JOB_CANCELLED` where the signal came first
 */
export async function runInThread<Step, Outcome>(file: URL, work: unknown, signal: AbortSignal, onStep: (step: Step) => void, endsItself: () => boolean = () => false): Promise<Result<Outcome, Problem>> {
  if (signal.aborted) return err({ code: 'PLATFORM.JOB_CANCELLED' });
  const worker = new Worker(file, { workerData: work, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } });
  const cancelled = err<Problem>({ code: 'PLATFORM.JOB_CANCELLED' });
  let stop = () => {};
  try {
    return await new Promise<Result<Outcome, Problem>>((resolve, reject) => {
      stop = () => (endsItself() ? worker.postMessage(STOP) : resolve(cancelled));
      signal.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: Message<Step, Outcome>) => (message.kind === 'STEP' ? onStep(message.step) : resolve(message.result)));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread ${file.pathname} ended with ${code} before its result`)));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/** In a thread: comes when it is to end with what it has. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  parentPort!.on('message', (message) => message === STOP && controller.abort());
  parentPort!.unref();
  return controller.signal;
}

/** Tells, in a thread, how far it is. */
export function tellStep(step: unknown): void {
  parentPort!.postMessage({ kind: 'STEP', step });
}

/** Tells, in a thread, what came of it. */
export function tellEnd(result: Result<unknown, Problem>): void {
  parentPort!.postMessage({ kind: 'END', result });
}

/**
 * The compiled file of a thread: beside the one that starts it when built, in `dist/` when that runs from its sources.
 *
 * @param from `import.meta.url` of a file of the server
 * @param name without ending, beside that file
 */
export function threadFile(from: string, name: string): URL {
  const built = new URL(`./${name}.js`, from);
  return from.endsWith('.js') ? built : new URL(built.href.replace('/apps/api/src/', '/dist/apps/api/src/'));
}
