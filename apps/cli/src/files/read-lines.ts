// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A line without its end; `text` is null where the line was longer than allowed. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string | null;
}

/** Characters a line may have. */
export const LONGEST_LINE = 1_000_000;

/**
 * Takes UTF-8 bytes apart into lines, a piece of input at a time and in order. Lines end with LF or CR LF, nothing else; after the last line end there is no
 * further line. Bytes that are no UTF-8 become U+FFFD, a leading byte order mark is dropped.
 */
export async function* readLines(source: AsyncIterable<Uint8Array>, longest = LONGEST_LINE): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder('utf-8');
  let number = 0;
  let rest: string[] = [];
  let restLength = 0;
  let isTooLong = false;
  const take = (piece: string): void => {
    restLength += piece.length;
    if (restLength > longest + 1) {
      isTooLong = true;
      rest = [];
    } else rest.push(piece);
  };
  const finish = (): Line => {
    const text = rest.join('').replace(/\r$/, '');
    const line = { number: ++number, text: isTooLong || text.length > longest ? null : text };
    [rest, restLength, isTooLong] = [[], 0, false];
    return line;
  };
  const split = (text: string): Line[] => {
    const lines: Line[] = [];
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      take(text.slice(from, at));
      lines.push(finish());
      from = at + 1;
    }
    if (from < text.length) take(text.slice(from));
    return lines;
  };
  for await (const bytes of source) {
    const lines = split(decoder.decode(bytes, { stream: true }));
    if (lines.length > 0) yield lines;
  }
  const last = split(decoder.decode());
  if (restLength > 0) last.push(finish());
  if (last.length > 0) yield last;
}
