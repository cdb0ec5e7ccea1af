// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { ok } from '#kernel';
import { stopSignal, tellEnd, tellStep } from '../platform/threads/run-in-thread.js';
import { makeFrontier, makePlan, type FrontierWork, type PlanWork } from './plan-work.js';

/** Entry of the thread of a planning job: the server's stays free, from the reading of the candidates to the writing of the rows. */
giveWay();
const work = workerData as PlanWork | FrontierWork;
tellEnd(work.kind === 'PLAN' ? await makePlan(work, stopSignal(), tellStep) : ok(await makeFrontier(work, tellStep)));

/** Lets everything that somebody waits for go first. Linux knows the priority of each thread, and hands it on to the solver's threads that this one starts; elsewhere nothing happens. */
function giveWay(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (thread > 0) setPriority(thread, constants.priority.PRIORITY_LOW);
  } catch {
    // no such file: another system
  }
}
