// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** The words of a license in the order in which they bind, as they are compared. */
export interface Wording {
  readonly words: readonly string[];
  /** Where its terms end, if examples of their use follow; else the number of words. */
  readonly endsAt: number;
}

/** Who holds the copyright since when; and the heading that some editions repeat before the terms. */
const COPYRIGHT_LINE = /^[\s/*#;>.-]*(?:(?:portions )?copyright:?\s*(?:\(c\)|©|\d{4}|[<[{])|(?:\(c\)|©)\s*(?:copyright|\d{4}|[<[{]))|^\s*gnu (?:lesser |library |affero )?general public license\s*$/i;
const ADDRESS_WORDS = new Set(['http', 'https', 'www']);
export const END_OF_TERMS = 'end of terms and conditions';
/** Lines before the first one with so many words are a title. */
const LEAST_WORDS_OF_A_LINE = 8;

/**
 * Splits a text into the words that count where licenses are compared: whoever holds the copyright, signs, the numbers and letters of lists, capitals
 * and the two spellings of "license" do not.
 *
 * @source SPDX License List Matching Guidelines, sections 4 to 12
 */
export function wordsOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => !COPYRIGHT_LINE.test(line));
  const plain = lines.join('\n').normalize('NFKC').toLowerCase().replaceAll(/\ball rights reserved\b/g, ' ').replaceAll('licence', 'license');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !ADDRESS_WORDS.has(word));
}

/** The words of a license's text without its title. */
export function wordingOf(text: string): Wording {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => !COPYRIGHT_LINE.test(line) && wordsOf(line).length >= LEAST_WORDS_OF_A_LINE);
  const words = wordsOf(lines.slice(Math.max(0, first)).join('\n'));
  const end = words.join(' ').indexOf(END_OF_TERMS);
  return { words, endsAt: end < 0 ? words.length : words.join(' ').slice(0, end).split(' ').length - 1 };
}

/** A digest of words, in base 36: 53 bits, so that among a thousand licenses two never meet by chance. */
export function digestOf(words: readonly string[]): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  const text = words.join(' ');
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}
