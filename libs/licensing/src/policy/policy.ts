// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Language } from '#kernel';
import type { CompatibilityVerdict } from '../compatibility/answer.js';
import type { LicenseClass } from '../data/license-row.js';
import type { Verdict } from '../verdict/proof.js';

/** What an administration does with the software. */
export type Usage = 'internal' | 'distribution' | 'network' | 'publication';

export type Outcome = 'APPROVED' | 'REVIEW' | 'REJECTED';

/**
 * When a rule applies: every condition given must hold for the license. A condition on something unknown never holds, negated or not: `notClass` does
 * not hold for class `unknown`, `osiApproved: false` not where nobody judged.
 */
export interface RuleCondition {
  readonly verdict?: readonly Verdict[];
  readonly class?: readonly LicenseClass[];
  readonly notClass?: readonly LicenseClass[];
  /** SPDX ids, with exception where there is one. */
  readonly license?: readonly string[];
  readonly notLicense?: readonly string[];
  readonly osiApproved?: boolean;
  readonly fsfLibre?: boolean;
  readonly usage?: readonly Usage[];
  readonly productKind?: readonly string[];
  /** Compatibility with the policy's outbound license; never holds in a policy without one. */
  readonly compatibility?: readonly CompatibilityVerdict[];
}

export interface PolicyRule {
  readonly id: string;
  readonly when: RuleCondition;
  readonly outcome: Outcome;
  /** One plain sentence a person without legal training understands. */
  readonly sentence: Readonly<Record<Language, string>>;
}

/** Accepts a license for a component although the rules do not, until a day. */
export interface Waiver {
  readonly component: string;
  /** Only for this license, as printed; every license where absent. */
  readonly license?: string;
  readonly author: string;
  readonly reason: string;
  readonly expiresOn: CalendarDate;
}

/** Ordered rules: the first that applies decides; where none does the outcome is REVIEW. */
export interface LicensePolicy {
  readonly name: string;
  readonly version: string;
  readonly outbound?: string;
  readonly rules: readonly PolicyRule[];
  readonly waivers?: readonly Waiver[];
}
