// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * A planning problem as numbers: units (bundles and cycles merged) instead of items, allowed starts instead of deadlines, blackouts and locks, one
 * row per budget, team or department and period. Solvers see only this.
 */
export interface Instance {
  readonly periodCount: number;
  readonly unitCount: number;
  /** Allowed starts of each unit, ascending; empty where it can never be planned. */
  readonly starts: readonly Int32Array[];
  /** Objective cents of each unit at each of its {@link starts}. */
  readonly worth: readonly Float64Array[];
  readonly duration: Int32Array;
  readonly required: Uint8Array;
  readonly resources: readonly Resource[];
  /** Limit per resource and period: `limits[resource * periodCount + period]`; Infinity where there is none. */
  readonly limits: Float64Array;
  /** What each unit takes, whatever its start. */
  readonly usage: readonly Usage[];
  readonly precedences: readonly Delay[];
  /** Delays into each unit and out of each unit, as indexes into {@link precedences}. */
  readonly delaysInto: readonly Int32Array[];
  readonly delaysOutOf: readonly Int32Array[];
  readonly softPrecedences: readonly SoftDelay[];
  readonly softAt: readonly Int32Array[];
  /** Groups of units of which at most one is planned, and the groups of each unit. */
  readonly exclusive: readonly Int32Array[];
  readonly exclusiveAt: readonly Int32Array[];
  readonly changes: Changes | null;
}

export interface Resource {
  readonly kind: 'BUDGET' | 'TEAM' | 'DEPARTMENT';
  readonly name: string | null;
}

/** Amounts by resource and offset from the start; parallel arrays. */
export interface Usage {
  readonly resource: Int32Array;
  readonly offset: Int32Array;
  readonly amount: Float64Array;
}

/** `after` starts at least `delay` periods after the start of `before`, and is planned only where that is. */
export interface Delay {
  readonly before: number;
  readonly after: number;
  readonly delay: number;
}

export interface SoftDelay extends Delay {
  readonly penaltyCents: number;
}

/** How many items change against the plan in force. */
export interface Changes {
  readonly most: number;
  /** Changes per unit at each of its starts. */
  readonly at: readonly Int32Array[];
  /** Changes per unit where it is not planned. */
  readonly unplanned: Int32Array;
  /** Start in force per unit, where all its items have the same; else -1. */
  readonly inForce: Int32Array;
}

/** A plan as the solvers see it: start per unit, -1 where it is not planned. */
export type UnitStarts = Int32Array;

/** How far an amount may go over a limit before it counts: sums of decimal fractions are not exact. */
export function slackOf(limit: number): number {
  return 1e-7 * Math.max(1, limit);
}
