// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { LicenseClass, Reservation } from '../data/license-row.js';
import { restrictionRows } from '../data/restrictions.js';

/** What a text says about rights without naming a license. */
export interface DescribedTerms {
  readonly class: LicenseClass;
  readonly reservation: Reservation;
}

/** Recognises "freeware", "free for personal use", "source available", "proprietary" and their like; null where nothing of the kind is said. */
export function describedTerms(text: string): DescribedTerms | null {
  return restrictionRows.find((row) => row.words.test(text)) ?? null;
}

/** As {@link describedTerms}, but only what restricts even beside the name of an open license ("MIT, for evaluation only"). */
export function bindingTerms(text: string): DescribedTerms | null {
  return restrictionRows.find((row) => row.binds && row.words.test(text)) ?? null;
}
