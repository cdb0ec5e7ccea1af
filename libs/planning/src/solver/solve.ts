// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Highs } from 'highs';
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
    prices: (prices) => tell({ kind: 'PRICES', prices }),
  };
  return order.problem.objective === 'makespan' ? solveMakespan(instance, highs, port) : solveValue(instance, highs, port);

  function itemStarts(starts: UnitStarts): { item: string; period: number }[] {
    return order.problem.items.flatMap((item, index) => {
      const period = starts[units.unitOf[index]!]!;
      return period < 0 ? [] : [{ item: item.id, period }];
    });
  }
}
