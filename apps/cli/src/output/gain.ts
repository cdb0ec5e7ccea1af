// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import { word } from '../i18n/words.js';
import { amount, euro } from './figures.js';

/** ` If that were there, the plan would gain: …`, in euro where a point has its price, else in goal points; nothing where it is not known. */
export function sayGain({ gainPoints, gainCents }: { readonly gainPoints: number | null; readonly gainCents: number | null }, language: Language): string {
  if (gainCents !== null) return ` ${word('gain', language)}: ${euro(gainCents, language)}`;
  return gainPoints === null ? '' : ` ${word('gain', language)}: ${amount(gainPoints, language, 1)} ${word('goalPoints', language)}`;
}
