// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate } from '#kernel';
import { checkCatalogueFiles } from './index.js';

const today = calendarDate('2026-11-25')!;
const base = 'vendors: [{ id: maker, name: Maker, aliases: [Maker Ltd] }, { id: other, name: Other }]\ncategories: [{ id: office, names: { de: Büro, en: Office } }]\n';
const product = (id: string, name: string, more = '', vendor = 'maker') => `  - { id: ${id}, name: ${name}, vendor: ${vendor}, license: MIT${more} }\n`;

function check(...products: string[]) {
  return checkCatalogueFiles([{ name: 'base.yaml', text: base }, { name: 'p.yaml', text: `category: office\nproducts:\n${products.join('')}` }], { today });
}

describe('products that may be the same one', () => {
  it.each([
    ['blanks and hyphens', product('a', 'Libre-Office'), product('b', 'LibreOffice', '', 'other')],
    ['accents', product('a', 'Büroplaner'), product('b', 'Buroplaner')],
    ['the vendor in front', product('a', 'Acrobat'), product('b', 'Maker Acrobat')],
    ['the vendor by its other name in front', product('a', 'Maker Ltd Acrobat'), product('b', 'Acrobat')],
    ['a letter that is missing', product('a', 'Mozilla Firefox'), product('b', 'Mozila Firefox', '', 'other')],
    ['an alias', product('a', 'Something', ', aliases: [Text Maker]'), product('b', 'Textmaker')],
    ['a Windows package id', product('a', 'One', ', identifiers: { winget: [Maker.Tool] }'), product('b', 'Two', ', identifiers: { winget: [maker.tool] }')],
    ['a Wikidata item', product('a', 'One', ', identifiers: { wikidata: Q10135 }'), product('b', 'Two', ', identifiers: { wikidata: Q10135 }')],
  ])('are told for %s', (_what, ...products) => {
    expect(check(...products)).toMatchObject({ problems: [], warnings: [{ code: 'CATALOGUE.PRODUCTS_ALIKE', id: 'b', otherId: 'a', file: 'p.yaml', line: 4 }] });
  });

  it.each([
    ['numbers that differ', product('a', 'Windows Server 2016'), product('b', 'Windows Server 2019')],
    ['short names that differ in a letter', product('a', 'MESO'), product('b', 'GESO')],
    ['a product and its successor', product('a', 'MESO'), product('b', 'Maker MESO', ', replaces: [a]')],
    ['a successor that stands first', product('b', 'Maker MESO', ', replaces: [a]'), product('a', 'MESO')],
    ['the same word at another vendor', product('a', 'Maker Acrobat'), product('b', 'Other Acrobat', '', 'other')],
  ])('are not told for %s', (_what, ...products) => {
    expect(check(...products)).toMatchObject({ problems: [], warnings: [] });
  });
});

describe('formats that carry over', () => {
  const withFormats = base.replace('names: { de: Büro, en: Office } }', 'names: { de: Büro, en: Office }, formats: [ODT, PDF] }');
  const pair = product('old', 'Old', ', alternatives: [{ product: new, kind: FULL, carriesOver: [ODT, HTML bookmarks] }]') + product('new', 'New');
  const checked = (text: string) => checkCatalogueFiles([{ name: 'base.yaml', text }, { name: 'p.yaml', text: `category: office\nproducts:\n${pair}` }], { today });

  it('are told where products of the replaced one’s category do not know them', () => {
    expect(checked(withFormats)).toMatchObject({ problems: [], warnings: [{ code: 'CATALOGUE.FORMAT_FOREIGN', id: 'old', alternative: 'new', format: 'HTML bookmarks', category: 'office', file: 'p.yaml', line: 3 }] });
  });

  it('are not judged where a category lists none', () => {
    expect(checked(base).warnings).toEqual([]);
  });

  it('belong to nobody where a category lists an empty set', () => {
    expect(checked(base.replace('names: { de: Büro, en: Office } }', 'names: { de: Büro, en: Office }, formats: [] }')).warnings.map(({ format }) => format)).toEqual(['ODT', 'HTML bookmarks']);
  });
});

describe('a check of files with faults', () => {
  it('goes on with the entries that are in order, in their own lines', () => {
    const { problems, products } = check(product('A', 'Wrong id'), product('b', 'B', '', 'nobody'), product('c', 'C', ', alternatives: [{ product: A, kind: FULL }]'));
    expect(products).toBe(1);
    expect(problems.map(({ code, line, id }) => [code, line, id])).toEqual([['CATALOGUE.FIELD_INVALID', 3, undefined], ['CATALOGUE.REFERENCE_DANGLING', 4, 'nobody'], ['CATALOGUE.FIELD_INVALID', 5, undefined]]);
  });

  it('calls no id dangling whose own entry is the faulty one', () => {
    const { problems } = check(product('a', 'A', ', color: red'), product('b', 'B', ', alternatives: [{ product: a, kind: FULL }]'));
    expect(problems.map(({ code }) => code)).toEqual(['CATALOGUE.FIELD_UNKNOWN']);
  });

  it('reports nothing about the files that stand already', () => {
    const standing = checkCatalogueFiles([], { today });
    expect(standing).toMatchObject({ products: 0, problems: [], warnings: [] });
  });
});
