// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { EditionClass } from './data/editions.js';
import { EDITION_WORDS, WEAK_EDITION_WORDS } from './data/editions.js';
import { EVERYDAY_WORDS } from './data/everyday-words.js';
import { GENERIC_WORDS } from './data/generic-words.js';
import { foldUmlautsToVowels } from './fold-letters.js';
import type { KnownProduct } from './knowledge.js';
import { readTitle } from './read-title.js';
import type { Token, TokenKind } from './tokens.js';
import { tellingVendorWords, vendorWords } from './vendor-name.js';

/** One spelling under which a product can be found, written together without spaces. */
export interface AliasKey {
  readonly key: string;
  /** The alias it was made of, as the catalogue spells it. */
  readonly alias: string;
  /** The words of the key. */
  readonly words: readonly string[];
  /** The catalogue lists this very spelling; otherwise vendor, edition or version were left out of it here. */
  readonly literal: boolean;
  /** A word that many products are called by, or may be: needs the vendor, or to be listed and the whole title. */
  readonly generic: boolean;
  /** Class of the edition that was left out of the key, if one was. */
  readonly droppedEdition: EditionClass | null;
}

const WITH_VERSION: ReadonlySet<TokenKind> = new Set(['WORD', 'EDITION', 'VERSION']);
const WITHOUT_VERSION: ReadonlySet<TokenKind> = new Set(['WORD', 'EDITION']);
const NAME_AND_VERSION: ReadonlySet<TokenKind> = new Set(['WORD', 'VERSION']);
const NAME: ReadonlySet<TokenKind> = new Set(['WORD']);

/**
 * All spellings of a product: each of its names as it is, without its vendor, without edition, and without version where the product itself is named
 * without one and its aliases show that it varies (2016, 2019): `Windows 10` must not become `Windows`.
 *
 * @returns no duplicates; the catalogue's own spellings first
 */
export function aliasKeysOf(product: KnownProduct): AliasKey[] {
  const vendors = [product.vendorName, ...product.vendorAliases].filter((name): name is string => Boolean(name)).flatMap((name) => [vendorWords(name), tellingVendorWords(name)]).filter((words) => words.length > 0);
  const names = [product.name, ...product.aliases].map((alias) => ({ alias, ...readTitle(alias) }));
  const versionIsName = names[0]!.tokens.some(({ kind }) => kind === 'VERSION');
  const versionless = versionIsName ? new Set<string>() : namesOfAnyVersion(names.map(({ tokens }) => tokens));
  // a bare word that the catalogue lists itself is no less telling with an edition or a version behind it
  const listed = new Set(names.filter(({ tokens }) => tokens.every(({ kind }) => kind === 'WORD')).map(({ tokens }) => nameKey(tokens)));
  const found = new Map<string, AliasKey>();
  const keep = (alias: string, text: string, tokens: readonly Token[], whole: readonly Token[]): void => {
    if (tokens.length === 0) return;
    const words = tokens.map(({ text }) => text);
    const key = words.join('');
    const literal = tokens.length === whole.length;
    if (found.has(key) && (found.get(key)!.literal || !literal)) return;
    found.set(key, { key, alias, words, literal, generic: isGeneric(tokens) || isDescription(text, tokens) || (alias !== product.name && isAcronym(text, tokens)) || (!literal && !listed.has(nameKey(tokens)) && (isOnePlainWord(text, tokens) || isGenericCompound(key))), droppedEdition: droppedEdition(tokens, whole) });
  };
  const forms = (alias: string, text: string, tokens: readonly Token[]): void => {
    for (const bare of [tokens, withoutVendor(tokens, vendors)]) {
      keep(alias, text, bare, tokens);
      keep(alias, text, bare.filter(({ kind }) => WITH_VERSION.has(kind)), tokens);
      keep(alias, text, bare.filter(({ kind }) => NAME_AND_VERSION.has(kind)), tokens);
      if (!versionless.has(nameKey(tokens))) continue;
      keep(alias, text, bare.filter(({ kind }) => WITHOUT_VERSION.has(kind)), tokens);
      keep(alias, text, bare.filter(({ kind }) => NAME.has(kind)), tokens);
    }
  };
  for (const { alias, text, tokens } of names) keep(alias, text, tokens, tokens);
  for (const { alias, text, tokens } of names) forms(alias, text, tokens);
  for (const { alias, text } of names) {
    const dotless = foldUmlautsToVowels(text);
    if (dotless !== null) forms(alias, dotless, readTitle(dotless).tokens);
  }
  return [...found.values()];
}

/** Names whose version may be dropped: those that stand in the product's names without a version, or with two different ones. */
function namesOfAnyVersion(names: readonly (readonly Token[])[]): ReadonlySet<string> {
  const versions = new Map<string, Set<string>>();
  for (const tokens of names) {
    const version = tokens.filter(({ kind }) => kind === 'VERSION').map(({ text }) => text).join(' ');
    const key = nameKey(tokens);
    versions.set(key, (versions.get(key) ?? new Set()).add(version));
  }
  return new Set([...versions].filter(([, seen]) => seen.size > 1 || seen.has('')).map(([key]) => key));
}

function nameKey(tokens: readonly Token[]): string {
  return tokens.filter(({ kind }) => kind === 'WORD').map(({ text }) => text).join('');
}

/** The alias without its vendor at the start or the end; the alias itself where nothing else would be left. */
function withoutVendor(tokens: readonly Token[], vendors: readonly (readonly string[])[]): readonly Token[] {
  let best = tokens;
  for (const words of vendors) {
    if (words.length >= tokens.length || tokens.length - words.length >= best.length) continue;
    if (words.every((word, at) => tokens[at]!.text === word)) best = tokens.slice(words.length);
    else if (words.every((word, at) => tokens[tokens.length - words.length + at]!.text === word)) best = tokens.slice(0, -words.length);
  }
  return best.some(({ kind }) => kind === 'WORD') ? best : tokens;
}

function isGeneric(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'WORD');
  if (words.length === 0) return true;
  const compact = words.map(({ text }) => text).join('');
  return compact.length <= 2 || words.every(({ text }) => GENERIC_WORDS.has(text)) || EVERYDAY_WORDS.has(compact) || GENERIC_WORDS.has(compact);
}

/** `Horizon` of "VMware Horizon" may be anything; an inner capital or a digit, as in `AutoCAD`, makes a word that nobody else has. */
function isOnePlainWord(text: string, tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'WORD');
  return words.length === 1 && /^\p{L}\p{Ll}*$/u.test(text.slice(words[0]!.start, words[0]!.end));
}

/** Three letters or fewer that stand beside a product's name in the catalogue: `VMS`, `TSM` are short for many things. */
function isAcronym(text: string, tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'WORD');
  return words.length === 1 && tokens.length === 1 && /^[\p{L}\d]{1,3}$/u.test(text.slice(words[0]!.start, words[0]!.end));
}

/** `Einsatzverwaltung`, `Wahllokalsystem`: a German word that says what the program does; every maker calls its own so. */
function isDescription(text: string, tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'WORD');
  if (words.length !== 1 || !/^\p{L}\p{Ll}+$/u.test(text.slice(words[0]!.start, words[0]!.end))) return false;
  return /(?:verwaltung|verfahren|kataster|register|planung|planer|portal|modul|(?:informations|verwaltungs|management|auskunfts)system|lokalsystem|auskunft|buchhaltung|abrechnung|erfassung|assistent|kalender|rechner|meldung)$/.test(words[0]!.text) && words[0]!.text.length >= 9;
}

/** `MailServer` of "Kerio MailServer": two words of many names, written together. */
function isGenericCompound(key: string): boolean {
  for (let at = 2; at < key.length - 1; at++) if (GENERIC_WORDS.has(key.slice(0, at)) && GENERIC_WORDS.has(key.slice(at))) return true;
  return false;
}

function droppedEdition(tokens: readonly Token[], whole: readonly Token[]): EditionClass | null {
  if (tokens.some(({ kind }) => kind === 'EDITION')) return null;
  return editionClass(whole);
}

/** The class of the first free or paid edition word; neutral where there are only others; null without an edition. */
export function editionClass(tokens: readonly Token[]): EditionClass | null {
  const classes = tokens.filter(({ kind }) => kind === 'EDITION').map(({ text }) => EDITION_WORDS.get(text) ?? WEAK_EDITION_WORDS.get(text) ?? 'NEUTRAL');
  return classes.find((name) => name !== 'NEUTRAL') ?? classes[0] ?? null;
}
