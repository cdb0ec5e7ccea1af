// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { BoundSource, PlanProgress, ShadowPrice } from '../plan.js';
import type { Relaxation } from './highs.js';
import type { UnitStarts } from './instance.js';
import type { SearchClock } from './search-clock.js';

/** How a solver tells what it found; whoever listens keeps the best of each. */
export interface SearchPort extends SearchClock {
  readonly seed: number;
  readonly phase: (phase: PlanProgress['phase']) => void;
  /** A plan that keeps every demand. */
  readonly incumbent: (starts: UnitStarts, objective: number) => void;
  /** No plan is better than this. */
  readonly bound: (bound: number, source: BoundSource) => void;
  readonly prices: (prices: readonly ShadowPrice[]) => void;
  /** The newest better plan of another thread since this was last asked, if there is one. */
  readonly heard: () => { readonly starts: UnitStarts; readonly objective: number } | null;
  /** The solved relaxation, for others who want to start from it. */
  readonly relaxation: (relaxation: Relaxation) => void;
}

/** How a search ended: with a proof (of optimality or of infeasibility), or without. */
export type SearchEnd = 'OPTIMAL' | 'INFEASIBLE' | 'TIME' | 'EXHAUSTED';

/** Keeps the better of what is found and passes on only progress. */
export class Best {
  starts: UnitStarts | null = null;
  objective = -Infinity;
  bound = Infinity;

  /** @param sign 1 where more is better, -1 where less is; objective and bound are kept with that sign */
  constructor(private readonly port: SearchPort, private readonly sign: 1 | -1) {}

  found(starts: UnitStarts, objective: number): void {
    if (objective * this.sign <= this.objective) return;
    this.objective = objective * this.sign;
    this.starts = starts.slice();
    this.port.incumbent(this.starts, objective);
  }

  /** The best plan, after taking over what another thread may have found meanwhile. */
  heard(): UnitStarts | null {
    const heard = this.port.heard();
    if (heard !== null && heard.objective * this.sign > this.objective) {
      this.objective = heard.objective * this.sign;
      this.starts = heard.starts;
    }
    return this.starts;
  }

  proven(bound: number, source: BoundSource): void {
    if (bound * this.sign >= this.bound) return;
    this.bound = bound * this.sign;
    this.port.bound(bound, source);
  }

  get closed(): boolean {
    return this.objective >= this.bound;
  }
}
