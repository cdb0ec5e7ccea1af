// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
const ASCII = /^[\x00-\x7f]*$/;
const SPECIAL: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/**
 * Folds a word to lower-case basic letters, so that spellings of the same word meet: `Bürger` and `Buerger`, `Éditeur` and `editeur`, `Łódź` and `lodz`.
 * Letters of other scripts stay.
 */
export function foldLetters(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower.normalize('NFC').replace(/[äöüßæœøłđðþı]/g, (letter) => SPECIAL[letter]!).normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC');
}

/** The other habit with umlauts, the dots left out: `Bürger` → `burger`; null where there are no umlauts. */
export function foldUmlautsToVowels(word: string): string | null {
  const lower = word.normalize('NFC').toLowerCase();
  if (!/[äöü]/.test(lower)) return null;
  return foldLetters(lower.replace(/ä/g, 'a').replace(/ö/g, 'o').replace(/ü/g, 'u'));
}
