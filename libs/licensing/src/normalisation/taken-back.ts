// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parseExpression } from '../expression/parse.js';
import { judgeOpenSource } from '../verdict/judge-open-source.js';
import { bindingTerms } from './described-terms.js';
import { nameIndex } from './name-index.js';
import { URL_PATTERN } from './read-url.js';
import type { Reading } from './reading.js';
import { wordsOf } from './words.js';

const MOST_WORDS = 100;
const LONGEST_NAME_WORDS = 5;

/**
 * Looks whether a text takes away again what the license read from it grants: by words that restrict ("for evaluation only"), or by naming a license
 * beside it that is not open ("Apache 2.0 for the client, SSPL for the server") and of which the reading says nothing.
 *
 * @returns the reading to use instead: the restriction, or nothing; null where nothing is taken back, where the words are part of the license's own
 *   name, or where every candidate is closed anyway
 */
export function takenBack(text: string, reading: Reading): Reading | null {
  if (isName(text) || reading.candidates.every(isClosed)) return null;
  const [inside = ''] = /\(.*\)/.exec(text) ?? [];
  const isOwnName = isName(text.replace(inside, ' ')) && (bindingTerms(inside) === null || isName(inside));
  const described = isOwnName ? null : bindingTerms(text);
  if (described !== null) return { candidates: [], method: 'description', confidence01: 0.6, described };
  const isSilentOn = (id: string): boolean => !reading.candidates.some((candidate) => candidate.includes(id));
  return closedNames(text.replace(URL_PATTERN, ' ')).some(isSilentOn) ? { candidates: [], method: 'none', confidence01: 0 } : null;
}

/** Whether an expression is certainly not open source. */
export function isClosed(candidate: string): boolean {
  const parsed = parseExpression(candidate);
  return parsed.ok && judgeOpenSource(parsed.value).verdict === 'DENIED';
}

function isName(text: string): boolean {
  return nameIndex().named(wordsOf(text)).length > 0;
}

/** Whether a text names a license that is open, though as a whole it could not be read. */
export function namesOpenLicense(text: string): boolean {
  return namesIn(text).some((ids) => !ids.some(isClosed));
}

/** Ids of the licenses named anywhere in a text by names that only closed licenses bear. */
function closedNames(text: string): string[] {
  return namesIn(text).flatMap((ids) => (ids[0] !== 'LicenseRef-proprietary' && ids.every(isClosed) ? ids : []));
}

/** What each name in a text, word by word, may stand for. */
function namesIn(text: string): (readonly string[])[] {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const found: (readonly string[])[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME_WORDS); to++) {
      const ids = nameIndex().named(words.slice(from, to));
      if (ids.length > 0) found.push(ids);
    }
  }
  return found;
}
