// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readTitle, type ReadTitle } from './read-title.js';

/** Two raw titles are the same title if this is the same: repaired, folded, all words and numbers kept, one space between them. */
export function normaliseTitle(raw: string): string {
  return joinTokens(readTitle(raw));
}

/** Titles of one family differ in version, architecture, language and installer's noise only; name, edition and component words are kept. */
export function normaliseTitleFamily(raw: string): string {
  return familyOf(readTitle(raw));
}

/** {@link normaliseTitle} of a title that was read already. */
export function joinTokens({ tokens, text }: ReadTitle): string {
  return tokens.length === 0 ? text.toLowerCase() : tokens.map((token) => token.text).join(' ');
}

/** {@link normaliseTitleFamily} of a title that was read already. */
export function familyOf(title: ReadTitle): string {
  const kept = title.tokens.filter(({ kind }) => kind === 'WORD' || kind === 'EDITION');
  return kept.length === 0 ? joinTokens(title) : kept.map((token) => token.text).join(' ');
}
