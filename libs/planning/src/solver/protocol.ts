// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { BoundSource, PlanProgress, ShadowPrice } from '../plan.js';
import type { PlanningProblem } from '../problem.js';
import type { Relaxation } from './highs.js';
import type { SearchEnd } from './search-port.js';

/** `PROOF` spends its time on branch and bound of the whole, as long as that gets anywhere, `PLAN` on making the plan better; together they close the gap from both sides. */
export type SolverRole = 'PROOF' | 'PLAN';

/** What a solver thread is given. */
export interface SolverOrder {
  readonly problem: PlanningProblem;
  readonly role: SolverRole;
  readonly seed: number;
  readonly timeLimitSeconds: number;
  /** Whether the limit counts work instead of time. */
  readonly countsWork: boolean;
  /** The relaxation, where another thread has solved it already. */
  readonly relaxation?: Relaxation;
}

/** A plan that another thread has found: all that a solver thread is ever sent. */
export interface HeardPlan {
  /** Start per item, by index; -1 where it is not planned. */
  readonly starts: Int32Array;
  readonly objective: number;
}

/** What a solver thread tells, in order. */
export type SolverMessage =
  | { readonly kind: 'PHASE'; readonly phase: PlanProgress['phase'] }
  | (HeardPlan & { readonly kind: 'INCUMBENT' })
  | { readonly kind: 'BOUND'; readonly bound: number; readonly source: BoundSource }
  | { readonly kind: 'RELAXATION'; readonly relaxation: Relaxation }
  | { readonly kind: 'PRICES'; readonly prices: readonly ShadowPrice[] }
  | { readonly kind: 'IMPOSSIBLE' }
  | { readonly kind: 'CONFLICTS'; readonly conflicts: readonly Problem[]; readonly minimal: boolean }
  | { readonly kind: 'FAILURE'; readonly failure: string }
  | { readonly kind: 'END'; readonly end: SearchEnd };
