// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Whether a part may go into a work that is published under the outbound license. */
export type CompatibilityVerdict = 'COMPATIBLE' | 'INCOMPATIBLE' | 'UNKNOWN';

/** Why a pair came out as it did. */
export type CompatibilityReason =
  | 'SAME_LICENSE'
  | 'NOTICES_SUFFICE'
  | 'STAYS_SEPARATE'
  | 'OUTBOUND_IS_ACCEPTED'
  | 'OUTBOUND_IS_NOT_ACCEPTED'
  | 'CONDITIONS_CONFLICT'
  | 'DEPENDS_ON_NOTICE'
  | 'EACH_UNDER_ITS_OWN'
  | 'LINKING_EXCEPTION'
  | 'NOT_OPEN_SOURCE'
  | 'NOT_IN_TABLE'
  | 'NOT_RECOGNISED'
  | 'ONE_CHOICE_FITS'
  | 'NO_CHOICE_FITS'
  | 'ALL_PARTS'
  | 'MATRIX_CELL'
  | 'MATRIX_ASKS_FOR_CHECK';

/** The answer for one inbound expression. */
export interface CompatibilityPair {
  readonly inbound: string;
  readonly outbound: string;
  readonly verdict: CompatibilityVerdict;
  readonly reason: CompatibilityReason;
  /** Which table answered: `fahrplan` or the name of the loaded matrix. */
  readonly source: string;
}

/** The keys of the command `license-compat`. */
export interface CompatibilityAnswer {
  /** INCOMPATIBLE if one pair is, else UNKNOWN if one pair is, else COMPATIBLE; without parts COMPATIBLE. */
  readonly verdict: CompatibilityVerdict;
  readonly pairs: readonly CompatibilityPair[];
}
