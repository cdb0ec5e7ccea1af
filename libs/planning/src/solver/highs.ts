// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import highsLoader, { type Highs, type Model } from 'highs';
import type { LinearModel } from './linear-model.js';
import type { SearchClock } from './search-clock.js';

/** Beyond this many columns the solver's memory (2 GiB) does not suffice; the relaxation is then left out. */
export const MOST_COLUMNS = 480_000;

/** Loads the solver (WebAssembly, one thread). */
export async function loadHighs(): Promise<Highs> {
  // The package declares its types as CommonJS: whether TypeScript takes the namespace or the loader for the default export depends on who asks.
  return (highsLoader as unknown as () => Promise<Highs>)();
}

/** What a linear relaxation came to. */
export interface Relaxation {
  readonly status: 'OPTIMAL' | 'INFEASIBLE' | 'STOPPED';
  readonly values: Float64Array;
  /** Price per row: change of the objective per unit of its right-hand side; like the values, empty where the solver has none. */
  readonly prices: Float64Array;
}

/** Solves the model without wholeness. */
export function solveRelaxation(highs: Highs, model: LinearModel, timeLimitSeconds: number, clock: SearchClock): Relaxation {
  return withModel(highs, model, false, (solver) => {
    const meter = new IterationMeter(model, timeLimitSeconds, clock);
    solver.options.set({ output_flag: false, time_limit: meter.timeLimit });
    if (clock.countsWork) {
      solver.run({
        [highs.constants.callbackType.simplexInterrupt]: (event) => {
          if (meter.isOver(event.data.simplex_iteration_count)) event.interrupt();
          return undefined;
        },
      });
      meter.isOver(solver.info.get('simplex_iteration_count'));
    } else solver.run();
    const status = solver.getModelStatus();
    const { modelStatus } = highs.constants;
    const none = new Float64Array();
    if (status === modelStatus.infeasible) return { status: 'INFEASIBLE', values: none, prices: none };
    // "Unknown" is what the solver says where it is optimal but for its own tolerances; the bound is worked out anew from the prices anyway.
    const solved = status === modelStatus.optimal || status === modelStatus.unknown;
    if (!solved && status !== modelStatus.timeLimit && status !== modelStatus.interrupted) return { status: 'STOPPED', values: none, prices: none };
    const solution = solver.getSolution();
    return { status: solved ? 'OPTIMAL' : 'STOPPED', values: solution.colValue, prices: solution.rowDual };
  });
}

/** How far a mixed-integer search may go, and whom it tells. */
export interface MilpLimits {
  readonly timeLimitSeconds: number;
  readonly clock: SearchClock;
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
    const meter = new IterationMeter(model, limits.timeLimitSeconds, limits.clock);
    solver.options.set({
      output_flag: false, time_limit: meter.timeLimit, random_seed: limits.seed >>> 1,
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
        if (meter.isOver(event.data.mip_total_lp_iterations) || limits.interrupted?.()) event.interrupt();
        return undefined;
      },
    });
    meter.isOver(solver.info.get('simplex_iteration_count'));
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

/** Longer than any machine runs; the solver takes only finite numbers. */
const NO_LIMIT_SECONDS = 1e9;
/** What an iteration of the simplex method takes on a machine of moderate speed: so much, and so much for each coefficient of the model. */
const SECONDS_PER_ITERATION = 1e-4;
const SECONDS_PER_COEFFICIENT = 1e-8;
/** What reading and reducing a model takes before the first iteration. */
const SECONDS_PER_RUN = 0.02;
const SECONDS_PER_COEFFICIENT_READ = 5e-6;

/** Ends a run of the solver where work is counted: by its iterations, since it looks at nothing else on its way that depends on the machine. */
class IterationMeter {
  private counted = 0;
  private readonly each: number;

  constructor({ rows }: LinearModel, private readonly limitSeconds: number, private readonly clock: SearchClock) {
    this.each = SECONDS_PER_ITERATION + SECONDS_PER_COEFFICIENT * rows.column.length;
    clock.spend(SECONDS_PER_RUN + SECONDS_PER_COEFFICIENT_READ * rows.column.length);
  }

  get timeLimit(): number {
    return this.clock.countsWork ? NO_LIMIT_SECONDS : Math.max(0.1, this.limitSeconds);
  }

  /** Takes note of how many iterations have been made since the run began; says whether they were too many. */
  isOver(iterations: number | bigint | undefined): boolean {
    if (!this.clock.countsWork) return false;
    const made = Math.max(this.counted, Number(iterations ?? 0));
    this.clock.spend((made - this.counted) * this.each);
    this.counted = made;
    return made * this.each > Math.max(0.1, this.limitSeconds);
  }
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
