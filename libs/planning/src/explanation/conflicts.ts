// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Highs } from 'highs';
import { compileProblem } from '../solver/compile.js';
import { buildGreedily, densityGuide } from '../solver/greedy.js';
import { MOST_COLUMNS, solveMilp } from '../solver/highs.js';
import type { SearchClock } from '../solver/search-clock.js';
import { waveModel } from '../solver/wave-model.js';
import type { PlanningProblem } from '../problem.js';
import { demandsOf, type Demand } from './demands.js';

/** Demands that cannot be kept together. */
export interface Conflict {
  readonly demands: readonly Demand[];
  /** Whether leaving out any one of them makes the others possible. */
  readonly minimal: boolean;
}

const SECONDS_PER_QUESTION = 2;
/** What putting a question together takes, for each demand. */
const SECONDS_PER_DEMAND = 1e-5;

/**
 * Finds, in an impossible problem, a smallest set of demands that cannot be kept together: no demand in it can be left out without the rest becoming
 * possible (another set may be smaller in number). Asks whether parts of the problem are possible, about `k · log(n / k)` times for `k` of `n` demands; where time
 * runs out, the set found so far is given as not minimal.
 *
 * @source U. Junker, QuickXplain: preferred explanations and relaxations for over-constrained problems, AAAI 2004
 */
export function findConflict(problem: PlanningProblem, highs: Highs | null, clock: SearchClock): Conflict {
  const all = demandsOf(problem);
  let minimal = true;
  const impossible = (kept: readonly Demand[]): boolean => {
    clock.spend(all.length * SECONDS_PER_DEMAND);
    if (clock.secondsLeft() <= 0.1) return (minimal = false);
    const keep = new Set(kept);
    const answer = isImpossible(all.filter((demand) => !keep.has(demand)).reduce((reduced, demand) => demand.without(reduced), problem), highs, clock);
    if (answer === null) minimal = false;
    return answer === true;
  };
  if (impossible([])) return { demands: [], minimal };
  const demands = explain([], false, all, impossible);
  return { demands, minimal };
}

/** The part of `open` that is needed, beside `background`, for a contradiction. */
function explain(background: readonly Demand[], grown: boolean, open: readonly Demand[], impossible: (kept: readonly Demand[]) => boolean): readonly Demand[] {
  if (grown && impossible(background)) return [];
  if (open.length <= 1) return open;
  const middle = open.length >> 1;
  const [first, second] = [open.slice(0, middle), open.slice(middle)];
  const fromSecond = explain([...background, ...first], first.length > 0, second, impossible);
  const fromFirst = explain([...background, ...fromSecond], fromSecond.length > 0, first, impossible);
  return [...fromFirst, ...fromSecond];
}

/** True and false are proven; null where time did not suffice. */
function isImpossible(problem: PlanningProblem, highs: Highs | null, clock: SearchClock): boolean | null {
  const { instance } = compileProblem(problem);
  if (instance.starts.some((starts, unit) => instance.required[unit] && starts.length === 0)) return true;
  if (instance.required.every((required) => !required) && instance.changes === null) return false;
  if (buildGreedily(instance, densityGuide(instance)).complete) return false;
  const columns = instance.starts.reduce((sum, starts) => sum + starts.length, 0);
  if (columns === 0) return true;
  if (!highs || columns > MOST_COLUMNS / 4) return null;
  const model = waveModel(instance);
  const outcome = solveMilp(highs, { ...model, columns: { ...model.columns, profit: new Float64Array(model.columns.profit.length) } }, { timeLimitSeconds: Math.min(clock.secondsLeft(), SECONDS_PER_QUESTION), clock, seed: 1, start: null, relativeGap: 1 });
  return outcome.status === 'INFEASIBLE' ? true : outcome.values ? false : null;
}
