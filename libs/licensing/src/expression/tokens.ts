// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { LONGEST_EXPRESSION_CHARACTERS } from './limits.js';

/** A piece of an expression with the 1-based column at which it starts. */
export interface Token {
  readonly text: string;
  readonly column: number;
}

const PIECE = /\s*(?:([()])|([A-Za-z0-9.\-:]+\+?)|(\S))/y;

/** Cuts an expression into parentheses and words; a character that no expression may hold is refused with its column. */
export function tokenize(text: string): Result<Token[], Problem> {
  if (text.length > LONGEST_EXPRESSION_CHARACTERS) {
    return err({ code: 'LICENSING.EXPRESSION_TOO_LONG', characters: text.length, limit: LONGEST_EXPRESSION_CHARACTERS });
  }
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  const end = text.trimEnd().length;
  while (PIECE.lastIndex < end) {
    const match = PIECE.exec(text);
    if (match === null) break;
    const piece = match[1] ?? match[2] ?? match[3] ?? '';
    const column = PIECE.lastIndex - piece.length + 1;
    if (match[3] !== undefined) return err({ code: 'LICENSING.EXPRESSION_STRAY_CHARACTER', character: piece, column });
    tokens.push({ text: piece, column });
  }
  return ok(tokens);
}
