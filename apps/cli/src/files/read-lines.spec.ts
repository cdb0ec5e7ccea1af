// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { readLines, type Line } from './read-lines.js';

async function linesOf(text: string, pieceBytes: number, longest?: number): Promise<Line[]> {
  const bytes = new TextEncoder().encode(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const lines: Line[] = [];
  for await (const some of readLines(pieces(), longest)) lines.push(...some);
  return lines;
}

describe('lines of an input', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\r\nb\n', ['a', 'b']],
    ['\n\n', ['', '']],
    ['a\rb\u2028c\n', ['a\rb\u2028c']],
    ['\uFEFFMIT\n', ['MIT']],
  ])('of %j are %j', async (text, expected) => {
    expect((await linesOf(text, 1)).map((line) => line.text)).toEqual(expected);
  });

  it('are the same however the input is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n\uFEFF]/g, ' ')), { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), async (texts, pieceBytes) => {
        const wellFormed = texts.map((text) => text.toWellFormed());
        const lines = await linesOf(wellFormed.map((text) => `${text}\n`).join(''), pieceBytes);
        expect(lines).toEqual(wellFormed.map((text, index) => ({ number: index + 1, text })));
      }),
    );
  });

  it('keep their place where one is too long', async () => {
    expect(await linesOf(`ok\n${'x'.repeat(50)}\nok\n`, 3, 10)).toEqual([{ number: 1, text: 'ok' }, { number: 2, text: null }, { number: 3, text: 'ok' }]);
  });
});
