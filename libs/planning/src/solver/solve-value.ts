// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Highs } from 'highs';
import type { ShadowPrice } from '../plan.js';
import { dualBound } from './dual-bound.js';
import { buildGreedily, densityGuide, placeAt, type Guide } from './greedy.js';
import { MOST_COLUMNS, solveMilp, solveRelaxation } from './highs.js';
import type { Instance, UnitStarts } from './instance.js';
import { searchLocally, STEPS_BETWEEN_QUESTIONS } from './local-search.js';
import { priceBound, priceGuide } from './price-bound.js';
import { polish } from './polish.js';
import type { SolverOrder } from './protocol.js';
import { lossesOf } from './reduced-profit.js';
import { relaxationGuides } from './relaxation-guide.js';
import { roundedPlan } from './rounding.js';
import { Schedule } from './schedule.js';
import { Best, type SearchEnd, type SearchPort } from './search-port.js';
import { columnsOf, startsOf, waveModel, type WaveModel } from './wave-model.js';

/** Share of the time for each part, of what is left when it begins. */
const RELAXATION_SHARE = 0.6;
const LOCAL_SEARCH_SHARE = { PROOF: 0.1, PLAN: 0.2 };
/** Branch and bound is left where what it gains in this time, gone on with to the end, would close less than this share of the gap. */
const STALL_SECONDS = 4;
const STALL_SHARE = 0.25;
/** Steps of the local search for each second it is given, well below what a machine does, so that the seed and not the clock decides. */
const STEPS_PER_SECOND = 20_000;
const SECONDS_PER_PRICED_START = 5e-8;
/** Small problems are left to branch and bound sooner. */
const MOST_STEPS_PER_UNIT = { PROOF: 200, PLAN: 5_000 };

/**
 * Searches the plan of most worth: a greedy plan, the bound of the linear relaxation, a plan guided by it, local search, and then branch and bound: of the
 * whole from the best plan found, or (role `PLAN`) of parts of that plan. Whatever has been found is told at once, so that the search may be ended at any time.
 */
export function solveValue(instance: Instance, highs: Highs | null, port: SearchPort, { role, relaxation: given }: Pick<SolverOrder, 'role' | 'relaxation'>): SearchEnd {
  const best = new Best(port, 1);
  if (instance.starts.some((starts, unit) => instance.required[unit] && starts.length === 0)) return 'INFEASIBLE';
  best.proven(bestStarts(instance), 'BEST_START');
  port.phase('GREEDY');
  offer(best, new Schedule(instance));
  offer(best, buildGreedily(instance, densityGuide(instance)));
  if (best.closed) return 'OPTIMAL';
  let guides: readonly Guide[] = [];
  let prices: Float64Array = new Float64Array();
  if (!given) {
    const paid = priceBound(instance, () => {
      port.spend(columnCount(instance) * SECONDS_PER_PRICED_START);
      return port.secondsLeft() <= 0.1;
    });
    best.proven(paid.bound, 'PRICES');
    guides = [priceGuide(instance, paid.prices)];
    offer(best, buildGreedily(instance, guides[0]!));
    if (best.closed) return 'OPTIMAL';
  }
  if (columnCount(instance) === 0) return best.starts ? 'OPTIMAL' : 'INFEASIBLE';
  const model = highs && columnCount(instance) <= MOST_COLUMNS ? waveModel(instance) : null;
  if (model) {
    port.phase('RELAXATION');
    const relaxation = given ?? solveRelaxation(highs!, model, port.secondsLeft() * RELAXATION_SHARE, port);
    if (relaxation.status === 'INFEASIBLE') return 'INFEASIBLE';
    prices = relaxation.prices;
    if (prices.length > 0) best.proven(dualBound(model, prices), 'LP_DUAL');
    if (relaxation.status === 'OPTIMAL') {
      if (!given) port.relaxation(relaxation);
      port.prices(shadowPrices(model, prices));
      guides = relaxationGuides(model, relaxation);
      for (const guide of guides) offer(best, buildGreedily(instance, guide));
      if (instance.changes) offer(best, roundedPlan(model, relaxation, guides[0]!));
    }
  }
  if (best.closed) return 'OPTIMAL';
  port.phase('LOCAL_SEARCH');
  searchFrom(instance, best, guides.at(-1)!, port, model ? LOCAL_SEARCH_SHARE[role] : 1, MOST_STEPS_PER_UNIT[role]);
  if (best.closed) return 'OPTIMAL';
  if (!model) return port.secondsLeft() > 0 ? 'EXHAUSTED' : 'TIME';
  port.phase('MILP');
  const canPolish = best.starts !== null;
  if (role === 'PROOF' || !canPolish) {
    const end = branchAndBound(highs!, model, best, port, canPolish ? stalls(best, port) : () => false);
    if (end !== 'EXHAUSTED' || !canPolish) return end;
  }
  return polishBest(highs!, model, best, prices, port, role === 'PROOF' ? port.seed + 1 : port.seed);
}

function polishBest(highs: Highs, model: WaveModel, best: Best, prices: Float64Array, port: SearchPort, seed: number): SearchEnd {
  polish(highs, model, lossesOf(model, prices), { seed, clock: { ...port, secondsLeft: () => (best.closed ? 0 : port.secondsLeft()) }, best: () => best.heard(), onBetter: (better) => offer(best, better) });
  return best.closed ? 'OPTIMAL' : 'TIME';
}

/** Takes a finished schedule as an incumbent if it keeps every demand. */
function offer(best: Best, schedule: Schedule): void {
  if (schedule.complete) best.found(schedule.start, schedule.worth);
}

function searchFrom(instance: Instance, best: Best, guide: Guide, port: SearchPort, share: number, stepsPerUnit: number): void {
  const seconds = port.secondsLeft() * share;
  const until = port.secondsLeft() - seconds;
  const schedule = best.starts ? new Schedule(instance) : buildGreedily(instance, guide);
  if (best.starts) placeAt(schedule, best.starts);
  searchLocally(schedule, guide, {
    seed: port.seed,
    steps: Math.ceil(Math.min(seconds * STEPS_PER_SECOND, instance.unitCount * stepsPerUnit)),
    interrupted: () => {
      port.spend(STEPS_BETWEEN_QUESTIONS / STEPS_PER_SECOND);
      return port.secondsLeft() <= until || best.closed;
    },
    onBetter: (better) => offer(best, better),
  });
}

/** Says whether branch and bound has stopped getting anywhere: at its present pace, its bound would not come near the best plan in the time that is left. */
function stalls(best: Best, port: SearchPort): () => boolean {
  let since = { secondsLeft: port.secondsLeft(), bound: best.bound };
  return () => {
    const secondsLeft = port.secondsLeft();
    const seconds = since.secondsLeft - secondsLeft;
    if (seconds < STALL_SECONDS) return false;
    const closing = ((since.bound - best.bound) / seconds) * secondsLeft;
    since = { secondsLeft, bound: best.bound };
    return closing < STALL_SHARE * (best.bound - best.objective);
  };
}

function branchAndBound(highs: Highs, model: WaveModel, best: Best, port: SearchPort, stalled: () => boolean): SearchEnd {
  const outcome = solveMilp(highs, model, {
    timeLimitSeconds: port.secondsLeft(),
    clock: port,
    seed: port.seed,
    start: best.starts && columnsOf(model, best.starts),
    relativeGap: 0,
    onSolution: (values) => offerStarts(model, best, startsOf(model, values)),
    onBound: (bound) => best.proven(wholeBound(model, bound), 'MILP'),
    interrupted: () => {
      best.heard();
      return best.closed || stalled();
    },
  });
  if (outcome.values) offerStarts(model, best, startsOf(model, outcome.values));
  if (outcome.bound !== null) best.proven(wholeBound(model, outcome.bound), 'MILP');
  if (outcome.status === 'INFEASIBLE' && best.starts === null) return 'INFEASIBLE';
  if (outcome.status === 'OPTIMAL' && best.starts !== null) best.proven(best.objective, 'MILP');
  return best.closed ? 'OPTIMAL' : port.secondsLeft() > 0.2 ? 'EXHAUSTED' : 'TIME';
}

/** Solutions of the solver keep demands only up to its tolerances; they count only where they can be rebuilt exactly. */
function offerStarts(model: WaveModel, best: Best, starts: UnitStarts): void {
  const schedule = new Schedule(model.instance);
  if (placeAt(schedule, starts)) offer(best, schedule);
}

/** Worth is whole cents, so a bound may be rounded down, after a millionth for the solver's tolerance. */
function wholeBound(model: WaveModel, bound: number): number {
  const cents = bound / model.profitScale;
  return Math.floor(cents + Math.max(1e-9 * Math.abs(cents), 1e-6));
}

function bestStarts(instance: Instance): number {
  let sum = 0;
  instance.worth.forEach((worth, unit) => {
    const most = worth.reduce((a, b) => Math.max(a, b), -Infinity);
    sum += instance.required[unit] ? most : Math.max(0, most);
  });
  return sum;
}

function columnCount(instance: Instance): number {
  return instance.starts.reduce((sum, starts) => sum + starts.length, 0);
}

/** Prices of the relaxation in cents per unit of what is scarce, largest first. */
function shadowPrices(model: WaveModel, prices: Float64Array): ShadowPrice[] {
  return model.resourceRows
    .map(({ row, resource, period, scale }) => ({ ...model.instance.resources[resource]!, period, centsPerUnit: (Math.max(0, prices[row]!) * scale) / model.profitScale }))
    .filter(({ centsPerUnit }) => centsPerUnit > 1e-9)
    .sort((a, b) => b.centsPerUnit - a.centsPerUnit);
}
