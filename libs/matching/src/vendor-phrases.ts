// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { GENERIC_WORDS } from './data/generic-words.js';
import { COMPANY_FORMS } from './data/noise-words.js';
import { WELL_KNOWN_VENDORS } from './data/well-known-vendors.js';
import { VENDOR_GROUPS } from './data/vendor-groups.js';
import { PACKAGING_PUBLISHERS } from './data/publishers-that-package.js';
import { tellingVendorWords, vendorWords } from './vendor-name.js';
import type { Token } from './tokens.js';

interface VendorPhrase {
  readonly words: readonly string[];
  readonly telling: readonly string[];
}

/** Finds the names of vendors inside titles. */
export interface VendorPhrases {
  /** For each token the telling words of the vendor whose name it belongs to, or null. */
  mark(tokens: readonly Token[]): (readonly string[] | null)[];
}

/** Prepares the search for these vendors and the well-known ones; generic words ("Project", "Office Systems") are no vendor inside a title. */
export function compileVendorPhrases(vendorNames: Iterable<string>): VendorPhrases {
  const phrases = new Map<string, VendorPhrase[]>();
  const seen = new Set<string>();
  const add = (words: readonly string[], telling: readonly string[]): void => {
    const key = words.join(' ');
    if (words.length === 0 || seen.has(key) || (words.length === 1 && (GENERIC_WORDS.has(words[0]!) || words[0]!.length < 2))) return;
    seen.add(key);
    phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), { words, telling }].sort((a, b) => b.words.length - a.words.length));
  };
  for (const name of [...vendorNames, ...WELL_KNOWN_VENDORS, ...VENDOR_GROUPS.flat()]) {
    const words = vendorWords(name);
    if (words.some((word) => PACKAGING_PUBLISHERS.has(word))) continue;
    const telling = tellingVendorWords(name);
    if (telling.length === 0 || telling.join('').length < 2) continue;
    add(words, telling);
    add(withoutTrailingForms(words), telling);
    add(telling, telling);
  }
  return { mark: (tokens) => markPhrases(tokens, phrases) };
}

function withoutTrailingForms(words: readonly string[]): readonly string[] {
  let length = words.length;
  while (length > 1 && COMPANY_FORMS.has(words[length - 1]!)) length--;
  return words.slice(0, length);
}

function markPhrases(tokens: readonly Token[], phrases: ReadonlyMap<string, readonly VendorPhrase[]>): (readonly string[] | null)[] {
  const marks: (readonly string[] | null)[] = new Array(tokens.length).fill(null);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'WORD') continue;
    const found = phrases.get(token.text)?.find(({ words }) => words.every((word, offset) => tokens[at + offset]?.text === word));
    if (found === undefined) continue;
    marks.fill(found.telling, at, at + found.words.length);
    at += found.words.length - 1;
  }
  return marks;
}
