// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** What a licence asks of those who pass the software on, or what it withholds. */
export type LicenseClass =
  | 'public-domain'
  | 'permissive'
  | 'weak-copyleft'
  | 'strong-copyleft'
  | 'network-copyleft'
  | 'source-available'
  | 'non-commercial'
  | 'proprietary'
  | 'unknown';

/** Why a licence is not, or not certainly, free for every purpose. */
export type Reservation =
  | 'NON_COMMERCIAL'
  | 'NO_DERIVATIVES'
  | 'FIELD_OF_USE'
  | 'COMPETING_USE'
  | 'SERVICE_SOURCE'
  | 'PAID_DISTRIBUTION'
  | 'BRANDING'
  | 'INVARIANT_SECTIONS'
  | 'PROPRIETARY'
  | 'FREE_OF_CHARGE_ONLY'
  | 'SOURCE_AVAILABLE_ONLY'
  | 'PERSONAL_USE_ONLY'
  | 'TRIAL_ONLY';

export interface LicenseRow {
  readonly id: string;
  readonly name: string;
  /** Approved by the Open Source Initiative. */
  readonly osi: boolean;
  /** Free in the judgement of the Free Software Foundation; null where it has not judged. */
  readonly fsf: boolean | null;
  readonly class: LicenseClass;
  readonly reservation?: Reservation;
  readonly deprecated?: boolean;
  /** Expression that replaces a deprecated id. */
  readonly successor?: string;
}
