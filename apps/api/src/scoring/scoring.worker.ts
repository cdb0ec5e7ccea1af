// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parentPort, workerData } from 'node:worker_threads';
import { scoreCandidates, type ScoringWork } from './score-candidates.js';

const EVERY_MS = 100;

/** Entry of the thread that computes a scoring run, so that the server's stays free. */
let told = 0;
const steps = scoreCandidates(workerData as ScoringWork);
let step = steps.next();
for (; !step.done; step = steps.next()) {
  const now = performance.now();
  if (now - told < EVERY_MS && step.value.done > 0) continue;
  told = now;
  parentPort!.postMessage({ kind: 'STEP', step: step.value });
}
parentPort!.postMessage({ kind: 'END', result: step.value });
