// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { DEEPEST_NESTING, JsonSplitter, type JsonValue, type ValuePlan } from './splitter.js';

function cut(text: string, plan: (pattern: string) => ValuePlan, pieceLength = text.length || 1): { values: JsonValue[]; splitter: JsonSplitter } {
  const values: JsonValue[] = [];
  const splitter = new JsonSplitter(plan, (value) => values.push(value));
  for (let at = 0; at < text.length; at += pieceLength) splitter.push(text.slice(at, at + pieceLength));
  splitter.end();
  return { values, splitter };
}

const openRoot = (pattern: string): ValuePlan => (pattern === '' || pattern === 'a' ? 'open' : pattern === 's' ? 'skip' : 'take');

describe('cutting JSON into values', () => {
  it('gives what JSON.parse gives, for every document, indent and size of pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.jsonValue(), fc.jsonValue(), fc.constantFrom(0, 2), fc.integer({ min: 1, max: 11 }), (items, skipped, other, indent, pieceLength) => {
        const { values, splitter } = cut(JSON.stringify({ s: skipped, a: items, o: other }, null, indent), openRoot, pieceLength);
        expect(splitter.problem).toBeNull();
        expect(values.map((value) => [value.path, value.value])).toEqual(JSON.parse(JSON.stringify([...items.map((item, index) => [`a[${index}]`, item]), ['o', other]])));
      }),
      { numRuns: 400 },
    );
  });

  it('refuses every document that is cut short', () => {
    const text = JSON.stringify({ s: { x: [1, '\\"'] }, a: [{ b: 1 }, 'x', 12], o: true });
    for (let length = 1; length < text.length; length++) expect(cut(text.slice(0, length), openRoot, 3).splitter.problem?.code).toMatch(/FILE_CUT|JSON_INVALID/);
  });

  it.each<[string, number, number]>([
    ['{"a":[1,\n  2,,3]}', 2, 5],
    ['{"a":[1]\n,}', 2, 2],
    ['{"o":{"x":1,\n "y":tru}}', 2, 6],
    ['{"s":[1}}', 1, 8],
    ['{"a":[1]}\n\nx', 3, 1],
    ['{"o":nul}', 1, 6],
    ["{'a':1}", 1, 2],
    ['{"o":[1 2]}', 1, 9],
    ['{"o":{"a":1,}}', 1, 13],
    ['{"o":[01]}', 1, 7],
  ])('says where %j is broken', (text, line, column) => {
    expect(cut(text, openRoot).splitter.problem).toMatchObject({ code: 'IMPORTING.JSON_INVALID', line, column });
  });

  it('refuses documents that are nested too deep, taken or passed over', () => {
    for (const key of ['s', 'o']) expect(cut(`{"${key}":${'['.repeat(DEEPEST_NESTING + 5)}`, openRoot).splitter.problem?.code).toBe('IMPORTING.TOO_DEEP');
  });
});
