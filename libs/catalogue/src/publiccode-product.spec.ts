// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { stringify } from 'yaml';
import { idOf, parseCatalogueFile, productOfPubliccode } from './index.js';

const known = parseCatalogueFile(
  `vendors: [{ id: city, name: City of Somewhere, aliases: [Somewhere] }]
categories:
  - { id: paper, names: { de: P, en: P }, publiccode: [office, document-management] }
  - { id: files, names: { de: F, en: F }, publiccode: [document-management] }
  - { id: maps, names: { de: M, en: M }, publiccode: [geographic-information-systems] }
`,
  'known.yaml',
);
const catalogue = known.ok ? known.value : { vendors: [], categories: [] };
const read = (software: object, category?: string) => productOfPubliccode(stringify({ publiccodeYmlVersion: '0', ...software }), 'publiccode.yml', catalogue, category);
const software = { name: 'Karte', url: 'https://git.example.org/somewhere/karte', legal: { license: 'EUPL-1.2', repoOwner: 'Somewhere' }, categories: ['geographic-information-systems'], softwareType: 'standalone/desktop' };

describe('a publiccode.yml as a product', () => {
  it('keeps name, license, owner, category, kind and address', () => {
    const result = read(software);
    expect(result.ok && result.value).toMatchObject({ vendors: [], products: [{ id: 'karte', name: 'Karte', vendor: 'city', category: 'maps', license: 'EUPL-1.2', distribution: ['desktop'], sources: [{ url: software.url, verified: false }] }] });
  });

  it('takes the owner from the address where nobody is named, and makes a vendor of one that is new', () => {
    const result = read({ ...software, url: 'https://github.com/Opencode-DE/Karte', legal: { license: 'MIT' } });
    expect(result.ok && result.value).toMatchObject({ vendors: [{ id: 'opencode-de', name: 'Opencode-DE' }], products: [{ vendor: 'opencode-de', identifiers: { purl: ['pkg:github/opencode-de/karte'] } }] });
  });

  it.each([
    [['document-management'], 'files'],
    [['office'], 'paper'],
    [['maps'], 'maps'],
  ])('of %j goes to the category %s', (categories, category) => {
    const result = read({ ...software, categories });
    expect(result.ok && result.value.products[0]?.category).toBe(category);
  });

  it.each([
    ['no name', { ...software, name: undefined }, 'CATALOGUE.FIELD_MISSING', 'name'],
    ['no license', { ...software, legal: {} }, 'CATALOGUE.FIELD_MISSING', 'legal.license'],
    ['no owner anywhere', { ...software, url: 'https://example.org/karte.git', legal: { license: 'MIT' } }, 'CATALOGUE.FIELD_MISSING', 'legal.mainCopyrightOwner'],
    ['categories nobody has', { ...software, categories: ['unheard-of'] }, 'CATALOGUE.PUBLICCODE_CATEGORY_UNKNOWN', 'categories'],
  ])('is refused with %s', (_what, text, code, path) => {
    expect(read(text)).toMatchObject({ ok: false, problem: [{ code, file: 'publiccode.yml', path, line: expect.any(Number) }] });
  });

  it('never throws, whatever stands in it, and makes only entries that a catalogue file may hold', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('name', 'url', 'legal', 'categories', 'maintenance', 'organisation', 'landingURL'), fc.jsonValue()), (fields) => {
      const result = read({ ...software, ...fields }, 'maps');
      if (!result.ok) return;
      const [{ category, ...product }] = result.value.products as unknown as [Record<string, unknown>];
      expect(parseCatalogueFile(stringify({ category, products: [product], vendors: result.value.vendors }), 'back.yaml')).toMatchObject({ ok: true });
    }));
  });
});

describe('an id made from a name', () => {
  it.each([
    ['Stadt Köln', 'stadt-koeln'],
    ['Straßenbau & Co.', 'strassenbau-co'],
    ['Notepad++', 'notepad-plus-plus'],
    ['Éditeur', 'editeur'],
    ['  ', ''],
    ['a'.repeat(200), 'a'.repeat(80)],
  ])('%j: %s', (name, id) => expect(idOf(name)).toBe(id));
});
