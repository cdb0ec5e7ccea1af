// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { ARCHITECTURE_WORDS } from './data/architectures.js';
import { LANGUAGE_WORDS, REGION_CODES } from './data/languages.js';
import { WELL_KNOWN_VENDORS } from './data/well-known-vendors.js';
import { foldLetters } from './fold-letters.js';
import { readTitle, type ReadTitle } from './read-title.js';
import { titleVersion } from './title-version.js';
import type { Token } from './tokens.js';

/** The parts of a raw title. */
export interface TitleParts {
  /** A well-known vendor at the start or the end of the title, as written there. */
  readonly vendorHint: string | null;
  /** What is left, as written: the product's name; the whole title where nothing else is left. */
  readonly name: string;
  readonly edition: string | null;
  readonly version: string | null;
  readonly architecture: 'x64' | 'x86' | 'arm64' | null;
  /** BCP 47: `de`, `de-DE`; `mul` for several. */
  readonly language: string | null;
}

/**
 * Splits a raw title into vendor, name, edition, version, architecture and language, without a catalogue.
 *
 * @example splitTitle('Microsoft Office Professional Plus 2019 - de-de (x64)')
 *   // { vendorHint: 'Microsoft', name: 'Office', edition: 'Professional Plus', version: '2019', architecture: 'x64', language: 'de-DE' }
 */
export function splitTitle(raw: string): TitleParts {
  const title = readTitle(raw);
  const vendor = vendorRange(title.tokens);
  const rest = title.tokens.filter((_, at) => vendor === null || at < vendor.from || at >= vendor.to);
  return {
    vendorHint: vendor === null ? null : title.text.slice(title.tokens[vendor.from]!.start, title.tokens[vendor.to - 1]!.end),
    name: shown(title, rest.filter(({ kind }) => kind === 'WORD')) || title.text,
    ...attributesOf(title),
  };
}

/** Edition, version, architecture and language of a title that was read already. */
export function attributesOf(title: ReadTitle): Pick<TitleParts, 'edition' | 'version' | 'architecture' | 'language'> {
  return { edition: editionOf(title), version: titleVersion(title), architecture: architectureOf(title.tokens), language: languageOf(title.tokens) };
}

function editionOf(title: ReadTitle): string | null {
  const words = title.tokens.filter(({ kind }) => kind === 'EDITION');
  return words.length === 0 ? null : words.map(({ start, end }) => title.text.slice(start, end)).join(' ');
}

function architectureOf(tokens: readonly Token[]): 'x64' | 'x86' | 'arm64' | null {
  let found: 'x64' | 'x86' | 'arm64' | null = null;
  for (const { kind, text } of tokens) {
    if (kind !== 'ARCHITECTURE') continue;
    const architecture = ARCHITECTURE_WORDS.get(text) ?? (text === '64' ? 'x64' : text === '32' ? 'x86' : null);
    if (architecture !== null && found !== 'arm64' && (found === null || architecture !== 'x86')) found = architecture;
  }
  return found;
}

function languageOf(tokens: readonly Token[]): string | null {
  const at = tokens.findIndex(({ kind }) => kind === 'LANGUAGE');
  if (at < 0) return null;
  const { text } = tokens[at]!;
  const next = tokens[at + 1];
  const language = LANGUAGE_WORDS.get(text) ?? text;
  return next?.kind === 'LANGUAGE' && text.length === 2 && next.joined && REGION_CODES.has(next.text) ? `${language}-${next.text.toUpperCase()}` : language;
}

const VENDORS_BY_FIRST_WORD = new Map<string, string[][]>();
for (const vendor of WELL_KNOWN_VENDORS) {
  const words = foldLetters(vendor).split(/[^a-z0-9]+/).filter(Boolean);
  VENDORS_BY_FIRST_WORD.set(words[0]!, [...(VENDORS_BY_FIRST_WORD.get(words[0]!) ?? []), words]);
}

/** The longest well-known vendor at the start, else at the end, with the company form behind it; never the whole name, and not before a number that belongs to the name (Microsoft 365). */
function vendorRange(tokens: readonly Token[]): { from: number; to: number } | null {
  if (tokens.length === 0) return null;
  const words = tokens.filter(({ kind }) => kind === 'WORD').length;
  for (const from of [0, tokens.length - 1, tokens.length - 2]) {
    if (from < 0) continue;
    const known = (VENDORS_BY_FIRST_WORD.get(tokens[from]!.text) ?? []).filter((vendor) => vendor.every((word, at) => tokens[from + at]?.text === word));
    const length = Math.max(0, ...known.map((vendor) => vendor.length));
    if (length === 0 || length >= words || (from > 0 && from + length !== tokens.length)) continue;
    let to = from + length;
    while (tokens[to]?.kind === 'NOISE' && /^(?:corp|corporation|inc|incorporated|gmbh|ag|ltd|se|llc)$/.test(tokens[to]!.text)) to++;
    if (from === 0 && /^\d/.test(tokens[to]?.text ?? '')) continue;
    return { from, to };
  }
  return null;
}

/** The words as they stand in the title, with the signs between neighbours: `7-Zip`, `SAP GUI`. */
function shown({ text, tokens }: ReadTitle, words: readonly Token[]): string {
  let name = '';
  words.forEach((word, at) => {
    const before = words[at - 1];
    const adjacent = before !== undefined && tokens[tokens.indexOf(before) + 1] === word;
    const between = before === undefined ? '' : adjacent && !/[()[\]{}]/.test(text.slice(before.end, word.start)) ? text.slice(before.end, word.start).replace(/_+|\s+/g, ' ') : ' ';
    name += between + text.slice(word.start, word.end);
  });
  return name.trim();
}
