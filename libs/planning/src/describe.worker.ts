// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parentPort, workerData } from 'node:worker_threads';
import { checkPlan } from './checker/check-plan.js';
import { describePlan, type SearchOutcome } from './describe-plan.js';
import type { PlanningProblem } from './problem.js';

/** Entry of the thread that writes out and checks a large plan, so that the caller's stays free. */
const { problem, outcome } = workerData as { readonly problem: PlanningProblem; readonly outcome: SearchOutcome };
const plan = describePlan(problem, outcome);
parentPort!.postMessage({ plan, verdict: checkPlan(problem, plan) });
