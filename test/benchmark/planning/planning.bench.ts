// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { checkPlan, planWaves, type Plan, type PlannedStart, type PlanningProblem } from '#planning';
import { describePlan } from '../../../libs/planning/src/describe-plan.js';
import type { BenchContext, BenchResult } from '../benchmark.js';
import { PLANNING_FAMILY, planningProblem, replanningProblem, withWishedOrders } from './family.js';
import { planByValuePerCost, planInTopologicalOrder, solveWithCbc } from './rivals.js';

export const name = 'planning';

const TIME_LIMIT_SECONDS = 30;
const MOST_SEEDS = 3;

/** Wave plans of the invented family: our gap beside that of CBC on the same model under the same limit, and beside two greedy plans. */
export async function run({ rounds, say }: BenchContext): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const { items, periods, wantedGap01 } of PLANNING_FAMILY) {
    const rows: { ours: Plan; cbcGap01: number | null; valueGap01: number; orderGap01: number }[] = [];
    for (let seed = 1; seed <= Math.min(rounds, MOST_SEEDS); seed++) {
      const problem = planningProblem(items, periods, seed);
      const ours = await planWaves(problem, { timeLimitSeconds: TIME_LIMIT_SECONDS, seed });
      if (!checkPlan(problem, ours).valid) throw new Error('our plan breaks a demand');
      const cbc = await solveWithCbc(problem, TIME_LIMIT_SECONDS);
      const gapTo = (objective: number): number => (ours.bound! - objective) / Math.abs(objective);
      rows.push({ ours, cbcGap01: cbc?.objective ? gapTo(cbc.objective) : null, valueGap01: gapTo(worth(problem, planByValuePerCost(problem))), orderGap01: gapTo(worth(problem, planInTopologicalOrder(problem))) });
      say(`${items} × ${periods}, seed ${seed}: gap ${percent(ours.gap01)} (${ours.status}, ${ours.boundSource}, ${ours.solver.elapsedSeconds} s); CBC ${percent(rows.at(-1)!.cbcGap01)}, by value per cost ${percent(rows.at(-1)!.valueGap01)}, topological ${percent(rows.at(-1)!.orderGap01)}`);
    }
    results.push(summary(`${items} × ${periods}`, wantedGap01, rows.map(({ ours }) => ours.gap01 ?? 1), rows));
  }
  results.push(await variant('wished orders', rounds, say, (problem, seed) => Promise.resolve(withWishedOrders(problem, seed))));
  results.push(await variant('one change in ten items', rounds, say, async (problem, seed) => replanningProblem(problem, await planWaves(problem, { timeLimitSeconds: TIME_LIMIT_SECONDS, seed }))));
  return results;
}

/** The largest size with something more in it; the rival is CBC on the same model. */
async function variant(what: string, rounds: number, say: BenchContext['say'], make: (problem: PlanningProblem, seed: number) => Promise<PlanningProblem>): Promise<BenchResult> {
  const { items, periods } = PLANNING_FAMILY.at(-1)!;
  const gaps: number[] = [];
  const cbcGaps: (number | null)[] = [];
  for (let seed = 1; seed <= Math.min(rounds, MOST_SEEDS); seed++) {
    const problem = await make(planningProblem(items, periods, seed), seed);
    const ours = await planWaves(problem, { timeLimitSeconds: TIME_LIMIT_SECONDS, seed });
    if (ours.objective !== null && !checkPlan(problem, ours).valid) throw new Error('our plan breaks a demand');
    const cbc = await solveWithCbc(problem, TIME_LIMIT_SECONDS);
    gaps.push(ours.gap01 ?? 1);
    cbcGaps.push(cbc?.objective ? (ours.bound! - cbc.objective) / Math.abs(cbc.objective) : null);
    say(`${items} × ${periods}, ${what}, seed ${seed}: gap ${percent(ours.gap01)} (${ours.status}, ${ours.boundSource}); CBC ${percent(cbcGaps.at(-1)!)}`);
  }
  const worst = Math.max(...gaps);
  return {
    benchmark: `planning ${items} × ${periods}, ${what}`, ours: `gap ${gaps.map(percent).join(', ')}`, rival: `CBC ${cbcGaps.map(percent).join(', ')}`, ratio: worst * 100, goal: '–',
    spread: `${percent(Math.min(...gaps))}…${percent(worst)}`, note: `largest proven gap in percent within ${TIME_LIMIT_SECONDS} s (both threads); all gaps are to our bound.`,
  };
}

function summary(size: string, wantedGap01: number, gaps: readonly number[], rows: readonly { cbcGap01: number | null; valueGap01: number; orderGap01: number }[]): BenchResult {
  const worst = Math.max(...gaps);
  const cbc = rows.map(({ cbcGap01 }) => cbcGap01);
  return {
    benchmark: `planning ${size}`,
    ours: `gap ${gaps.map(percent).join(', ')}`,
    rival: `CBC ${cbc.map(percent).join(', ')}`,
    ratio: worst * 100,
    goal: `≤ ${wantedGap01 * 100}`,
    spread: `${percent(Math.min(...gaps))}…${percent(worst)}`,
    note: `largest proven gap in percent within ${TIME_LIMIT_SECONDS} s (both threads). All gaps are to our bound; greedy by value per cost ${rows.map(({ valueGap01 }) => percent(valueGap01)).join(', ')}, topological order ${rows.map(({ orderGap01 }) => percent(orderGap01)).join(', ')}.`,
  };
}

function worth(problem: PlanningProblem, starts: readonly PlannedStart[]): number {
  const solver = { seed: 0, timeLimitSeconds: 0, elapsedSeconds: 0, reproducible: false, stoppedBy: 'EXHAUSTED', failure: null } as const;
  return describePlan(problem, { status: 'FEASIBLE', starts, bound: null, boundSource: 'NONE', conflicts: [], conflictsMinimal: false, shadowPrices: [], solver }).objective!;
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(share < 0.01 ? 3 : 2)} %`;
}
