// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { BoundSource, PlanProgress, ShadowPrice } from '../plan.js';
import type { PlannedStart, PlanningProblem } from '../problem.js';
import type { SearchEnd } from './search-port.js';

/** What a solver thread is given. */
export interface SolverOrder {
  readonly problem: PlanningProblem;
  readonly seed: number;
  readonly timeLimitSeconds: number;
}

/** What a solver thread tells, in order. */
export type SolverMessage =
  | { readonly kind: 'PHASE'; readonly phase: PlanProgress['phase'] }
  | { readonly kind: 'INCUMBENT'; readonly starts: readonly PlannedStart[]; readonly objective: number }
  | { readonly kind: 'BOUND'; readonly bound: number; readonly source: BoundSource }
  | { readonly kind: 'PRICES'; readonly prices: readonly ShadowPrice[] }
  | { readonly kind: 'CONFLICTS'; readonly conflicts: readonly Problem[]; readonly minimal: boolean }
  | { readonly kind: 'FAILURE'; readonly failure: string }
  | { readonly kind: 'END'; readonly end: SearchEnd };
