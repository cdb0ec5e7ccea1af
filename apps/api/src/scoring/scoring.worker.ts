// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { workerData } from 'node:worker_threads';
import { tellEnd, tellStep } from '../platform/threads/run-in-thread.js';
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
  tellStep(step.value);
}
tellEnd(step.value);
