// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { withoutValues } from './without-values.js';

describe('a document in the log', () => {
  it.each<[string, string | null]>([
    ['{ hosts(filter: { name: "pc-1" }, first: 5) { totalCount } }', '{hosts(filter:"…" first:"…"){totalCount}}'],
    ['query A($n: Int = 7) { a: hosts(first: $n, orderBy: NAME) @include(if: true) { nodes { name } } } # Frau Muster', 'query A($n:Int="…"){a:hosts(first:$n orderBy:NAME)@include(if:true){nodes{name}}}'],
    ['mutation { x(text: """Frau Muster""", list: ["Muster"], share: 0.5) }', 'mutation{x(text:"…" list:"…" share:"…")}'],
    ['{ hosts', null],
    ['', null],
  ])('%s', (text, shown) => {
    expect(withoutValues(text)).toBe(shown);
  });

  it('is cut where it is very long, and left out where it is longer than anything that is answered', () => {
    expect(withoutValues(`{ ${'abcdefghi '.repeat(1_000)} }`)).toHaveLength(4_000);
    expect(withoutValues(`{ ${'a '.repeat(20_000)} }`)).toBeNull();
    expect(withoutValues(`{ ${'a { '.repeat(14_000)} b ${'} '.repeat(14_000)} }`)).toBeNull();
  });
});
