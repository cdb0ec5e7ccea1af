// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CentsRange, EconomicsFacts } from './economics.js';
import type { AlternativeKind } from './candidate-facts.js';

/**
 * What moves cost as a rule, as long as nobody has estimated the single one: stated assumptions, stored with every run, to be replaced by the administration's own
 * experience. Ranges, because they are rough.
 */
export interface MoveAssumptions {
  /** Person-days for pilot, packaging and concept of any move. */
  readonly baseDays: { readonly low: number; readonly high: number };
  /** Person-days for each installation or user reached. */
  readonly daysPerSeat: { readonly low: number; readonly high: number };
  /** Person-days for each interface that has to move. */
  readonly daysPerInterface: { readonly low: number; readonly high: number };
  /** Factor on all of it for the kind of alternative. */
  readonly factorOfKind: Readonly<Record<AlternativeKind, number>>;
  /** External services, as a share of the cost of own staff. */
  readonly externalShare01: { readonly low: number; readonly high: number };
  /** Running cost of the alternative (hosting, support) as a share of today's yearly cost. */
  readonly runningShare01: { readonly low: number; readonly high: number };
  readonly staffDayCents: number;
}

/** Size of a move. Null is unknown: the estimate then stays open. */
export interface MoveSize {
  readonly seats: number | null;
  readonly interfaces: number;
  readonly kind: AlternativeKind;
  readonly annualCostCents: number | null;
}

/** Effort in days and cost in cents of a move under the assumptions; null where its size is unknown. */
export function estimateMove(size: MoveSize, assumptions: MoveAssumptions): Pick<EconomicsFacts, 'oneOffCents' | 'annualRunningCostCents' | 'effortDays'> {
  const { baseDays, daysPerSeat, daysPerInterface, factorOfKind, externalShare01, runningShare01, staffDayCents } = assumptions;
  const factor = factorOfKind[size.kind];
  const days = (end: 'low' | 'high') => Math.round(factor * (baseDays[end] + (size.seats ?? 0) * daysPerSeat[end] + size.interfaces * daysPerInterface[end]) * 10) / 10;
  const effortDays: CentsRange | null = size.seats === null ? null : { low: days('low'), high: days('high') };
  const annual = size.annualCostCents;
  return {
    effortDays,
    oneOffCents: effortDays && { low: Math.round(effortDays.low * staffDayCents * externalShare01.low), high: Math.round(effortDays.high * staffDayCents * externalShare01.high) },
    annualRunningCostCents: annual === null ? null : { low: Math.round(annual * runningShare01.low), high: Math.round(annual * runningShare01.high) },
  };
}
