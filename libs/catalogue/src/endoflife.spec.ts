// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { parseCatalogueFile, readEndoflife, refreshReleaseCycles, type CatalogueProduct } from './index.js';

const expected = { cycle: '17', releasedOn: '2024-09-26', endOfSupportOn: '2029-11-08', source: 'https://endoflife.date/postgresql' };

describe('cycles of endoflife.date', () => {
  it.each([
    ['one product of the API', { result: { name: 'postgresql', releases: [{ name: '17', releaseDate: '2024-09-26', eolFrom: '2029-11-08' }] } }],
    ['all products of the API', { result: [{ name: 'postgresql', releases: [{ name: '17', label: '17', releaseDate: '2024-09-26', eolFrom: '2029-11-08' }] }] }],
    ['the older API', [{ cycle: '17', releaseDate: '2024-09-26', eol: '2029-11-08' }]],
    ['a list of products', [{ slug: 'postgresql', cycles: [{ releaseCycle: '17', releaseDate: '2024-09-26', eol: '2029-11-08' }] }]],
  ])('are read from %s', (_form, json) => {
    const result = readEndoflife(JSON.stringify(json), 'folder/postgresql.json');
    expect(result.ok && result.value.get('postgresql')).toEqual([expected]);
  });

  it('have no end where only a yes or no is given, and no day that does not exist', () => {
    const result = readEndoflife(JSON.stringify([{ cycle: 1, eol: false, releaseDate: '2024-02-30' }]), 'x.json');
    expect(result.ok && result.value.get('x')).toEqual([{ cycle: '1', source: 'https://endoflife.date/x' }]);
  });

  it.each(['', '{', 'null', '[]', '{"result":null}', '[{"slug":"a","cycles":[]}]', '[1,2]'])('are refused where there are none: %s', (text) => {
    expect(readEndoflife(text, 'f.json')).toMatchObject({ ok: false, problem: { code: 'CATALOGUE.ENDOFLIFE_UNREADABLE', file: 'f.json' } });
  });

  it('never throw, whatever the JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => { readEndoflife(text, 'f.json'); }), { numRuns: 200 });
  });
});

describe('refreshing the cycles of a product', () => {
  const product = (cycles: string): CatalogueProduct => {
    const text = `category: c\nproducts:\n  - { id: pg, name: PG, vendor: v, license: PostgreSQL, identifiers: { endoflife: postgresql }, releaseCycles: [${cycles}] }\n`;
    const result = parseCatalogueFile(text, 'f');
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    return result.value.products[0]!;
  };
  const read = readEndoflife('[{"cycle":"17","eol":"2029-11-08"},{"cycle":"16"}]', 'postgresql.json');
  const fresh = read.ok ? read.value : new Map();

  it('keeps what an editor wrote and replaces what came from there before', () => {
    const refreshed = refreshReleaseCycles(product("{ cycle: '17', endOfSupportOn: 2030-01-01, source: https://example.org }, { cycle: '9', source: https://endoflife.date/postgresql }"), fresh);
    expect(refreshed.map(({ cycle, endOfSupportOn }) => [cycle, endOfSupportOn])).toEqual([['17', '2030-01-01'], ['16', undefined]]);
  });

  it('changes nothing the second time, and nothing for products that are not known there', () => {
    const once = { ...product(''), releaseCycles: refreshReleaseCycles(product(''), fresh) };
    expect(refreshReleaseCycles(once, fresh)).toEqual(once.releaseCycles);
    expect(refreshReleaseCycles(once, new Map())).toBe(once.releaseCycles);
  });

  it('takes a name that is no well-formed text without breaking off', () => {
    const read = readEndoflife('[{"name":"gimp\\ud800","cycles":[{"cycle":"2.10","eol":"2030-01-01"}]}]', 'f.json');
    expect(read.ok && [...read.value.values()].flat().map(({ source }) => source)).toEqual(['https://endoflife.date/gimp%EF%BF%BD']);
  });
});
