// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DescribedTerms } from './described-terms.js';

/** What a text may mean, likeliest first; `described` where it only tells of rights without naming a license. */
export interface Reading {
  readonly candidates: readonly string[];
  readonly method: 'name' | 'typo' | 'url' | 'combined' | 'part' | 'wording' | 'description' | 'none';
  readonly confidence01: number;
  readonly described?: DescribedTerms;
}

/** Nothing could be read. */
export const NOTHING: Reading = { candidates: [], method: 'none', confidence01: 0 };

/** Reads a part of a text by the same rules as the whole. */
export type PhraseReader = (text: string) => Reading;

/** Whether a reading says "public domain" and nothing more. */
export function isPublicDomain(reading: Reading): boolean {
  return reading.candidates.length === 1 && reading.candidates[0] === 'LicenseRef-scancode-public-domain';
}

/** Whether a reading names no license, only that there is one of some kind. */
export function isUnspecific(reading: Reading): boolean {
  return reading.candidates.length === 1 && /^LicenseRef-(?:scancode-public-domain|proprietary)$/.test(reading.candidates[0] ?? '');
}
