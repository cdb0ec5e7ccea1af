// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { nameIndex } from './name-index.js';

/** Short names that are often mistyped; only swapped neighbours are forgiven in them, for one letter away lies another license. */
const SHORT_NAMES = ['mit', 'bsd', 'gpl', 'mpl', 'epl', 'isc', 'lgpl', 'agpl', 'eupl', 'cddl'];

let byDeletion: ReadonlyMap<string, readonly string[]> | null = null;

/**
 * Replaces words that no license name holds by the one word that is a single slip away (a letter more, less, other, or two swapped); from five letters
 * on (six where nothing else is said), below that only swapped ones. Numbers are never changed.
 *
 * @returns the corrected words, or null where nothing is to correct or a word stays unknown
 */
export function correctWords(words: readonly string[]): readonly string[] | null {
  const { vocabulary } = nameIndex();
  let corrected = 0;
  const result: string[] = [];
  for (const word of words) {
    if (vocabulary.has(word) || /\d/.test(word)) {
      result.push(word);
      continue;
    }
    const better = word.length < 5 ? swapped(word) : words.length === 1 && word.length < 6 ? null : oneSlipAway(word);
    if (better === null) return null;
    result.push(better);
    corrected++;
  }
  if (corrected > 0) return result;
  return bsdSlip(words);
}

/** "BD-2-Clause", "BS3 3-Clause": beside "clause" a torn BSD can only be BSD. */
function bsdSlip(words: readonly string[]): readonly string[] | null {
  return words.includes('clause') && !words.includes('bsd') && words.some((word) => /^b[sd]$/.test(word))
    ? [...new Set(words.map((word) => (/^b[sd]$/.test(word) ? 'bsd' : word)))]
    : null;
}

function swapped(word: string): string | null {
  if (word.length < 3) return /^b[sd]$/.test(word) ? 'bsd' : null;
  const hits = SHORT_NAMES.filter((name) => name.length === word.length && isSwap(name, word));
  return hits.length === 1 ? (hits[0] as string) : null;
}

function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return at >= 0 && a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b;
}

function oneSlipAway(word: string): string | null {
  if (word.length > 30) return null;
  byDeletion ??= indexDeletions();
  const hits = new Set<string>();
  for (const form of [word, ...deletionsOf(word)]) for (const hit of byDeletion.get(form) ?? []) if (isOneEdit(word, hit)) hits.add(hit);
  return hits.size === 1 ? ([...hits][0] as string) : null;
}

function indexDeletions(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of nameIndex().vocabulary) {
    if (word.length < 4 || /\d/.test(word)) continue;
    for (const form of [word, ...deletionsOf(word)]) {
      const words = index.get(form);
      if (words) words.push(word);
      else index.set(form, [word]);
    }
  }
  return index;
}

function deletionsOf(word: string): string[] {
  return [...word].map((_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** Whether one insertion, deletion, replacement or swap of neighbours leads from one word to the other. */
function isOneEdit(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [left, right] = [endA - start, endB - start];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
