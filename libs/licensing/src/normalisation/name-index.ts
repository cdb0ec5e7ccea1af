// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { gnuFamilies, licenseFamilies, type LicenseFamily } from '../data/families.js';
import { licenseRefRows } from '../data/license-refs.js';
import { licenseRows } from '../data/licenses.js';
import { versionOf } from '../data/versions.js';
import { tellingWords, wordsOf } from './words.js';

/** How a name is compared: word by word, without general words, or as a bag of words. */
export type Strictness = 'words' | 'telling-words' | 'bag';

/** Names of licenses by their comparable words; values are ids, for GNU licenses without range (`GPL-2.0`). */
export interface NameIndex {
  find(words: readonly string[]): { readonly ids: readonly string[]; readonly strictness: Strictness } | null;
  /** Ids of the license that bears exactly this name, word by word; empty where none does. */
  named(words: readonly string[]): readonly string[];
  /** Every word that occurs in a name. */
  readonly vocabulary: ReadonlySet<string>;
}

/** Ids that a family's name without version may mean; empty for names that stand for one id. */
type Names = Map<string, Set<string>>;

let built: NameIndex | null = null;

/** The index over the SPDX list and our families; built on first use (a few milliseconds). */
export function nameIndex(): NameIndex {
  built ??= buildIndex();
  return built;
}

function buildIndex(): NameIndex {
  const own: Names = new Map();
  const listed: Names = new Map();
  for (const family of [...gnuFamilies, ...licenseFamilies]) addFamily(own, family);
  addListed(listed);
  const names = [...own].concat([...listed].filter(([key]) => !own.has(key)));
  const exact: Names = new Map();
  const telling: Names = new Map();
  const bags: Names = new Map();
  for (const [key, ids] of names) {
    const words = key.split(' ');
    put(exact, words, ids);
    const less = tellingWords(words);
    // What is left of "Microsoft Public License" is a vendor, not a license; what is left of "Creative Commons Attribution" is "by", and names nothing else.
    // Of "Open Software License 3.0" only a number is left, which names nothing at all.
    if (withoutNumbers(less) < Math.min(2, withoutNumbers(words)) && less[0] !== 'by') continue;
    put(telling, less, ids);
    put(bags, [...less].sort(), ids);
  }
  const find: NameIndex['find'] = (words) => {
    if (words.length === 0) return null;
    const strict = exact.get(words.join(' '));
    if (strict) return { ids: [...strict], strictness: 'words' };
    const less = tellingWords(words);
    // "Fair Source" is not the Fair License: only "open source" adds nothing to a name.
    if (less.length === 1 && words.includes('source') && !words.includes('open')) return null;
    const loose = telling.get(less.join(' '));
    if (loose) return { ids: [...loose], strictness: 'telling-words' };
    const bag = bags.get([...less].sort().join(' '));
    return bag ? { ids: [...bag], strictness: 'bag' } : null;
  };
  return { find, named: (words) => [...(exact.get(words.join(' ')) ?? [])], vocabulary: new Set(names.flatMap(([key]) => key.split(' '))) };
}

function withoutNumbers(words: readonly string[]): number {
  return words.filter((word) => !/^\d/.test(word)).length;
}

function addFamily(names: Names, family: LicenseFamily): void {
  for (const name of family.names) {
    const words = wordsOf(name);
    put(names, words, family.usual === undefined ? family.ids : [family.usual]);
    for (const id of family.ids) {
      const version = versionOf(id)?.version;
      if (version !== undefined) put(names, [...words, ...wordsOf(version)], [id]);
    }
  }
}

function addListed(names: Names): void {
  const byFamily: Names = new Map();
  const isGnu = /^(?:A?L?GPL|GFDL)-[\d.]+-(?:only|or-later)$/;
  for (const { id, name, deprecated } of licenseRows) {
    if (deprecated === true || isGnu.test(id)) continue;
    const idWords = wordsOf(id);
    const nameWords = wordsOf(name.replace(/["“”]/g, ''));
    put(names, idWords, [id]);
    put(names, nameWords, [id]);
    const version = versionOf(id)?.version;
    // A year is no version: "Adobe" alone does not name Adobe-2006.
    if (version === undefined || Number(version) >= 1900) continue;
    const versionWords = wordsOf(version).join(' ');
    for (const words of [idWords, nameWords]) {
      const key = words.join(' ');
      if (key.endsWith(` ${versionWords}`)) put(byFamily, key.slice(0, -versionWords.length - 1).split(' '), [id]);
    }
  }
  for (const { name, title } of licenseRefRows) if (name.startsWith('scancode-')) put(names, wordsOf(title), [`LicenseRef-${name}`]);
  for (const [key, ids] of byFamily) if (!names.has(key)) names.set(key, ids);
}

function put(names: Names, words: readonly string[], ids: Iterable<string>): void {
  if (words.length === 0 || words[0] === '') return;
  const key = words.join(' ');
  const known = names.get(key) ?? new Set<string>();
  for (const id of ids) known.add(id);
  names.set(key, known);
}
