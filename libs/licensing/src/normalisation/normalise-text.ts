// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { licenseIdOfTitle } from '../data/license-list.js';
import { modernise } from '../expression/modernise.js';
import { parseExpression } from '../expression/parse.js';
import { printExpression } from '../expression/print.js';
import { combine } from './combine.js';
import { describedTerms } from './described-terms.js';
import { readException } from './read-exception.js';
import { readName } from './read-name.js';
import { readUrl, URL_PATTERN } from './read-url.js';
import type { Reading } from './reading.js';

/** Longer texts are not names of licenses any more but their wording, which is not read here. */
const LONGEST_TEXT_CHARACTERS = 2_000;
const NOTHING: Reading = { candidates: [], method: 'none', confidence01: 0 };
const TAIL = /(?:[\s\-–—,.;:(/<]+)(?:(?:see|siehe|refer to|for details|copyright|all rights reserved|please|included|per the)(?=\W|$)|©|\(c\)|@).*$/is;
const PUBLISHED = /,?\s*as published by the (?:free software foundation|fsf)\s*[;,]?/gi;
const BASED_ON = /\b(?:based (?:up)?on|derived from|basierend auf)\s+(?:the\s+)?(.+)$/i;
/** Remarks that may take away what the named license grants, so that the name alone must not be answered. */
const RESTRICTING =
  /\bnon[\s-]*(?:commercial|profit)|\bpersonal\b|\bprivate\b|\bacademic\b|\beducational\b|\bresearch\b|\bevaluation\b|\btrial\b|\bonly\b|\bnur\b|\bnot?\b|\bnicht\b|\bkein|\bexcept|\bbut\b|\baber\b|\brestrict|\bprohibit|\bforb[ia]d|\bcommons clause\b|\badditional\b|\bproprietary\b|\bcommercial\b|\bkommerziell|\bmodified\b|\bvariant\b|\bwithout\b|\bunless\b|\bexcluding\b/i;
const FULL_TITLE = /general public|affero general|lesser general|library general/i;

/** Reads a text that is no SPDX expression; see {@link answerLicense}. Linear in the text's length. */
export function normaliseText(text: string): Reading {
  if (text.length > LONGEST_TEXT_CHARACTERS) return NOTHING;
  const clean = cleaned(text);
  if (clean === '' || /^see licen[cs]e(?: file)?(?: in\b.*)?$/i.test(clean)) return NOTHING;
  const titled = licenseIdOfTitle(clean);
  if (titled !== null) return { candidates: [titled], method: 'name', confidence01: 0.99 };
  const reading = readWithUrls(clean.replace(PUBLISHED, ' '));
  if (reading.candidates.length > 0) return reading;
  const described = describedTerms(clean);
  return described === null ? reading : { candidates: [], method: 'description', confidence01: 0.6, described };
}

/** Quotes, stars, trove path and surrounding punctuation removed. */
function cleaned(text: string): string {
  const trove = /^\s*licen[cs]e\s*::|^\s*OSI Approved\s*::/i.test(text) ? (text.split('::').at(-1) ?? '') : text;
  const bare = trove.replace(/<\/?[a-z]+>/gi, ' ').replace(/["“”„`]|^'|'$|\*+$/g, ' ').replace(/\s+/g, ' ').trim();
  return bare.replace(/\s*[+|]\s*file licen[cs]e\b/i, '').replace(/^[\s\-–:,;.]+|[\s\-–:,;*]+$/g, '').replace(/^licen[cs]e[sd]?(?: under)?\s*:\s*/i, '').replace(/(?<![A-Z.])\.+$/i, '');
}

function readWithUrls(text: string): Reading {
  const urls = text.match(URL_PATTERN) ?? [];
  if (urls.length === 0) return readPhrase(text, 0);
  const rest = text.replace(URL_PATTERN, ' ').replace(/[<>()[\]]/g, ' ').replace(/\s+/g, ' ').replace(/[\s\-–:,;/]+$/, '').trim();
  const byText = /^(?:see|at|from|und|and|or|license|siehe)?$/i.test(rest) ? NOTHING : readPhrase(rest, 0);
  const byUrl = [...new Set(urls.flatMap((url) => readUrl(url)))];
  if (byText.candidates.length === 0) return byUrl.length > 0 && urls.length === 1 ? { candidates: byUrl, method: 'url', confidence01: byUrl.length > 1 ? 0.5 : 0.9 } : NOTHING;
  if (isUnspecific(byText) && byUrl.length === 1) return { candidates: [...byUrl, ...byText.candidates], method: 'url', confidence01: 0.5 };
  const both = byText.candidates.filter((candidate) => byUrl.includes(candidate));
  return both.length > 0 ? { candidates: both, method: 'url', confidence01: 0.95 } : byText;
}

/** Reads a phrase that may hold several licenses, an exception or remarks; `depth` bounds the splitting. */
function readPhrase(text: string, depth: number): Reading {
  const trimmed = text.trim();
  if (trimmed === '' || depth > 6) return NOTHING;
  const parsed = parseExpression(trimmed.replace(/\b(and|or|with)\b/gi, (word) => word.toUpperCase()));
  if (parsed.ok) return { candidates: [printExpression(modernise(parsed.value))], method: 'name', confidence01: 0.97 };
  const whole = readName(trimmed.replace(/[()]/g, ' '), isFormal(trimmed));
  if (whole?.method === 'name' && whole.candidates.length === 1) return whole;
  const attempts = [readParenthesised, readExcepted, readJoined, readWithoutTail];
  let best: Reading = whole?.method === 'name' ? whole : NOTHING;
  for (const attempt of attempts) {
    if (best.candidates.length > 0 && (attempt === readJoined || attempt === readWithoutTail)) break;
    const reading = attempt(trimmed, depth);
    if (reading === null) continue;
    // An exception that is not known and a remark that restricts leave the license open, whatever else could be read.
    if (reading.candidates.length === 0) return NOTHING;
    if (isBetter(reading, best)) best = reading;
    if (best.candidates.length === 1) return best;
  }
  if (best.candidates.length > 0) return best;
  return whole ?? NOTHING;
}

function isBetter(reading: Reading, best: Reading): boolean {
  if (reading.candidates.length === 0) return false;
  return best.candidates.length === 0 || (reading.candidates.length < best.candidates.length && reading.candidates.some((candidate) => best.candidates.includes(candidate)));
}

/** A title that spells its version out binds to that version: "…, Version 3", or "… v3 (GPLv3)" as in PyPI's classifiers. */
function isFormal(text: string): boolean {
  return FULL_TITLE.test(text) && (/\bversion\s*\d/i.test(text) || /\(\s*[AL]*GPL[\s-]*(?:v?\d[\d.]*)?\s*\)/i.test(text));
}

/** "Eclipse Public License (EPL), Version 1.0": the text around and the text inside explain each other. */
function readParenthesised(text: string, depth: number): Reading | null {
  const inside = /\(([^()]*)\)/.exec(text)?.[1];
  if (inside === undefined) return null;
  const outside = text.replace(/\([^()]*\)/, ' ').replace(/\s+([,;])/g, '$1');
  const outer = readName(outside, isFormal(text)) ?? readPhrase(outside, depth + 1);
  const inner = readPhrase(inside, depth + 1);
  if (inner.candidates.length === 0 && RESTRICTING.test(inside)) return NOTHING;
  if (inner.candidates.length === 0) return outer.candidates.length > 0 ? outer : null;
  if (outer.candidates.length === 0 || isUnspecific(outer)) return { ...inner, method: 'part', confidence01: inner.confidence01 * 0.8 };
  if (isUnspecific(inner) || (/\d/.test(outside) && !/\d/.test(inside))) return outer;
  const both = outer.candidates.filter((candidate) => inner.candidates.includes(candidate));
  if (both.length > 0) return { candidates: both, method: 'name', confidence01: Math.max(outer.confidence01, inner.confidence01) };
  if (outer.candidates.length === 1 && inner.candidates.length > 1) return outer;
  if (inner.candidates.length === 1 && outer.candidates.length > 1) return inner;
  return { candidates: [...outer.candidates, ...inner.candidates], method: 'combined', confidence01: 0.4 };
}

function isUnspecific(reading: Reading): boolean {
  return reading.candidates.length === 1 && /^LicenseRef-(?:scancode-public-domain|proprietary)$/.test(reading.candidates[0] ?? '');
}

/** "GPLv2 with Classpath exception": null where no exception is spoken of, no candidates where it is not certain which. */
function readExcepted(text: string, depth: number): Reading | null {
  const commons = /^(.+?)[\s,]+(?:with|w\/|\+|and|plus|mit)\s+(?:the\s+)?commons[\s-]clause\b/i.exec(text)?.[1];
  if (commons !== undefined) return combine('AND', [readPhrase(commons, depth + 1), { candidates: ['LicenseRef-scancode-commons-clause'], method: 'name', confidence01: 0.95 }]);
  const match = /^(.+?)[\s,;(-]+(?:with|w\/|includ(?:ing|es)|plus|mit)[\s-]+(?:the\s+|a\s+)?(.*?(?:except\w*|\bcpe\b|ausnahme|\bnote\b)\S*)\s*(.*)$/i.exec(text);
  if (match === null || /\b(?:and|or)\b/i.test(match[3] ?? '')) return null;
  const license = readPhrase(match[1] as string, depth + 1);
  const candidates = license.candidates.map((candidate) => {
    const exception = readException((match[2] as string).replace(/\bexcept\w*|\bausnahme/gi, ' '), candidate);
    const last = /(?:^| )\S+$/.exec(candidate)?.[0].trim() ?? '';
    return exception === null || / WITH \S+$/.test(candidate) || last.endsWith(')') ? null : `${candidate} WITH ${exception}`;
  });
  if (candidates.includes(null)) return NOTHING;
  return { candidates: candidates as string[], method: 'combined', confidence01: license.confidence01 * 0.95 };
}

const SEPARATORS: readonly (readonly [RegExp, 'AND' | 'OR'])[] = [
  [/\s+(?:-?or-?|oder|\|\|)\s+|\s*\|\s*|\band\/or\b/i, 'OR'],
  [/,?\s+(?:and|und|&&?|plus)\s+|\s*;\s*|\s\+\s/i, 'AND'],
  [/\s*,\s*(?!version|v\.?\s*\d|\d)/i, 'AND'],
  [/\s*\/\s*/, 'OR'],
];

/** "MIT or Apache 2", "MPLv2.0, MIT", "CDDL/GPLv2 dual license": all parts must be readable. */
function readJoined(text: string, depth: number): Reading | null {
  const isDual = /\b(?:dual|tri|triple|multi)\b[\s-]*(?:licen[cs]\w*)?|\bdual-licen[cs]\w*/i.test(text);
  const bare = isDual ? text.replace(/\b(?:dual|tri|triple|multi)[\s-]*(?:licen[cs]\w*)?(?:\s+(?:consisting of|under|of))?(?:\s+the)?/gi, ' ').trim() : text.replace(/^either\s+/i, '');
  const masked = bare.replace(/\b(lesser|library|later|revised|new|old|original)\s+or\s+(lesser|library|revised|new|old)\b/gi, '$1_or_$2').replace(/\bdevelopment and distribution\b/gi, 'development_and_distribution').replace(/\bor\s+(?:any\s+)?(?:\(?at your option\)?\s+)?(?:any\s+)?(later|newer|above|higher|greater|neuer|höher|später)/gi, 'or_$1');
  for (const [separator, operator] of SEPARATORS) {
    const parts = masked.split(new RegExp(separator.source, 'gi')).map((part) => part.replace(/_/g, ' ').trim());
    if (parts.length < 2 || parts.length > 20) continue;
    const readings = parts.filter((part) => part !== '').map((part) => readPhrase(part, depth + 1));
    const joined = combine(isDual ? 'OR' : operator, readings);
    if (joined !== null) return joined;
  }
  return null;
}

function readWithoutTail(text: string, depth: number): Reading | null {
  const bare = text.replace(TAIL, '').trim();
  if (RESTRICTING.test(text.slice(bare.length))) return null;
  if (bare !== '' && bare !== text) return readPhrase(bare, depth + 1);
  const origin = BASED_ON.exec(text)?.[1];
  const byOrigin = origin === undefined ? null : readPhrase(origin, depth + 1);
  if (byOrigin !== null && byOrigin.candidates.length > 0) return { ...byOrigin, method: 'part', confidence01: byOrigin.confidence01 * 0.6 };
  const head = /^([^-–:;.,]{2,}?)(?:\s+[-–]|[:;,]|\.\s)\s*.+$/.exec(text)?.[1];
  const reading = head === undefined || RESTRICTING.test(text.slice(head.length)) ? null : readPhrase(head, depth + 1);
  return reading === null || reading.candidates.length === 0 || isUnspecific(reading) ? null : { ...reading, method: 'part', confidence01: reading.confidence01 * 0.7 };
}
