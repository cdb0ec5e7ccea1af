// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Highs } from 'highs';
import { placeAt } from './greedy.js';
import { MOST_COLUMNS, solveMilp, solveRelaxation } from './highs.js';
import type { Instance } from './instance.js';
import { Schedule } from './schedule.js';
import type { Best, SearchPort } from './search-port.js';
import { lastEnd } from './serial-schedule.js';
import { StartWindows } from './start-windows.js';
import { startsOf, waveModel } from './wave-model.js';

/** Shares of the time that is left for each step. */
const SHAVING_SHARE = 0.4;
const BRANCHING_SHARE = 0.6;
/** What a start that is tried takes, for each pair of units. */
const SECONDS_PER_PAIR = 3e-7;

/**
 * Raises the bound by refuting one end after the other: nothing fits into the windows that it leaves, or the linear relaxation over these windows has no
 * solution, or branch and bound finds none. The first end that cannot be refuted may be met by a plan, which is then the best.
 *
 * @source R. Klein, A. Scholl, Computing lower bounds by destructive improvement, EJOR 112 (1999)
 */
export function refuteEarlierEnds(instance: Instance, highs: Highs | null, best: Best, port: SearchPort): void {
  const windows = new StartWindows(instance);
  const shavingUntil = port.secondsLeft() * (1 - SHAVING_SHARE);
  const over = tired(instance, port, () => port.secondsLeft() <= Math.max(shavingUntil, 0.15));
  for (let end = -best.bound; !best.closed && !over(); ) {
    windows.reset(end);
    if (windows.narrow() && windows.shave(false, over) && windows.shave(true, over)) break;
    best.proven(++end, 'NO_EARLIER_END');
    best.heard();
  }
  if (!highs || best.closed) return;
  port.phase('MILP');
  const branchingUntil = port.secondsLeft() * (1 - BRANCHING_SHARE);
  while (!best.closed && port.secondsLeft() > Math.max(branchingUntil, 0.2) && refute(instance, windows, highs, best, port, branchingUntil)) best.heard();
}

/** Asks the solver about the next end; returns whether there was an answer. */
function refute(instance: Instance, windows: StartWindows, highs: Highs, best: Best, port: SearchPort, until: number): boolean {
  const end = -best.bound;
  windows.reset(end);
  const over = tired(instance, port, () => port.secondsLeft() <= until || best.closed);
  if (!windows.narrow() || !windows.shave(false, over)) return refuted(best, end);
  const narrowed = windows.narrowed();
  if (narrowed.starts.reduce((sum, starts) => sum + starts.length, 0) > MOST_COLUMNS / 4) return false;
  const model = waveModel({ ...narrowed, worth: narrowed.worth.map((worth) => new Float64Array(worth.length)) });
  const seconds = (): number => port.secondsLeft() - until;
  if (solveRelaxation(highs, model, seconds(), port).status === 'INFEASIBLE') return refuted(best, end);
  if (seconds() <= 0) return false;
  const outcome = solveMilp(highs, model, {
    timeLimitSeconds: seconds(), clock: port, seed: port.seed, start: null, relativeGap: 0,
    interrupted: () => {
      best.heard();
      return best.closed || -best.objective <= end;
    },
  });
  if (outcome.status === 'INFEASIBLE') return refuted(best, end);
  const schedule = new Schedule(instance);
  if (!outcome.values || !placeAt(schedule, startsOf(model, outcome.values)) || !schedule.complete) return false;
  best.found(schedule.start, lastEnd(instance, schedule.start));
  return true;
}

/** Counts what is looked at between two questions. */
function tired(instance: Instance, port: SearchPort, over: () => boolean): () => boolean {
  const seconds = instance.unitCount ** 2 * SECONDS_PER_PAIR;
  return () => {
    port.spend(seconds);
    return over();
  };
}

function refuted(best: Best, end: number): true {
  best.proven(end + 1, 'NO_EARLIER_END');
  return true;
}
