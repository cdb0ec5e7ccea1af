// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { canonicalLicenseId } from '../data/license-list.js';
import { WORDS_OF_A_BEGINNING, wordingsBeginning } from '../data/wording-list.js';
import { NOTHING, type Reading } from './reading.js';
import { digestOf, END_OF_TERMS, wordsOf } from './wording.js';

/** From this many words on a text is wording; what it says of money or rights is then no remark beside a name. */
const LEAST_WORDS = 60;
/** No license has half as many. */
const MOST_WORDS = 20_000;
/** A longer text that has such a notice within tells how to apply one. */
const MOST_WORDS_OF_A_NOTICE = 250;
/** Title, names and the like around the terms; what is longer may bind, too. */
const MOST_WORDS_AROUND = 40;
const MAY_BIND = /\b(?:not|no|except\w*|only|condition\w*|restrict\w*|provided|prohibit\w*|unless|addition\w*|clause|sell|commercial\w*|nicht|nur|ausnahme\w*|bedingung\w*|zusätzlich\w*)\b/;
const HOW_TO_APPLY = /^(?:appendix )?how to apply /;
const ADDED = /\b(?:commons clause|exception|(?:further|additional|following) (?:restriction|term|condition|permission)s?)\b/;
const NOTICE = /under the terms of (?:version \d(?:\.\d)? of )?the gnu (lesser |library |affero |)general public license(?: as published by the free software foundation)?(?: either)? version (\d(?:\.\d)?)(?: of the license)?( or at your option any later version)?/;
const FAMILIES: Readonly<Record<string, string>> = { '': 'GPL', lesser: 'LGPL', library: 'LGPL', affero: 'AGPL' };

/**
 * Reads the whole text of a license, or the notice by which the GNU licenses are put on a work. A text has to be the license's word for word; beside it there may be
 * a title and who holds the copyright.
 *
 * @returns what it is: several where licenses share their text, as a version with and without "or later" does; nothing for wording that is no license's; null where the text is too short to be wording
 */
export function readWording(text: string): Reading | null {
  const words = wordsOf(text);
  const noticed = words.length > MOST_WORDS_OF_A_NOTICE ? null : notice(text);
  if (noticed !== null) return { candidates: [noticed], method: 'wording', confidence01: 0.97 };
  if (words.length < LEAST_WORDS) return null;
  if (words.length > MOST_WORDS) return NOTHING;
  let found = null as { ids: string[]; from: number; length: number } | null;
  for (let from = 0; from + WORDS_OF_A_BEGINNING <= words.length; from++) {
    for (const { id, length, digest } of wordingsBeginning(digestOf(words.slice(from, from + WORDS_OF_A_BEGINNING)))) {
      if (from + length > words.length || (found !== null && length < found.length)) continue;
      if (digestOf(words.slice(from, from + length)) !== digest) continue;
      if (found?.length === length) found.ids.push(id);
      else found = { ids: [id], from, length };
    }
  }
  if (found === null) return NOTHING;
  const before = words.slice(0, found.from).join(' ');
  const after = words.slice(found.from + found.length).join(' ').replace(END_OF_TERMS, '').trim();
  if (bindsBeside(before) || (HOW_TO_APPLY.test(after) ? ADDED.test(after) : bindsBeside(after))) return NOTHING;
  return { candidates: [...new Set(found.ids)], method: 'wording', confidence01: found.ids.length === 1 ? 0.99 : 0.5 };
}

/** Whether words around a license may change it. */
const bindsBeside = (text: string): boolean => text.split(' ').length > MOST_WORDS_AROUND || MAY_BIND.test(text);

function notice(text: string): string | null {
  const plain = text.toLowerCase().replaceAll(/\.(?!\d)/g, ' ').replaceAll(/[^a-z0-9.]+/g, ' ');
  const [, family, version = '', orLater] = NOTICE.exec(plain) ?? [];
  if (family === undefined || /\b(?:except\w*|addition\w*)\b/.test(plain)) return null;
  const id = `${FAMILIES[family.trim()]}-${version.includes('.') ? version : `${version}.0`}-${orLater ? 'or-later' : 'only'}`;
  return canonicalLicenseId(id);
}
