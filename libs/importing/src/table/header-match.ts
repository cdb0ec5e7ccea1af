// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { TableField } from '../reading.js';
import type { RecordKind } from '../record.js';
import { CONTRACT_COLUMNS } from './data/contract-columns.js';
import { DEPARTMENT_COLUMNS } from './data/department-columns.js';
import { MACHINE_WORDS, SOFTWARE_COLUMNS } from './data/software-columns.js';
import type { HeaderNames } from './header-names.js';

/** A field that the name of a column may stand for, and how well the name alone says so, in (0, 1]. */
export interface HeaderMatch {
  readonly field: TableField;
  readonly score01: number;
}

const CLEAR = 1;
const WEAK = 0.5;
const LONGEST_HEADER = 80;

/** Lower case, umlauts written out, other diacritics dropped, letters and digits only. */
export function headerKey(text: string): string {
  return spell(text).replace(/[^a-z0-9]+/g, '');
}

function spell(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
}

/** Words of a name; `DisplayName` and `display_name` are two. A note in brackets and what follows `des`, `der`, `of` qualifies and is left out. */
function headerWords(text: string): string[] {
  const plain = spell(text.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const qualifier = words.findIndex((word, index) => index > 0 && /^(des|der|of|vom|von|in|im|the|for|fuer|je)$/.test(word));
  return qualifier > 0 ? words.slice(0, qualifier) : words;
}

/** The known names of one kind of table. */
interface KnownNames {
  readonly byKey: ReadonlyMap<string, readonly HeaderMatch[]>;
  /** Names long enough to be told as the head of a compound: `Softwarehersteller` ends in `hersteller`. */
  readonly heads: readonly string[];
}

function knownNames(columns: Readonly<Record<string, HeaderNames>>): KnownNames {
  const byKey = new Map<string, HeaderMatch[]>();
  for (const [field, { clear, weak }] of Object.entries(columns) as [TableField, HeaderNames][]) {
    for (const [names, score01] of [[clear, CLEAR], [weak, WEAK]] as const) {
      for (const name of names) {
        const key = headerKey(name);
        const matches = byKey.get(key) ?? [];
        if (!matches.some((match) => match.field === field)) matches.push({ field, score01 });
        byKey.set(key, matches);
      }
    }
  }
  return { byKey, heads: [...byKey.keys()].filter((key) => key.length >= 5).sort((a, b) => b.length - a.length) };
}

const KNOWN: Readonly<Record<RecordKind, KnownNames>> = { software: knownNames(SOFTWARE_COLUMNS), contracts: knownNames(CONTRACT_COLUMNS), departments: knownNames(DEPARTMENT_COLUMNS) };
const MACHINE_KEYS = new Set(MACHINE_WORDS.map(headerKey));

/**
 * Fields that the name of a column may stand for in a table of the kind given, best first; none for a name that says nothing.
 *
 * Known names score 1 (weak ones 0.5), known names in singular or plural a little less, names whose last word or compound head is known 0.7 of that
 * (`IT-Anwendungsname (lang)`), one letter off 0.6 of that.
 */
export function matchHeader(text: string, kind: RecordKind = 'software'): readonly HeaderMatch[] {
  if (text.length > LONGEST_HEADER) return [];
  const key = headerKey(text);
  if (key === '') return [];
  const known = KNOWN[kind];
  const whole = known.byKey.get(key) ?? inflected(key, known);
  if (whole) return whole;
  const words = headerWords(text);
  const bare = words.join('');
  const unbracketed = bare === key ? undefined : (known.byKey.get(bare) ?? inflected(bare, known));
  if (unbracketed) return scaled(unbracketed, 0.95);
  return headMatch(words, known) ?? typoMatch(key, known) ?? [];
}

function inflected(key: string, { byKey }: KnownNames): HeaderMatch[] | undefined {
  for (const ending of ['s', 'n', 'en', 'e', 'es']) {
    const shorter = key.endsWith(ending) && key.length - ending.length >= 4 ? byKey.get(key.slice(0, -ending.length)) : undefined;
    const found = shorter ?? byKey.get(key + ending);
    if (found) return scaled(found, 0.9);
  }
  return undefined;
}

function headMatch(words: readonly string[], { byKey, heads }: KnownNames): HeaderMatch[] | undefined {
  for (let from = 1; from < words.length; from++) {
    const head = byKey.get(words.slice(from).join(''));
    if (head) return MACHINE_KEYS.has(words.slice(0, from).join('')) || MACHINE_KEYS.has(words[from - 1] as string) ? [] : scaled(head, 0.7);
  }
  const last = words.at(-1) ?? '';
  const head = heads.find((known) => last.length > known.length + 1 && last.endsWith(known));
  if (head === undefined) return undefined;
  const before = last.slice(0, -head.length).replace(/s$/, '');
  return MACHINE_KEYS.has(before) || MACHINE_KEYS.has(last.slice(0, -head.length)) ? [] : scaled(byKey.get(head) as HeaderMatch[], 0.7);
}

function typoMatch(key: string, { byKey, heads }: KnownNames): HeaderMatch[] | undefined {
  if (key.length < 7) return undefined;
  const close = heads.find((known) => known.length >= 7 && Math.abs(known.length - key.length) <= 1 && isOneEditApart(known, key));
  return close === undefined ? undefined : scaled(byKey.get(close) as HeaderMatch[], 0.6);
}

function isOneEditApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const tailA = a.slice(start);
  const tailB = b.slice(start);
  const isSwap = tailA[0] === tailB[1] && tailA[1] === tailB[0] && tailA.slice(2) === tailB.slice(2);
  return tailA.slice(1) === tailB || tailA === tailB.slice(1) || tailA.slice(1) === tailB.slice(1) || isSwap;
}

function scaled(matches: readonly HeaderMatch[], factor: number): HeaderMatch[] {
  return matches.map((match) => ({ field: match.field, score01: match.score01 * factor }));
}
