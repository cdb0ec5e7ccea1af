// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { loadHighs } from './highs.js';
import type { HeardPlan, SolverMessage, SolverOrder } from './protocol.js';
import { wallClock, workClock } from './search-clock.js';
import { solveOrder } from './solve.js';

/** Entry of the solver thread: tells whatever it finds at once, since it may be ended at any moment. */
const order = workerData as SolverOrder;
const clock = (order.countsWork ? workClock : wallClock)(order.timeLimitSeconds);
const tell = (message: SolverMessage): void => parentPort!.postMessage(message);

/** The thread never rests while it searches, so its letters are fetched, not delivered. */
function heard(): HeardPlan | null {
  let newest: HeardPlan | null = null;
  for (let letter = receiveMessageOnPort(parentPort!); letter; letter = receiveMessageOnPort(parentPort!)) newest = letter.message as HeardPlan;
  return newest;
}

const highs = await loadHighs().catch((failure: unknown) => {
  tell({ kind: 'FAILURE', failure: String(failure) });
  return null;
});
try {
  tell({ kind: 'END', end: solveOrder(order, highs, clock, { tell, heard }) });
} catch (failure) {
  tell({ kind: 'FAILURE', failure: failure instanceof Error ? failure.message : String(failure) });
}
