// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { ARCHITECTURE_WORDS, BIT_WORDS } from './data/architectures.js';
import { EDITION_MARKERS, EDITION_WORDS, WEAK_EDITION_WORDS } from './data/editions.js';
import { DISTINGUISHING_WORDS } from './data/generic-words.js';
import { LANGUAGE_CODES, LANGUAGE_WORDS, REGION_CODES } from './data/languages.js';
import { COMPANY_FORMS, NOISE_WORDS, VERSION_MARKERS } from './data/noise-words.js';
import { PLATFORMS, PLATFORM_PREPOSITIONS } from './data/platform-phrases.js';
import type { Token } from './tokens.js';

/** Numbers that are names: Microsoft 365, Fusion 360. */
const NUMBERS_IN_NAMES: ReadonlySet<string> = new Set(['360', '365']);

/** Adobe and others count in Roman numerals; single letters are left alone but X. */
const ROMAN_VERSION = /^(?:ii|iii|iv|vi|vii|viii|ix|xi|xii|xiii|xiv|xv)$/;

/**
 * Decides for each token whether it belongs to the name or is known not to tell products apart, and writes it into the token.
 * A token is explained only by a rule; whatever no rule knows stays `WORD`.
 */
export function classifyTokens(tokens: readonly Token[], text: string): void {
  for (let at = 0; at < tokens.length; at++) classify(tokens, at);
  explainMarkers(tokens);
  explainQuotedNames(tokens, text);
  explainRepetitions(tokens);
}

/** Registers put the maker first, also where he is called like his product: `Minitab Minitab 17`, `WinSCP.net WinSCP`, `filezilla-project.org FileZilla`. */
function explainRepetitions(tokens: readonly Token[]): void {
  let end = 1;
  while (tokens[end]?.joined && tokens[end]!.bracket === 0) end++;
  const isDomain = end > 1 && /^(?:org|com|net|de|io|eu)$/.test(tokens[end - 1]!.text);
  const name = tokens[end];
  if (name === undefined || name.kind !== 'WORD' || (end > 1 && !isDomain)) return;
  if (tokens.slice(0, end).some(({ text, kind }) => kind === 'WORD' && text === name.text)) for (let at = 0; at < end; at++) tokens[at]!.kind = 'NOISE';
}

/** A release's own name in quotes behind its version: `QGIS 3.28 'Firenze'`. */
function explainQuotedNames(tokens: readonly Token[], text: string): void {
  for (let at = 1; at < tokens.length; at++) {
    const { start, end, kind } = tokens[at]!;
    if (kind === 'WORD' && tokens[at - 1]!.kind === 'VERSION' && /['"]/.test(text[start - 1]!) && text[end] === text[start - 1]) tokens[at]!.kind = 'NOISE';
  }
}

function classify(tokens: readonly Token[], at: number): void {
  const token = tokens[at]!;
  if (token.kind !== 'WORD') return;
  const { text } = token;
  if (ARCHITECTURE_WORDS.has(text)) token.kind = 'ARCHITECTURE';
  else if (isNumber(text)) classifyNumber(tokens, at);
  else if (LANGUAGE_WORDS.has(text) && (at > 0 || token.bracket > 0)) token.kind = 'LANGUAGE';
  else if (isLanguageCode(tokens, at)) token.kind = 'LANGUAGE';
  else if (at === 0) return;
  else if (EDITION_WORDS.has(text)) token.kind = 'EDITION';
  else if (WEAK_EDITION_WORDS.has(text) && weakEditionHolds(tokens, at)) token.kind = 'EDITION';
  else if (/^(?:sp|cs|rc|cu|hf|fp|u|r|v|x|ehp|rel|build|kw)\d{1,5}[a-z]?$/.test(text) || ROMAN_VERSION.test(text) || /^\d{1,4}(?:r\d|h[12]|sp\d|[a-z])$/.test(text) && !/^[1-9]d$/.test(text)) token.kind = 'VERSION';
  else if (PLATFORM_PREPOSITIONS.has(text) && isPlatform(tokens, at + 1)) explainPlatform(tokens, at);
  else if (token.bracket > 0 && isOnlyPlatform(tokens, at)) token.kind = 'PLATFORM';
  else if (NOISE_WORDS.has(text)) token.kind = 'NOISE';
}

function classifyNumber(tokens: readonly Token[], at: number): void {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if ((token.text === '32' || token.text === '64') && next !== undefined && BIT_WORDS.has(next.text)) {
    token.kind = 'ARCHITECTURE';
    next.kind = 'ARCHITECTURE';
  } else if (NUMBERS_IN_NAMES.has(token.text)) return;
  else if (at > 0) token.kind = 'VERSION';
  else if (/^(?:199\d|20[0-3]\d)$/.test(token.text) && next !== undefined && !next.joined) token.kind = 'VERSION';
}

/** `de-DE`, `(de)`, `(x64 de)`, `[EN]`, and `DE` at the very end behind a version or an architecture. */
function isLanguageCode(tokens: readonly Token[], at: number): boolean {
  const { text, bracket, joined } = tokens[at]!;
  if (text.length !== 2) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (joined && before !== undefined && before.kind === 'LANGUAGE' && REGION_CODES.has(text)) return true;
  if (!LANGUAGE_CODES.has(text)) return false;
  if (after !== undefined && after.joined && REGION_CODES.has(after.text) && !joined) return at > 0;
  if (bracket > 0) return tokens.every((other) => other.bracket !== bracket || other === tokens[at] || other.kind !== 'WORD' || other.text.length === 2);
  return before !== undefined && after === undefined && (before.kind === 'VERSION' || before.kind === 'ARCHITECTURE' || before.kind === 'EDITION');
}

function weakEditionHolds(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (after !== undefined && EDITION_MARKERS.has(after.text)) return true;
  if (tokens[at]!.text === 'plus') return tokens[at - 1]!.kind === 'EDITION';
  return tokens[at - 1]!.kind === 'VERSION' || tokens[at - 1]!.kind === 'EDITION';
}

function isPlatform(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !PLATFORMS.has(token.text)) return false;
  return token.text === 'microsoft' ? tokens[at + 1]?.text === 'windows' : true;
}

function explainPlatform(tokens: readonly Token[], at: number): void {
  tokens[at]!.kind = 'PLATFORM';
  for (let next = at + 1; next < tokens.length && PLATFORMS.has(tokens[next]!.text); next++) tokens[next]!.kind = 'PLATFORM';
}

function isOnlyPlatform(tokens: readonly Token[], at: number): boolean {
  const { text, bracket } = tokens[at]!;
  return PLATFORMS.has(text) && tokens.every((other) => other.bracket !== bracket || other.kind !== 'WORD' || PLATFORMS.has(other.text));
}

/** Marks the words that belong to a version or a company: `Update` in `Update 291`, `Service Pack` in `Service Pack 1`, `GmbH`. */
function explainMarkers(tokens: readonly Token[]): void {
  for (let at = tokens.length - 1; at > 0; at--) {
    const token = tokens[at]!;
    if (token.kind !== 'WORD' && token.kind !== 'NOISE') continue;
    const next = tokens[at + 1];
    if (next?.kind === 'VERSION' && VERSION_MARKERS.has(token.text) && !isKnowledgeBase(next.text)) {
      token.kind = 'VERSION';
      const before = tokens[at - 1]!;
      if (token.text === 'pack' && (before.text === 'service' || before.text === 'feature') && at > 1) before.kind = 'VERSION';
      if (token.text === 'level' && before.text === 'patch' && at > 1) before.kind = 'VERSION';
      if (token.text === 'update' && before.text === 'cumulative' && at > 1) before.kind = 'VERSION';
    } else if (token.kind === 'WORD' && next !== undefined && !next.joined && EDITION_MARKERS.has(next.text) && !DISTINGUISHING_WORDS.has(token.text)) token.kind = 'EDITION';
    else if (COMPANY_FORMS.has(token.text) && token.text.length > 1 && token.kind === 'WORD' && !['sp', 'und', 'and', 'mit', 'as', 'se', 'zoo', 'company'].includes(token.text)) token.kind = 'NOISE';
  }
}

function isKnowledgeBase(text: string): boolean {
  return /^kb\d/.test(text);
}

function isNumber(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
