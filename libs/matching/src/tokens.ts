// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { foldLetters } from './fold-letters.js';

/** What a token of a title says. `WORD` is part of the name; everything else is known not to tell products apart. */
export type TokenKind = 'WORD' | 'VERSION' | 'EDITION' | 'ARCHITECTURE' | 'LANGUAGE' | 'PLATFORM' | 'NOISE';

/** A word or number of a title with the place where it stands. */
export interface Token {
  /** Folded: lower case, basic letters. */
  readonly text: string;
  /** Half-open range in the repaired title. */
  readonly start: number;
  readonly end: number;
  /** 0 outside of brackets, else the number of the bracket it stands in. */
  readonly bracket: number;
  /** No space between the token before and this one. */
  readonly joined: boolean;
  kind: TokenKind;
}

const LETTER = 'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0300-\\u036f\\u0370-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff\\uff66-\\uffdc';
const GUID = '\\{?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\\}?';
/** Dotted numbers with what may hang on them: `19.00`, `v2.4-rc1`, `1:7.4.7-1+deb12u1`, `102.15.0esr-1~deb12u1`, `8.0.0.x`. */
const VERSION = `(?:\\d{1,2}:)?[vV]?\\d{1,9}(?:\\.(?:\\d+|x\\b))+(?:[a-z]{1,4}\\d*(?![${LETTER}]))?(?:[-+~](?:\\d|I\\d{3}|rc|beta|alpha|pre|deb|ubuntu|build|ga|dfsg|el\\d|fc\\d|git)[0-9A-Za-z.+~-]*)*`;
const SHORT_PACKAGE_VERSION = '(?:\\d{1,2}:)?\\d{1,9}[-+~](?:\\d|deb|ubuntu|dfsg|ds)[0-9A-Za-z.+~-]*[+~.][0-9A-Za-z.+~-]*';
const WORD = `[0-9${LETTER}]+(?:'[${LETTER}]{1,2}(?![${LETTER}]))?(?:\\+{1,2}(?![0-9${LETTER}])|#(?![0-9${LETTER}]))?`;
const TOKEN = new RegExp(`(${GUID})|(?<![0-9${LETTER}.])(${VERSION}|${SHORT_PACKAGE_VERSION})(?![${LETTER}])|(${WORD})|([(\\[{])|([)\\]}])`, 'g');
/** A name with a year or a dotted number glued to it: `Office2019`, `php8.2`, `python3.11`. */
const GLUED = /^([^\d]{3,})((?:19[89]|20[0-4])\d)$/;
const LETTERS_BEFORE_DOTTED = /^([a-z]{2,})(\d{1,3})$/;
const MOST_TOKENS = 40;

/**
 * Cuts a repaired title into words and numbers. Dotted numbers stay whole, `++` and `#` stay with their word, GUIDs fall away; every kind is still `WORD` or `VERSION`.
 *
 * @returns at most 40 tokens, in order
 */
export function tokenise(title: string): Token[] {
  const tokens: Token[] = [];
  let brackets = 0;
  let bracket = 0;
  let lastEnd = -1;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(title); match !== null && tokens.length < MOST_TOKENS; match = TOKEN.exec(title)) {
    if (match[4] !== undefined) bracket = ++brackets;
    else if (match[5] !== undefined) bracket = 0;
    else if (match[1] === undefined) {
      const start = match.index;
      const end = start + match[0].length;
      const joined = lastEnd >= 0 && !title.slice(lastEnd, start).includes(' ');
      if (match[2] !== undefined) tokens.push({ text: match[2].toLowerCase(), start, end, bracket, joined, kind: 'VERSION' });
      else pushWord(tokens, foldLetters(match[3]!.replace("'", '')), { start, end, bracket, joined }, title);
      lastEnd = end;
    }
  }
  return tokens;
}

function pushWord(tokens: Token[], text: string, place: Pick<Token, 'start' | 'end' | 'bracket' | 'joined'>, title: string): void {
  const glued = text.length > 6 && isDigit(text.charCodeAt(text.length - 1)) ? GLUED.exec(text) : null;
  if (glued && place.end - place.start === text.length) {
    tokens.push({ ...place, text: glued[1]!, end: place.end - 4, kind: 'WORD' });
    tokens.push({ ...place, text: glued[2]!, start: place.end - 4, joined: true, kind: 'VERSION' });
    return;
  }
  const dotted = title[place.end] === '.' && isDigit(title.charCodeAt(place.end + 1)) ? LETTERS_BEFORE_DOTTED.exec(text) : null;
  if (dotted && place.end - place.start === text.length) {
    const cut = place.end - dotted[2]!.length;
    const tail = /^[\d.]+/.exec(title.slice(cut))![0].replace(/\.$/, '');
    tokens.push({ ...place, text: dotted[1]!, end: cut, kind: 'WORD' });
    tokens.push({ ...place, text: tail, start: cut, end: cut + tail.length, joined: true, kind: 'VERSION' });
    TOKEN.lastIndex = cut + tail.length;
    return;
  }
  tokens.push({ ...place, text, kind: 'WORD' });
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
