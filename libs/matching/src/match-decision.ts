// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { ComponentKind } from './data/component-words.js';

/** From this confidence on a title counts as matched without a person looking at it. */
export const ACCEPTED_CONFIDENCE_01 = 0.8;

/** One raw title as an inventory lists it, with what stands beside it. */
export interface TitleToMatch {
  readonly title: string;
  readonly vendor?: string | null;
  readonly version?: string | null;
  readonly purl?: string | null;
  readonly cpe?: string | null;
}

/** What matching says about a title. */
export interface MatchDecision {
  /**
   * `MATCHED`: it is that product, or a person said that it is none or a component (then `productId` is null).
   * `AMBIGUOUS`: the name fits, the evidence does not suffice or fits several. `UNMATCHED`: no known product, or a component.
   */
  readonly decision: 'MATCHED' | 'AMBIGUOUS' | 'UNMATCHED';
  readonly productId: number | null;
  /** As the inventory states it, else as the title does. */
  readonly version: string | null;
  /** The version or year in the title itself: `2019` where the inventory says 16.0.10396. */
  readonly titleVersion: string | null;
  readonly edition: string | null;
  /** BCP 47 as far as the title tells it: `de-DE`, `fr`. */
  readonly language: string | null;
  readonly architecture: 'x64' | 'x86' | 'arm64' | null;
  /** `COMPONENT`: an update, driver, language pack, runtime … of something; never a migration candidate. */
  readonly role: 'PRODUCT' | 'COMPONENT';
  readonly componentKind: ComponentKind | null;
  /** The product that a component belongs to, where it is known. */
  readonly componentOfProductId: number | null;
  /** How sure the decision is: of the product named, or of the best candidate, 0 where there is none. */
  readonly confidence01: number;
  /** At most five, best first; also for unmatched titles, as a hint for the person who decides. */
  readonly candidates: readonly MatchCandidate[];
  /** Why, most important first; sentences in `matchingMessages`. */
  readonly reasons: readonly Problem[];
}

export interface MatchCandidate {
  readonly productId: number;
  readonly confidence01: number;
}
