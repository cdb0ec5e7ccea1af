// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DescribedTerms } from './described-terms.js';

/** What a text may mean, likeliest first; `described` where it only tells of rights without naming a license. */
export interface Reading {
  readonly candidates: readonly string[];
  readonly method: 'name' | 'typo' | 'url' | 'combined' | 'part' | 'description' | 'none';
  readonly confidence01: number;
  readonly described?: DescribedTerms;
}
