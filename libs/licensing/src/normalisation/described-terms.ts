// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { LicenseClass, Reservation } from '../data/license-row.js';

/** What a text says about rights without naming a license. */
export interface DescribedTerms {
  readonly class: LicenseClass;
  readonly reservation: Reservation;
}

const TERMS: readonly (readonly [RegExp, DescribedTerms])[] = [
  [/\b(?:source|quell\w*)[\s-]*(?:code\s*)?(?:available|visible|offen einsehbar)\b|\bshared source\b/i, { class: 'source-available', reservation: 'SOURCE_AVAILABLE_ONLY' }],
  [/\b(?:personal|private[rnms]?|home|persönliche[rn]?)\s*(?:and\s+\w+\s+)?(?:use|gebrauch|nutzung|edition)\b|\bprivat(?:nutzung|gebrauch)\b/i, { class: 'non-commercial', reservation: 'PERSONAL_USE_ONLY' }],
  [/\bnon[\s-]*(?:commercial|profit)\b|\bnicht[\s-]*kommerziell|\b(?:academic|educational|research|evaluation)\s+(?:use\s+)?only\b|\bfree for (?:academic|educational|research)/i, { class: 'non-commercial', reservation: 'NON_COMMERCIAL' }],
  [/\bshareware\b|\btrial(?:ware)?\b|\bdemo(?:ware)?\b|\bevaluation\b|\btestversion\b|\bnagware\b/i, { class: 'proprietary', reservation: 'TRIAL_ONLY' }],
  [/\bfreeware\b|\bfreemium\b|\badware\b|\bdonationware\b|\bfree of charge\b|\bkostenlos\b|\bgratis\b/i, { class: 'proprietary', reservation: 'FREE_OF_CHARGE_ONLY' }],
  [/\bproprietary\b|\bpropriet[äa]r|\bclosed[\s-]source\b|\bcommercial\b|\bkommerziell|\beula\b|\bend[\s-]user license\b|\ball rights reserved\b|\balle rechte vorbehalten\b|\bseat licen[cs]e\b|\bsubscription\b/i, { class: 'proprietary', reservation: 'PROPRIETARY' }],
];

/** Recognises "freeware", "free for personal use", "source available", "proprietary" and their like; null where nothing of the kind is said. */
export function describedTerms(text: string): DescribedTerms | null {
  return TERMS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
