// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { gnuFamilies } from '../data/families.js';
import { laterVersions } from '../data/versions.js';
import { nameIndex, type Strictness } from './name-index.js';
import { correctWords } from './typos.js';
import { separateRange, type Range } from './range.js';
import { wordsOf } from './words.js';

/** What one license name may mean, likeliest first. */
export interface NameReading {
  readonly candidates: readonly string[];
  readonly method: 'name' | 'typo';
  readonly confidence01: number;
}

const CONFIDENCE: Readonly<Record<Strictness, number>> = { words: 0.95, 'telling-words': 0.9, bag: 0.85 };
const TITLE = /general public|affero general|library general/i;
const GNU_IDS = new Set(gnuFamilies.flatMap((family) => family.ids));

/**
 * Reads one license name ("GNU GPL v2 or later", "Apache2", "3-clause BSD"); null where no license is known by it.
 *
 * @param isFormal whether the text spells its version out as a title does ("…, Version 3", "… v3 (GPLv3)") or stands for an address of the text; only then
 *   does version 3 of a GNU license without "or later" mean that version alone. Usage is divided for the short forms ("GPL 3"), and settled for versions
 *   1 and 2. Of the AGPL the title means its version, and the short form what the license asks its users to write: that version or any later one.
 */
export function readName(text: string, isFormal: boolean): NameReading | null {
  const { text: rest, range } = separateRange(text);
  const form: Form = { range, isFormal, isTitle: isFormal || TITLE.test(text), isMinorMissing: isMinorOpen(rest) && !TITLE.test(text) && !/^\s*lgpl-2\s*$/i.test(rest) };
  const words = wordsOf(rest).filter((word) => word !== '+');
  const found = lookUp(words);
  if (found) return toReading(found.ids, form, 'name', CONFIDENCE[found.strictness]);
  const corrected = correctWords(words);
  const again = corrected === null ? null : lookUp(corrected);
  return again === null ? null : toReading(again.ids, form, 'typo', CONFIDENCE[again.strictness] - 0.15);
}

/** Whether a version 2 is named without its minor number, so that of the LGPL 2.0 or 2.1 may be meant. */
export function isMinorOpen(text: string): boolean {
  return /(?:^|[^\d.])2(?![.\d]|[\s_]0)/.test(text);
}

/** How a text puts the version of a GNU license. */
interface Form {
  readonly range: Range;
  readonly isFormal: boolean;
  readonly isTitle: boolean;
  readonly isMinorMissing: boolean;
}

function lookUp(words: readonly string[]): ReturnType<ReturnType<typeof nameIndex>['find']> {
  const index = nameIndex();
  for (const variant of variantsOf(words)) {
    const found = index.find(variant);
    if (found) return found;
  }
  // A text with repeated words left out must fit as it is: "Eclipse Public, Eclipse Distribution" names two licenses.
  const once = words.filter((word, i) => words.indexOf(word) === i);
  const found = once.length < words.length ? index.find(once) : null;
  return found?.strictness === 'words' ? found : null;
}

/** The words as they are, and with numbers read the other ways people write them: `2 0` and `20` for 2.0, `1 1` and `11` for 1.1. */
function variantsOf(words: readonly string[]): (readonly string[])[] {
  const text = words.join(' ');
  const joined = text.replace(/\b(\d) (\d{1,2})\b/g, (_, a: string, b: string) => (b === '0' ? a : `${a}.${b}`));
  const dotted = text.replace(/\b(\d)(\d)$/, (_, a: string, b: string) => (b === '0' ? a : `${a}.${b}`));
  return [words, ...[joined, dotted].filter((variant) => variant !== text).map((variant) => variant.split(' '))];
}

function toReading(found: readonly string[], form: Form, method: NameReading['method'], confidence01: number): NameReading {
  const ids = withSuccessorOf2(found, form);
  const candidates = [...new Set(ids.flatMap((id) => (GNU_IDS.has(id) ? gnuIds(id, form, ids) : [withRange(id, form.range)])))];
  return { candidates, method, confidence01: candidates.length > 1 ? Math.min(0.5, 1 / candidates.length + 0.1) : confidence01 };
}

/** "LGPL 2" is used for 2.0 and for 2.1 alike; "2.0", the spelled-out title and Debian's "LGPL-2" are certain. "2 or later" covers both. */
function withSuccessorOf2(ids: readonly string[], { range, isMinorMissing }: Form): readonly string[] {
  return isMinorMissing && range !== 'or-later' && ids.length === 1 && ids[0] === 'LGPL-2.0' ? ['LGPL-2.0', 'LGPL-2.1'] : ids;
}

/** Without a version, "or later" means any version, as Fedora writes "GPL+". */
function gnuIds(id: string, { range, isFormal, isTitle }: Form, ids: readonly string[]): string[] {
  if (range === 'or-later') return ids.length > 2 && id !== ids[0] ? [] : [`${id}-or-later`];
  if (range === 'only') return [`${id}-only`];
  if (id === 'AGPL-3.0') return [isTitle ? `${id}-only` : `${id}-or-later`];
  const isDivided = ids.length > 2 || (id.endsWith('-3.0') && !isFormal);
  return isDivided ? [`${id}-only`, `${id}-or-later`] : [`${id}-only`];
}

function withRange(id: string, range: Range): string {
  return range === 'or-later' && laterVersions(id).length > 0 ? `${id}+` : id;
}
