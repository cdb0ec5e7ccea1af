// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkPlan, type PlanVerdict } from './checker/check-plan.js';
import { describePlan, gapOf, type SearchOutcome } from './describe-plan.js';
import type { BoundSource, Plan, PlanProgress, ShadowPrice } from './plan.js';
import type { PlannedStart, PlanningProblem } from './problem.js';
import type { HeardPlan, SolverMessage, SolverOrder } from './solver/protocol.js';

/** How to search. */
export interface PlanOptions {
  /** Default 30; the answer comes at most a moment later. */
  readonly timeLimitSeconds?: number;
  /** Default 1. */
  readonly seed?: number;
  /**
   * Counts work instead of time, in one thread: the same problem, seed and limit then give the same plan on any machine, in about the time of the limit on one of moderate
   * speed, on a busy one in up to sixty times that (at least two minutes), after which it is cut off. Default false.
   */
  readonly deterministic?: boolean;
  /** Ends the search with the best plan so far. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PlanProgress) => void;
}

const GRACE_SECONDS = 0.5;
/** How long a search that counts work may take by the clock: so many times its limit, and no less than so many seconds. */
const LONGEST_SHARE = 60;
const LONGEST_LEAST_SECONDS = 120;
const MOST_HEAP_MB = 2_048;
/** Items times periods up to which one thread does. */
const SMALL_PROBLEM = 500;

type StoppedBy = Plan['solver']['stoppedBy'];

/**
 * Plans waves in a thread of its own, so that the caller's stays free, and gives the best plan and the best bound that were found when the search ends:
 * by proof, by time, by the signal, or because the solver broke. Never throws for what a problem contains; the problem must have passed
 * {@link checkProblem}. With `deterministic` the same seed gives the same plan; else the clock decides how far the search
 * gets and what its threads hear of each other, and of several plans of the same worth another one may be found.
 */
export async function planWaves(problem: PlanningProblem, options: PlanOptions = {}): Promise<Plan> {
  const timeLimitSeconds = options.timeLimitSeconds ?? 30;
  const seed = options.seed ?? 1;
  const countsWork = options.deterministic ?? false;
  const begun = performance.now();
  const elapsed = (): number => (performance.now() - begun) / 1000;
  const found = new Findings(problem, options.onProgress, elapsed);
  const stoppedBy = options.signal?.aborted ? 'CANCELLED' as const : await runSolvers({ problem, role: 'PROOF', seed, timeLimitSeconds, countsWork }, found, elapsed, options.signal);
  const starts = found.starts;
  const status = found.end === 'INFEASIBLE' ? 'INFEASIBLE' : starts === null ? 'UNKNOWN' : found.end === 'OPTIMAL' || found.closed ? 'OPTIMAL' : 'FEASIBLE';
  const { plan, verdict } = await describe(problem, {
    status, starts: starts ?? [], bound: status === 'INFEASIBLE' ? null : found.bound, boundSource: found.boundSource, shadowPrices: found.prices,
    conflicts: found.conflicts, conflictsMinimal: found.conflictsMinimal,
    solver: { seed, timeLimitSeconds, elapsedSeconds: Math.round(elapsed() * 1000) / 1000, reproducible: countsWork && !found.cutOff && found.failure === null && stoppedBy !== 'CANCELLED', stoppedBy, failure: found.failure },
  });
  if (plan.objective !== null && !verdict.valid) throw new Error(`the solver made a plan that its checker refuses: ${JSON.stringify(verdict.violations.slice(0, 3))}`);
  return plan;
}

/** Writes out and checks the plan: here if that is a matter of milliseconds, else in a thread. */
function describe(problem: PlanningProblem, outcome: SearchOutcome): Promise<{ plan: Plan; verdict: PlanVerdict }> {
  if (problem.items.length * problem.periods.length <= SMALL_PROBLEM) {
    const plan = describePlan(problem, outcome);
    return Promise.resolve({ plan, verdict: checkPlan(problem, plan) });
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('describe.worker'), { workerData: { problem, outcome } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** The best of what a solver thread has told so far. */
class Findings {
  private startPerItem: Int32Array | null = null;
  objective: number | null = null;
  bound: number | null = null;
  boundSource: BoundSource = 'NONE';
  prices: readonly ShadowPrice[] = [];
  conflicts: Plan['conflicts'] = [];
  conflictsMinimal = false;
  failure: string | null = null;
  /** Ended by the clock. */
  cutOff = false;
  end: string | null = null;
  private phase: PlanProgress['phase'] = 'READING';

  constructor(private readonly problem: PlanningProblem, private readonly onProgress: PlanOptions['onProgress'], private readonly elapsed: () => number) {}

  take(message: SolverMessage): void {
    switch (message.kind) {
      case 'PHASE': this.phase = message.phase; break;
      case 'INCUMBENT':
        if (!this.better(message.objective, this.objective)) return;
        [this.startPerItem, this.objective] = [message.starts, message.objective];
        break;
      case 'BOUND':
        if (this.bound !== null && !this.better(this.bound, message.bound)) return;
        [this.bound, this.boundSource] = [message.bound, message.source];
        break;
      case 'RELAXATION': return;
      case 'PRICES': this.prices = message.prices; return;
      case 'CONFLICTS': [this.conflicts, this.conflictsMinimal] = [message.conflicts, message.minimal]; return;
      case 'FAILURE': this.failure ??= message.failure; return;
      case 'IMPOSSIBLE': this.end = 'INFEASIBLE'; return;
      case 'END': if (message.end === 'OPTIMAL' || message.end === 'INFEASIBLE') this.end = message.end; return;
    }
    this.onProgress?.({ phase: this.phase, elapsedSeconds: this.elapsed(), objective: this.objective, bound: this.bound, gap01: gapOf(this.objective, this.bound) });
  }

  /** Plan and bound meet. */
  get closed(): boolean {
    return this.objective !== null && this.objective === this.bound;
  }

  get starts(): readonly PlannedStart[] | null {
    if (this.startPerItem === null) return null;
    return this.problem.items.flatMap(({ id }, index) => (this.startPerItem![index]! < 0 ? [] : [{ item: id, period: this.startPerItem![index]! }]));
  }

  private better(one: number, other: number | null): boolean {
    return other === null || (this.problem.objective === 'makespan' ? one < other : one > other);
  }
}

function longestSeconds({ timeLimitSeconds, countsWork }: SolverOrder): number {
  return countsWork ? Math.max(LONGEST_SHARE * timeLimitSeconds, LONGEST_LEAST_SECONDS) : timeLimitSeconds;
}

/** A second thread pays where the problem is not solved in a moment anyway; what two threads tell each other is a matter of the clock. */
function paysSecondThread({ problem, countsWork }: SolverOrder): boolean {
  return !countsWork && problem.items.length * problem.periods.length > SMALL_PROBLEM && availableParallelism() > 1;
}

/**
 * Runs a solver thread, and a second one that betters the plan (from the relaxation on, where there is one); until one has a proof, both have ended, plan and bound meet, time is
 * up or the caller gives up. Then ends them.
 */
async function runSolvers(order: SolverOrder, found: Findings, elapsed: () => number, signal: AbortSignal | undefined): Promise<StoppedBy> {
  const workers: Worker[] = [];
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  const stoppedBy = await new Promise<StoppedBy>((resolve) => {
    let running = 0;
    let last: StoppedBy = 'FAILURE';
    timer = setTimeout(() => {
      found.cutOff = true;
      resolve('TIME');
    }, (longestSeconds(order) + GRACE_SECONDS) * 1000);
    signal?.addEventListener('abort', () => resolve('CANCELLED'), { once: true });
    const start = (workerData: SolverOrder): void => {
      running++;
      const worker = new Worker(workerFile('solver/solver.worker'), { workerData, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB }, stdout: true, stderr: true });
      workers.push(worker);
      worker.on('message', (message: SolverMessage) => {
        if (message.kind === 'RELAXATION' && paysSecondThread(order)) start({ ...order, role: 'PLAN', timeLimitSeconds: order.timeLimitSeconds - elapsed(), relaxation: message.relaxation });
        if (message.kind === 'END') last = message.end === 'TIME' ? 'TIME' : 'EXHAUSTED';
        const before = found.objective;
        found.take(message);
        if (message.kind === 'INCUMBENT' && found.objective !== before) for (const other of workers) if (other !== worker) other.postMessage({ starts: message.starts, objective: message.objective } satisfies HeardPlan);
        if (found.closed || (message.kind === 'END' && (message.end === 'OPTIMAL' || message.end === 'INFEASIBLE'))) resolve('PROOF');
      });
      worker.on('error', (failure) => (found.failure ??= failure.message));
      worker.on('exit', (code) => {
        if (code !== 0 && !over) found.failure ??= `the solver's thread ended with code ${code}`;
        if (--running === 0) resolve(last);
      });
    };
    start(order);
    if (order.problem.objective === 'makespan' && paysSecondThread(order)) start({ ...order, role: 'PLAN' });
  });
  clearTimeout(timer);
  over = true;
  await Promise.allSettled(workers.map((worker) => worker.terminate()));
  return stoppedBy;
}

/** The compiled worker: beside this file when built, in `dist/` when this file runs from its sources. */
function workerFile(name: string): URL {
  const here = new URL(import.meta.url);
  return new URL(here.pathname.endsWith('.js') ? `./${name}.js` : `../../../dist/libs/planning/src/${name}.js`, here);
}
