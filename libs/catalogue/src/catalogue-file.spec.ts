// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describeProblem, type Problem } from '#kernel';
import { stringify } from 'yaml';
import { catalogueMessages, parseCatalogueFile } from './index.js';

function problemsOf(text: string): Problem[] {
  const result = parseCatalogueFile(text, 'file.yaml');
  return result.ok ? [] : result.problem;
}

const product = (fields: string) => `category: office-suite\nproducts:\n  - id: writer\n    name: Writer\n    vendor: maker\n    license: MPL-2.0\n${fields}`;

describe('a catalogue file', () => {
  it('gives every list, also those that are not written', () => {
    const result = parseCatalogueFile(product('    identifiers: { winget: [Maker.Writer] }\n'), 'file.yaml');
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    expect(result.value.products).toEqual([
      expect.objectContaining({
        id: 'writer',
        category: 'office-suite',
        aliases: [],
        alternatives: [],
        releaseCycles: [],
        specialisedProcedure: false,
        identifiers: { purl: [], cpe: [], winget: ['Maker.Writer'], debian: [] },
      }),
    ]);
    expect(result.value.products[0]).not.toHaveProperty('personalData');
  });

  it('keeps country codes and days as text, as YAML 1.2 does', () => {
    const result = parseCatalogueFile('vendors:\n  - { id: maker, name: Maker, country: NO, sources: [{ url: https://example.org, checkedOn: 2026-11-24, verified: true }] }\n', 'f');
    expect(result.ok && result.value.vendors[0]).toMatchObject({ country: 'NO', sources: [{ checkedOn: '2026-11-24' }] });
  });

  it.each([
    ['a field that does not exist', product('    licence: MIT\n'), { code: 'CATALOGUE.FIELD_UNKNOWN', line: 7, column: 5, path: 'products[0].licence' }],
    ['a missing field', 'vendors:\n  - id: maker\n', { code: 'CATALOGUE.FIELD_MISSING', line: 2, path: 'vendors[0].name' }],
    ['products without category', 'products:\n  - { id: a, name: A, vendor: v, license: MIT }\n', { code: 'CATALOGUE.FIELD_MISSING', line: 1, path: 'category' }],
    ['a number in place of a version', product('    releaseCycles:\n      - cycle: 2016\n        source: https://example.org\n'), { code: 'CATALOGUE.FIELD_INVALID', line: 8, path: 'products[0].releaseCycles[0].cycle' }],
    ['a day that does not exist', product('    noneKnown: { lookedOn: 2026-02-30 }\n'), { code: 'CATALOGUE.FIELD_INVALID', line: 7, expected: 'YYYY-MM-DD' }],
    ['a link without https', product('    sources: [{ url: http://example.org }]\n'), { code: 'CATALOGUE.FIELD_INVALID', line: 7, expected: 'https://…' }],
    ['a verified source without a day', product('    sources: [{ url: https://example.org, verified: true }]\n'), { code: 'CATALOGUE.FIELD_INVALID', path: 'products[0].sources[0]' }],
    ['a kind that does not exist', product('    alternatives: [{ product: other, kind: MOSTLY }]\n'), { code: 'CATALOGUE.FIELD_INVALID', expected: expect.stringContaining('FULL') }],
    ['an id in capitals', 'vendors:\n  - { id: Maker, name: Maker }\n', { code: 'CATALOGUE.FIELD_INVALID', path: 'vendors[0].id' }],
    ['a list in place of a text', 'vendors:\n  - { id: maker, name: [Maker] }\n', { code: 'CATALOGUE.FIELD_INVALID', path: 'vendors[0].name' }],
    ['a text in place of the file', 'just words\n', { code: 'CATALOGUE.FIELD_INVALID', line: 1 }],
    ['a key given twice', 'vendors:\n  - id: maker\n    id: maker\n    name: Maker\n', { code: 'CATALOGUE.DUPLICATE_KEY', line: 3 }],
    ['broken YAML', 'vendors:\n  - id: "maker\n', { code: 'CATALOGUE.YAML_BROKEN' }],
    ['tabs as indentation', 'vendors:\n\t- id: maker\n', { code: 'CATALOGUE.YAML_BROKEN', line: 2 }],
    ['two documents', 'vendors: []\n---\nvendors: []\n', { code: 'CATALOGUE.YAML_BROKEN' }],
    ['an alias', 'vendors:\n  - &a { id: maker, name: Maker }\n  - *a\n', { code: 'CATALOGUE.YAML_ALIAS', line: 3 }],
    ['nothing', '', { code: 'CATALOGUE.FILE_EMPTY', line: 1 }],
    ['only a remark', '# nothing here\n', { code: 'CATALOGUE.FILE_EMPTY' }],
    ['a key that would reach the prototype', '__proto__: { x: 1 }\nvendors: []\n', { code: 'CATALOGUE.FIELD_UNKNOWN', line: 1 }],
    ['brackets without end', '['.repeat(20_000), { file: 'file.yaml' }],
  ])('is refused with its place for %s', (_what, text, expected) => {
    expect(problemsOf(text)[0]).toMatchObject({ file: 'file.yaml', ...expected });
  });

  it('names every fault, not only the first', () => {
    expect(problemsOf('vendors:\n  - { id: A, name: A }\n  - { id: B, name: B, wrong: 1 }\n').map(({ path }) => path)).toEqual([
      'vendors[0].id',
      'vendors[1].id',
      'vendors[1].wrong',
    ]);
  });

  it('never throws and says something in both languages, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.jsonValue().map((value) => stringify(value)), fc.string().map((part) => product(part)));
    fc.assert(
      fc.property(text, (content) => {
        for (const problem of problemsOf(content)) {
          expect(describeProblem(problem, catalogueMessages, 'de')).not.toBe(problem.code);
          expect(describeProblem(problem, catalogueMessages, 'en')).not.toBe(problem.code);
        }
      }),
      { numRuns: 200 },
    );
  });
});
