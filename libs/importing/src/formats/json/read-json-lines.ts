// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import type { Problem } from '#kernel';

/** One line of a file of which each line is a JSON document. */
export type JsonLine = { readonly line: number; readonly value: unknown } | { readonly line: number; readonly problem: Problem };

/** A longer line is not read. */
const LONGEST_LINE = 33_554_432;

/**
 * Reads a file of which each line is a JSON document (NDJSON). A line that is none is reported, and the rest goes on; empty lines are none.
 *
 * @returns the lines of a piece; the last, where it has no end and is no JSON either, as `IMPORTING.FILE_CUT`
 */
export async function* readJsonLines(source: PeekedSource, encoding: DetectedEncoding): AsyncGenerator<readonly JsonLine[]> {
  let line = 0;
  let waiting: string[] = [];
  let length = 0;
  const finish = (isLast: boolean): JsonLine | null => {
    line++;
    const isTooLong = length > LONGEST_LINE;
    const text = isTooLong ? '' : waiting.join('').trim();
    waiting = [];
    length = 0;
    if (isTooLong) return { line, problem: { code: 'IMPORTING.VALUE_TOO_LONG', line, longest: LONGEST_LINE } };
    return text === '' ? null : parsed(text, line, isLast);
  };
  const take = (text: string): void => {
    length += text.length;
    if (length <= LONGEST_LINE) waiting.push(text);
    else waiting = [];
  };
  for await (const piece of decodeText(source.all, encoding)) {
    const lines: JsonLine[] = [];
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      take(piece.slice(from, at));
      const found = finish(false);
      if (found !== null) lines.push(found);
      from = at + 1;
    }
    take(piece.slice(from));
    if (lines.length > 0) yield lines;
  }
  const last = finish(true);
  if (last !== null) yield [last];
}

function parsed(text: string, line: number, isLast: boolean): JsonLine {
  try {
    return { line, value: JSON.parse(text) as unknown };
  } catch {
    return { line, problem: isLast ? { code: 'IMPORTING.FILE_CUT', line } : { code: 'IMPORTING.JSON_LINE_INVALID', line, value: text.slice(0, 60).toWellFormed() } };
  }
}
