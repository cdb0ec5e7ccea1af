// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Highs } from 'highs';
import { findConflict } from '../explanation/conflicts.js';
import { compileProblem } from './compile.js';
import type { UnitStarts } from './instance.js';
import type { SolverMessage, SolverOrder } from './protocol.js';
import type { SearchEnd, SearchPort } from './search-port.js';
import { solveMakespan } from './solve-makespan.js';
import { solveValue } from './solve-value.js';

/** Solves an order from start to end and tells everything on the way; runs as long as it takes, at most about the time limit. */
export function solveOrder(order: SolverOrder, highs: Highs | null, secondsLeft: () => number, tell: (message: SolverMessage) => void): SearchEnd {
  tell({ kind: 'PHASE', phase: 'READING' });
  const { instance, units } = compileProblem(order.problem);
  const port: SearchPort = {
    seed: order.seed,
    secondsLeft,
    phase: (phase) => tell({ kind: 'PHASE', phase }),
    incumbent: (starts, objective) => tell({ kind: 'INCUMBENT', starts: itemStarts(starts), objective }),
    bound: (bound, source) => tell({ kind: 'BOUND', bound, source }),
    relaxation: (relaxation) => tell({ kind: 'RELAXATION', relaxation }),
    prices: (prices) => tell({ kind: 'PRICES', prices }),
  };
  const end = order.problem.objective === 'makespan' ? solveMakespan(instance, highs, port) : solveValue(instance, highs, port, order);
  if (end === 'INFEASIBLE') {
    tell({ kind: 'IMPOSSIBLE' });
    port.phase('CONFLICTS');
    const { demands, minimal } = findConflict(order.problem, highs, secondsLeft);
    const horizon = { code: 'PLANNING.DEMAND_HORIZON', periods: order.problem.periods.length };
    tell({ kind: 'CONFLICTS', conflicts: demands.length > 0 ? demands.map(({ problem }) => problem) : [horizon], minimal });
  }
  return end;

  function itemStarts(starts: UnitStarts): { item: string; period: number }[] {
    return order.problem.items.flatMap((item, index) => {
      const period = starts[units.unitOf[index]!]!;
      return period < 0 ? [] : [{ item: item.id, period }];
    });
  }
}
