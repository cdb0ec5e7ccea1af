// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { returnAddress } from './return-address.js';

describe('where somebody is sent after signing in', () => {
  it.each([
    ['/wellen?plan=Plan:3&view=list#m1', '/wellen?plan=Plan:3&view=list#m1'],
    ['/inventar/c%2B%2B', '/inventar/c%2B%2B'],
    ['/inventar?q=Ä b', '/inventar?q=%C3%84%20b'],
  ])('is where they were: %s', (given, expected) => {
    expect(returnAddress(given)).toBe(expected);
  });

  it.each([
    undefined,
    '',
    ['/wellen'],
    'wellen',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example/',
    '/..//elsewhere.example/',
    '/%2e%2e//elsewhere.example',
    'javascript:alert(1)',
    `/${'a'.repeat(2_001)}`,
  ])('is the first page for what leads elsewhere or nowhere: %j', (given) => {
    expect(returnAddress(given)).toBe('/');
  });

  it('never leads to another server', () => {
    for (const given of ['/a//b', '/ /x', '/.//x', '/a/..//x', '/@elsewhere.example']) {
      const to = returnAddress(given);
      expect(new URL(to, 'https://fahrplan.example').origin).toBe('https://fahrplan.example');
      expect(to.startsWith('//')).toBe(false);
    }
  });
});
