// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
const TOKEN = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

/**
 * Finds where a text stops being JSON; for texts of which that is known, since `JSON.parse` does not always say where.
 *
 * @returns index of the first token that cannot stand there; the length of the text where something is missing at its end
 */
export function findJsonFault(text: string): number {
  const closers: string[] = [];
  let expected: 'value' | 'key' | 'colon' | 'after' = 'value';
  let mayClose = false;
  TOKEN.lastIndex = 0;
  for (;;) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) return from + (/^[ \t\r\n]*/.exec(text.slice(from)) as RegExpExecArray)[0].length;
    const at = TOKEN.lastIndex - (match[1] ?? match[2] ?? (match[3] as string)).length;
    const sign = match[1];
    if (sign === '}' || sign === ']') {
      if (closers.at(-1) !== sign || !(expected === 'after' || mayClose)) return at;
      closers.pop();
      expected = 'after';
      mayClose = false;
    } else if (sign === '{' || sign === '[') {
      if (expected !== 'value') return at;
      closers.push(sign === '{' ? '}' : ']');
      expected = sign === '{' ? 'key' : 'value';
      mayClose = true;
    } else if (sign === ',') {
      if (expected !== 'after' || closers.length === 0) return at;
      expected = closers.at(-1) === '}' ? 'key' : 'value';
      mayClose = false;
    } else if (sign === ':') {
      if (expected !== 'colon') return at;
      expected = 'value';
    } else {
      if (expected === 'key' ? match[2] === undefined : expected !== 'value') return at;
      expected = expected === 'key' ? 'colon' : 'after';
      mayClose = false;
    }
  }
}
