// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { licenseIdOfTitle } from '../data/license-list.js';
import { modernise } from '../expression/modernise.js';
import { parseExpression } from '../expression/parse.js';
import { printExpression } from '../expression/print.js';
import { cleaned } from './clean-text.js';
import { combine } from './combine.js';
import { COMMONS_CLAUSE, withoutCommonsClause } from './commons-clause.js';
import { bindingTerms, describedTerms } from './described-terms.js';
import { isFormal } from './formal-title.js';
import { readExcepted } from './read-excepted.js';
import { readJoined } from './read-joined.js';
import { readName } from './read-name.js';
import { readGrouped, readParenthesised } from './read-parenthesised.js';
import { readUrl, URL_PATTERN } from './read-url.js';
import { readApposition, readWithoutTail } from './read-without-remarks.js';
import { readWording } from './read-wording.js';
import { isUnspecific, NOTHING, type Reading } from './reading.js';
import { isClosed, namesOpenLicense, takenBack } from './taken-back.js';

/** Longer texts are not names of licenses any more. */
const LONGEST_TEXT_CHARACTERS = 2_000;
const VAGUE = /[\s-](?:style|like|type|derived|based|ish|variant)\b/i;
const PUBLISHED = /,?\s*as published by the (?:free software foundation|fsf)\s*[;,]?/gi;

/** Reads a text that is no SPDX expression; see {@link answerLicense}. Linear in the text's length. */
export function normaliseText(text: string): Reading {
  const worded = readWording(text);
  if (worded !== null) return worded;
  if (text.length > LONGEST_TEXT_CHARACTERS) return NOTHING;
  const clean = cleaned(text);
  if (clean === '' || /^see licen[cs]e(?: file)?(?: in\b.*)?$/i.test(clean)) return NOTHING;
  const commons = withoutCommonsClause(clean);
  if (commons !== null) return readBesideCommonsClause(commons);
  const titled = licenseIdOfTitle(clean);
  if (titled !== null) return { candidates: [titled], method: 'name', confidence01: 0.99 };
  const reading = readWithUrls(clean.replace(PUBLISHED, ' '));
  if (reading.candidates.length > 0) return takenBack(clean, reading) ?? reading;
  const described = describedTerms(clean);
  // "GPL with a commercial exception" says too little to be denied.
  const isOpenBeside = bindingTerms(clean) === null && !/propri[eé]t/i.test(clean) && namesOpenLicense(clean);
  return described === null || isOpenBeside ? reading : { candidates: [], method: 'description', confidence01: 0.6, described };
}

/** The clause binds beside whatever license it is added to: even where that one is not known, the text is not open source. */
function readBesideCommonsClause({ rest, stands }: { readonly rest: string; readonly stands: 'before' | 'after' }): Reading {
  const clause: Reading = { candidates: [COMMONS_CLAUSE], method: 'name', confidence01: 0.95 };
  if (rest === '') return clause;
  const license = readWithUrls(rest);
  const both = combine('AND', stands === 'before' ? [license, clause] : [clause, license]);
  return both ?? { candidates: [], method: 'description', confidence01: 0.6, described: { class: 'source-available', reservation: 'PAID_DISTRIBUTION' } };
}

function readWithUrls(text: string): Reading {
  const urls = text.match(URL_PATTERN) ?? [];
  if (urls.length === 0) return readPhrase(text, 0);
  const rest = text.replace(URL_PATTERN, ' ').replace(/[<>()[\]]/g, ' ').replace(/\s+/g, ' ').replace(/[\s\-–:,;/]+$/, '').trim();
  const byText = /^(?:see|at|from|und|and|or|license|siehe)?$/i.test(rest) ? NOTHING : readPhrase(rest, 0);
  const byUrl = [...new Set(urls.flatMap((url) => readUrl(url)))];
  if (byText.candidates.length === 0) return byUrl.length > 0 && urls.length === 1 ? { candidates: byUrl, method: 'url', confidence01: byUrl.length > 1 ? 0.5 : 0.9 } : NOTHING;
  if (isUnspecific(byText) && byUrl.length === 1) return { candidates: [...byUrl, ...byText.candidates], method: 'url', confidence01: 0.5 };
  if (VAGUE.test(rest) && byText.candidates.length > 1 && byUrl.length === 1) return { candidates: byUrl, method: 'url', confidence01: 0.8 };
  // The address of a GNU license does not say whether later versions may be chosen.
  if (byText.candidates.length > 1 && new Set(byText.candidates.map((candidate) => candidate.replace(/-(?:only|or-later)$/, ''))).size === 1) return byText;
  const both = byText.candidates.filter((candidate) => byUrl.includes(candidate));
  if (both.length > 0) return { candidates: both, method: 'url', confidence01: 0.95 };
  return byUrl.some(isClosed) && !byText.candidates.some(isClosed) ? { candidates: [...byText.candidates, ...byUrl], method: 'url', confidence01: 0.4 } : byText;
}

/** Reads a phrase that may hold several licenses, an exception or remarks; `depth` bounds the splitting. */
function readPhrase(text: string, depth: number): Reading {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  if (trimmed === '' || depth > 6) return NOTHING;
  const parsed = parseExpression(trimmed.replace(/\b(and|or|with)\b/gi, (word) => word.toUpperCase()));
  if (parsed.ok) return { candidates: [printExpression(modernise(parsed.value))], method: 'name', confidence01: 0.97 };
  const whole = readName(trimmed.replace(/[()\s]+/g, ' '), isFormal(trimmed));
  if (whole?.method === 'name' && whole.candidates.length === 1) return whole;
  const attempts = [readGrouped, readParenthesised, readExcepted, readApposition, readJoined, readWithoutTail];
  let best: Reading = whole?.method === 'name' ? whole : NOTHING;
  for (const attempt of attempts) {
    if (best.candidates.length > 0 && (attempt === readApposition || attempt === readJoined || attempt === readWithoutTail)) break;
    const reading = attempt(trimmed, (part) => readPhrase(part, depth + 1));
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

