// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { checkPlan, planWaves, type Plan, type PlanningProblem } from '#planning';
import { compileProblem } from '../../../libs/planning/src/solver/compile.js';
import { headsAndTails } from '../../../libs/planning/src/solver/makespan-bounds.js';
import { lastEnd, SerialScheduler } from '../../../libs/planning/src/solver/serial-schedule.js';
import type { BenchContext, BenchResult } from '../benchmark.js';
import { schedulingProblem, schedulingShapes } from './scheduling-family.js';
import { scheduleWithCbc } from './rivals.js';

export const name = 'planning-scheduling';

const TIME_LIMIT_SECONDS = 10;
const REFERENCE_SECONDS = 60;
/** Mean deviation from the best known end that is wanted, in percent. */
const SIZES = [{ jobs: 60, goal: '≤ 3' }, { jobs: 90, goal: '≤ 3' }, { jobs: 120, goal: '–' }] as const;
/** Coprime to the grid's sides, so that a few shapes differ in everything. */
const STRIDE = 11;

/**
 * Resource-constrained projects of the PSPLIB's shapes: the end of our plan beside the best known one, which is the best of a run six times as long with another
 * seed, of CBC under the same limit, and of our own; and beside one serial schedule by latest start.
 */
export async function run({ rounds, say }: BenchContext): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const { jobs, goal } of SIZES) {
    const rows: { plan: Plan; best: number; cbc: number | null; rule: number }[] = [];
    const shapes = schedulingShapes(jobs);
    for (let round = 0; round < Math.min(2 * rounds, shapes.length); round++) {
      const index = (round * STRIDE) % shapes.length;
      const problem = schedulingProblem(shapes[index]!, 1_000 + index);
      const plan = await planWaves(problem, { timeLimitSeconds: TIME_LIMIT_SECONDS, seed: 1 });
      if (!checkPlan(problem, plan).valid) throw new Error('our plan breaks a demand');
      const proven = plan.status === 'OPTIMAL';
      const long = proven ? plan : await planWaves(problem, { timeLimitSeconds: REFERENCE_SECONDS, seed: 2 });
      const rule = byLatestStart(problem);
      // Over the whole horizon CBC would have to do with ten times as many columns.
      const cbc = await scheduleWithCbc({ ...problem, periods: problem.periods.slice(0, rule) }, TIME_LIMIT_SECONDS);
      const best = Math.min(plan.objective!, long.objective!, cbc ?? Infinity);
      rows.push({ plan, best, cbc, rule });
      say(`${jobs} jobs, shape ${index}: ${plan.objective} (bound ${plan.bound}, ${plan.boundSource}, ${plan.status}); best known ${best}, CBC ${cbc ?? '–'}, one schedule by latest start ${rule}`);
    }
    const deviation = (of: (row: (typeof rows)[number]) => number): number => (100 * rows.reduce((sum, row) => sum + of(row) / row.best - 1, 0)) / rows.length;
    const solved = rows.filter(({ cbc }) => cbc !== null);
    results.push({
      benchmark: `scheduling ${jobs} jobs`,
      ours: `${deviation(({ plan }) => plan.objective!).toFixed(2)} %`,
      rival: `CBC has a schedule for ${solved.length} of ${rows.length}; latest start ${deviation(({ rule }) => rule).toFixed(1)} %`,
      ratio: deviation(({ plan }) => plan.objective!),
      goal,
      spread: `0.00…${Math.max(...rows.map(({ plan, best }) => 100 * (plan.objective! / best - 1))).toFixed(2)} %`,
      note: `mean deviation from the best known end within ${TIME_LIMIT_SECONDS} s; to our own bound ${deviation(({ plan, best }) => (plan.objective! * best) / plan.bound!).toFixed(2)} %; proven optimal ${rows.filter(({ plan }) => plan.status === 'OPTIMAL').length} of ${rows.length}.`,
    });
  }
  return results;
}

/** What a planner does by hand: one job after the other, the one first that may wait least. */
function byLatestStart(problem: PlanningProblem): number {
  const { instance } = compileProblem(problem);
  const { tails } = headsAndTails(instance);
  const scheduler = new SerialScheduler(instance);
  return lastEnd(instance, scheduler.earliest(scheduler.dependencyOrder(Float64Array.from(tails, (tail, unit) => -tail - instance.duration[unit]!)))!);
}
