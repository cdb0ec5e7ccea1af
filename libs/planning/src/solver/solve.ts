// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Highs } from 'highs';
import { findConflict } from '../explanation/conflicts.js';
import { compileProblem } from './compile.js';
import type { HeardPlan, SolverMessage, SolverOrder } from './protocol.js';
import type { SearchClock } from './search-clock.js';
import type { SearchEnd, SearchPort } from './search-port.js';
import { solveMakespan } from './solve-makespan.js';
import { solveValue } from './solve-value.js';

/** Ever better plans may follow each other quickly; whoever listens has other things to do. */
const SECONDS_BETWEEN_INCUMBENTS = 0.1;

/** How a solver reaches whoever gave it its order. */
export interface Correspondence {
  readonly tell: (message: SolverMessage) => void;
  /** The newest plan of another thread since this was last asked. */
  readonly heard: () => HeardPlan | null;
}

/** Solves an order from start to end and tells everything on the way; runs as long as it takes, at most about the time limit. */
export function solveOrder(order: SolverOrder, highs: Highs | null, clock: SearchClock, { tell, heard }: Correspondence): SearchEnd {
  tell({ kind: 'PHASE', phase: 'READING' });
  const { instance, units } = compileProblem(order.problem);
  let waiting: SolverMessage | null = null;
  let toldAt = Infinity;
  const flush = (): void => {
    if (waiting) tell(waiting);
    waiting = null;
  };
  const port: SearchPort = {
    ...clock,
    seed: order.seed,
    phase: (phase) => {
      flush();
      tell({ kind: 'PHASE', phase });
    },
    incumbent: (starts, objective) => {
      waiting = { kind: 'INCUMBENT', starts: units.unitOf.map((unit) => starts[unit]!), objective };
      const now = clock.secondsLeft();
      if (toldAt - now < SECONDS_BETWEEN_INCUMBENTS) return;
      toldAt = now;
      flush();
    },
    bound: (bound, source) => {
      flush();
      tell({ kind: 'BOUND', bound, source });
    },
    heard: () => {
      const plan = heard();
      if (plan === null) return null;
      const starts = new Int32Array(instance.unitCount).fill(-1);
      units.unitOf.forEach((unit, item) => (starts[unit] = plan.starts[item]!));
      return { starts, objective: plan.objective };
    },
    relaxation: (relaxation) => tell({ kind: 'RELAXATION', relaxation }),
    prices: (prices) => tell({ kind: 'PRICES', prices }),
  };
  const end = order.problem.objective === 'makespan' ? solveMakespan(instance, highs, port, order) : solveValue(instance, highs, port, order);
  flush();
  if (end === 'INFEASIBLE') {
    tell({ kind: 'IMPOSSIBLE' });
    port.phase('CONFLICTS');
    const { demands, minimal } = findConflict(order.problem, highs, clock);
    const horizon = { code: 'PLANNING.DEMAND_HORIZON', periods: order.problem.periods.length };
    tell({ kind: 'CONFLICTS', conflicts: demands.length > 0 ? demands.map(({ problem }) => problem) : [horizon], minimal });
  }
  return end;
}
