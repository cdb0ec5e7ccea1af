// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { editDistanceWithin } from './edit-distance.js';

/** The same distance by its recursive definition. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [shortA, shortB] = [a.slice(0, -1), b.slice(0, -1)];
  const choices = [plainDistance(shortA, b) + 1, plainDistance(a, shortB) + 1, plainDistance(shortA, shortB) + (a.at(-1) === b.at(-1) ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) choices.push(plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...choices);
}

describe('the number of letters to correct', () => {
  it.each([['', '', 0], ['abc', 'abc', 0], ['inkcsape', 'inkscape', 1], ['mozila', 'mozilla', 1], ['reader', 'writer', 4], ['a', 'abcd', 3]])('between %j and %j is %i', (a, b, edits) => {
    expect(editDistanceWithin(a, b, 3)).toBe(edits);
  });

  it('agrees with the definition up to the bound, and is the bound plus one beyond', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => expect(editDistanceWithin(a, b, most)).toBe(Math.min(plainDistance(a, b), most + 1))));
  });
});
