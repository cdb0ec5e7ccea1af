// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { DISTINGUISHING_WORDS, GENERIC_WORDS } from './data/generic-words.js';
import { editDistanceWithin } from './edit-distance.js';
import type { KnownName, KnownNames } from './known-names.js';
import type { SimilarName } from './trigram-index.js';

/** A spelling that the title's name becomes by correcting letters. */
export interface CorrectedName {
  readonly name: KnownName;
  readonly edits: number;
}

/**
 * Decides which similar names are the title's name misspelt. Only spellings that the catalogue lists are corrected; one letter may be wrong from five letters on, two
 * from eleven; digits and the first letter never (`ZipInstaller` is not `AppInstaller`); a word that is known as a word is not a misspelling, and neither is a letter at the end: `KeePassX` is not `KeePassXC`.
 *
 * @param similar places in `names`
 * @param words of the title's name, folded
 * @returns those with the fewest edits
 */
export function findCorrectedNames(words: readonly string[], similar: readonly SimilarName[], names: readonly KnownName[], known: KnownNames): CorrectedName[] {
  const written = words.join('');
  let best: CorrectedName[] = [];
  for (const { at } of similar) {
    const name = names[at]!;
    const edits = editsBetween(written, words, name, known);
    if (edits === null) continue;
    if (best.length === 0 || edits < best[0]!.edits) best = [{ name, edits }];
    else if (edits === best[0]!.edits) best.push({ name, edits });
  }
  return best;
}

function editsBetween(written: string, words: readonly string[], name: KnownName, known: KnownNames): number | null {
  const length = Math.min(written.length, name.key.length);
  const most = length >= 11 ? 2 : length >= 5 ? 1 : 0;
  if (most === 0 || name.generic || !name.literal || written[0] !== name.key[0]) return null;
  if (Math.abs(written.length - name.key.length) > most || written.startsWith(name.key) || name.key.startsWith(written)) return null;
  const edits = editDistanceWithin(written, name.key, most);
  if (edits === 0 || edits > most || digitsOf(written) !== digitsOf(name.key)) return null;
  const other = new Set(name.words);
  const left = words.filter((word) => !other.has(word));
  const lacking = name.words.filter((word) => !words.includes(word));
  if (left.length === 0 || lacking.length === 0) return null;
  if (left.some((word) => isKnownWord(word, known)) || left.join('').length < 4) return null;
  if (left.length === lacking.length && left.some((word, at) => Math.abs(word.length - lacking[at]!.length) > 1 || word.length < 4 || editDistanceWithin(word, lacking[at]!, 2) > (word.length >= 9 ? 2 : 1))) return null;
  return edits;
}

function isKnownWord(word: string, known: KnownNames): boolean {
  return known.vocabulary.has(word) || GENERIC_WORDS.has(word) || DISTINGUISHING_WORDS.has(word);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
