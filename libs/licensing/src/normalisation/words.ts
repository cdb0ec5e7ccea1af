// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
const MONTHS = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** Spellings that mean one word; applied to names of licenses and to texts from the wild alike, so that both meet. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTHS})\\.? (?:\\d{1,2},? )?(?:19|20)\\d\\d\\b`, 'g'), ' '],
  [/\bcreative[\s_-]*commons?\b/g, ' cc '],
  [/\b(?:cc[\s_-]*)?(?:(?:attribution|namensnennung)\b|paternité)/g, ' by '],
  [/\bnon[\s_-]*commercial\b|\bnicht[\s_-]*kommerziell\b|\bpas d.utilisation commerciale\b/g, ' nc '],
  [/\bshare[\s_-]*alike\b|\bweitergabe unter gleichen bedingungen\b|\bpartage (?:dans les mêmes conditions|à l.identique)/g, ' sa '],
  [/\bno[\s_-]*deriv(?:ative|ation)?s?(?:[\s_-]*works)?\b|\bkeine[\s_-]*bearbeitung(?:en)?\b|\bpas de modifications?\b/g, ' nd '],
  [/\bklauseln?\b/g, 'clause'],
  [/\blibrary\s*\/\s*lesser\b/g, 'library or lesser'],
  [/\bunited states\b/g, 'us'],
];

const NUMBER_WORDS: Readonly<Record<string, string>> = { zero: '0', one: '1', two: '2', three: '3', four: '4', first: '1', second: '2', third: '3', eins: '1', zwei: '2', drei: '3', vier: '4' };

const VERSION_WORD = /^(?:v|version|versions|versio|vesion|ver|vers|rev|revision|release|ed|edition)$/;
const LICENSE_WORD = /^(?:licen[sc]e[sd]?|licen[sc]ing|lis[ce]n[sc]es?|lisenses?|lisence|liscen[sc]es?|licesnse|licnse|licens|licese|liense|lincense|lizenz(?:en)?|licencia|licenza|lic)$/;
const FILLER = /^(?:the|a|an|of|under|die|der|das|unter|agreement|terms|either)$/;

/**
 * Cuts a license name into comparable words: lower case, versions without trailing `.0` and without the word for "version", numbers split from letters
 * (`GPLv3` → `gpl 3`), dates and words for "license" left out.
 */
export function wordsOf(text: string): string[] {
  let plain = text.normalize('NFKC').toLowerCase().replace(/\b(?:[a-z]\.){2,}/g, (letters) => ` ${letters.replaceAll('.', '')} `);
  for (const [pattern, replacement] of SAME) plain = plain.replace(pattern, replacement);
  const pieces = plain.match(/\p{L}+|\d+(?:\.\d+)*|\+/gu) ?? [];
  const words: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const word = wordOf(pieces[i] as string, pieces[i + 1]);
    if (word !== '') words.push(word);
  }
  return words;
}

function wordOf(piece: string, next: string | undefined): string {
  const isBeforeNumber = next !== undefined && /^\d/.test(next);
  if (/^\d/.test(piece)) return piece.replace(/^0+(?=\d)/, '').replace(/(?:\.0+)+$/, '');
  if (VERSION_WORD.test(piece)) return '';
  if (LICENSE_WORD.test(piece) || FILLER.test(piece)) return '';
  if (isBeforeNumber && piece.length > 3 && piece.endsWith('v')) return piece.slice(0, -1);
  if (isBeforeNumber && /^[a-z]+version$/.test(piece)) return piece.slice(0, -7);
  return NUMBER_WORDS[piece] ?? piece;
}

const LOOSE = new Set('software public open source free project generic international unported universal foundation inc general org standard official program computer programs copyleft'.split(' '));

/** The words that tell licenses apart once general ones (software, public, open, source …) are left out; the words themselves if none is left. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !LOOSE.has(word));
  return telling.length === 0 ? words : telling;
}
