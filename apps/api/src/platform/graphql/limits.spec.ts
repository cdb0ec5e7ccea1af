// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'graphql';
import { exceededLimit, limits } from './limits.js';

const limitOf = (text: string) => exceededLimit(parse(text))?.['limit'] ?? null;

describe('limits of a document', () => {
  it.each([
    ['depth', `${'{ a '.repeat(limits.depth)}{ b }${' }'.repeat(limits.depth)}`, `${'{ a '.repeat(limits.depth)}${' }'.repeat(limits.depth)}`],
    ['aliases', `{ x { ${names(limits.aliases + 1, 'a', ': b')} } }`, `{ x { ${names(limits.aliases, 'a', ': b')} } }`],
    ['rootFields', `{ ${names(limits.rootFields + 1, 'a')} }`, `{ ${names(limits.rootFields, 'a')} }`],
    ['directives', `{ a ${'@include(if: true) '.repeat(limits.directives + 1)} }`, `{ a ${'@include(if: true) '.repeat(limits.directives)} }`],
    ['fields', `{ x { ${names(limits.fields, 'a')} } }`, `{ x { ${names(limits.fields - 1, 'a')} } }`],
    ['operations', names(limits.operations + 1, 'query q', ' { a }'), names(limits.operations, 'query q', ' { a }')],
  ])('%s: one too many is refused, as many as allowed are not', (limit, over, within) => {
    expect(limitOf(over)).toBe(limit);
    expect(limitOf(within)).toBeNull();
  });

  it('fragments count wherever they are used, however often they double, without taking the time', () => {
    const doubling = Array.from({ length: 200 }, (_, k) => `fragment F${k} on Query { ...F${k + 1} ...F${k + 1} }`).join('\n');
    const begun = performance.now();
    expect(limitOf(`{ x { ...F0 } } ${doubling} fragment F200 on Query { a }`)).toBe('fields');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('depth goes through fragments', () => {
    const chain = Array.from({ length: 30 }, (_, k) => `fragment F${k} on Query { a { ...F${k + 1} } }`).join('\n');
    expect(limitOf(`{ ...F0 } ${chain} fragment F30 on Query { b }`)).toBe('depth');
  });

  it('a fragment that uses itself ends, too', () => expect(limitOf('{ ...A } fragment A on Query { a { ...B } } fragment B on Query { b { ...A } }')).toBeNull());
});

function names(count: number, name: string, after = ''): string {
  return Array.from({ length: count }, (_, k) => `${name}${k}${after}`).join(' ');
}
