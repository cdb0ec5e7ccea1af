// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import highsLoader, { type Highs, type Model } from 'highs';
import type { LinearModel } from './linear-model.js';

/** Beyond this many columns the solver's memory (2 GiB) does not suffice; the relaxation is then left out. */
export const MOST_COLUMNS = 480_000;

/** Loads the solver (WebAssembly, one thread). */
export async function loadHighs(): Promise<Highs> {
  // The package declares its types as CommonJS, so that TypeScript takes the namespace for the default export.
  return (highsLoader as unknown as typeof highsLoader.default)();
}

/** What a linear relaxation came to. */
export interface Relaxation {
  readonly status: 'OPTIMAL' | 'INFEASIBLE' | 'STOPPED';
  readonly values: Float64Array;
  /** Price per row: change of the objective per unit of its right-hand side; like the values, empty where the solver has none. */
  readonly prices: Float64Array;
}

/** Solves the model without wholeness. */
export function solveRelaxation(highs: Highs, model: LinearModel, timeLimitSeconds: number): Relaxation {
  return withModel(highs, model, false, (solver) => {
    solver.options.set({ output_flag: false, time_limit: Math.max(0.1, timeLimitSeconds) });
    solver.run();
    const status = solver.getModelStatus();
    const { modelStatus } = highs.constants;
    const none = new Float64Array();
    if (status === modelStatus.infeasible) return { status: 'INFEASIBLE', values: none, prices: none };
    // "Unknown" is what the solver says where it is optimal but for its own tolerances; the bound is worked out anew from the prices anyway.
    const solved = status === modelStatus.optimal || status === modelStatus.unknown;
    if (!solved && status !== modelStatus.timeLimit) return { status: 'STOPPED', values: none, prices: none };
    const solution = solver.getSolution();
    return { status: solved ? 'OPTIMAL' : 'STOPPED', values: solution.colValue, prices: solution.rowDual };
  });
}

/** How far a mixed-integer search may go, and whom it tells. */
export interface MilpLimits {
  readonly timeLimitSeconds: number;
  readonly seed: number;
  readonly start: Float64Array | null;
  /** Relative gap at which the search may stop; 0 to go on to the proof. */
  readonly relativeGap: number;
  readonly mostNodes?: number;
  readonly onSolution?: (values: Float64Array) => void;
  /** Bounds are of the scaled profits. */
  readonly onBound?: (bound: number) => void;
  readonly interrupted?: () => boolean;
}

export interface MilpOutcome {
  readonly status: 'OPTIMAL' | 'INFEASIBLE' | 'STOPPED';
  readonly values: Float64Array | null;
  readonly bound: number | null;
}

/** Solves the model by branch and bound. */
export function solveMilp(highs: Highs, model: LinearModel, limits: MilpLimits): MilpOutcome {
  return withModel(highs, model, true, (solver) => {
    solver.options.set({
      output_flag: false, time_limit: Math.max(0.1, limits.timeLimitSeconds), random_seed: limits.seed >>> 1,
      mip_rel_gap: limits.relativeGap, mip_abs_gap: 1e-6, ...(limits.mostNodes === undefined ? {} : { mip_max_nodes: limits.mostNodes }),
    });
    if (limits.start) solver.setSolution({ colValue: limits.start });
    const { callbackType, modelStatus } = highs.constants;
    solver.run({
      [callbackType.mipImprovingSolution]: (event) => {
        if (event.data.mip_solution) limits.onSolution?.(event.data.mip_solution);
        return undefined;
      },
      [callbackType.mipInterrupt]: (event) => {
        if (event.data.mip_dual_bound !== undefined && Number.isFinite(event.data.mip_dual_bound)) limits.onBound?.(event.data.mip_dual_bound);
        if (limits.interrupted?.()) event.interrupt();
        return undefined;
      },
    });
    const status = solver.getModelStatus();
    const bound = solver.info.get('mip_dual_bound');
    const found = solver.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    return {
      status: status === modelStatus.optimal ? 'OPTIMAL' : status === modelStatus.infeasible ? 'INFEASIBLE' : 'STOPPED',
      values: found ? solver.getSolution().colValue : null,
      bound: typeof bound === 'number' && Number.isFinite(bound) ? bound : null,
    };
  });
}

/** The mixed-integer model as an LP file that other solvers read too. */
export function exportLp(highs: Highs, model: LinearModel): string {
  return withModel(highs, model, true, (solver) => solver.exportModel('lp'));
}

function withModel<T>(highs: Highs, { columns, rows }: LinearModel, whole: boolean, use: (solver: Model) => T): T {
  const solver = highs.createModel({
    numCols: columns.profit.length,
    numRows: rows.lower.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.profit, colLower: columns.lower, colUpper: columns.upper,
    rowLower: rows.lower, rowUpper: rows.upper,
    matrix: { format: 'csr', numRows: rows.lower.length, numCols: columns.profit.length, starts: rows.first, indices: rows.column, values: rows.coefficient },
    ...(whole ? { integrality: columns.whole } : {}),
  });
  try {
    return use(solver);
  } finally {
    solver.dispose();
  }
}
