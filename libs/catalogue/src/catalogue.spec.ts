// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, describeProblem, type Problem } from '#kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { assembleCatalogue, catalogueMessages, comparableName, parseCatalogueFile, type CatalogueFragment } from './index.js';

function fragment(text: string, file = 'file.yaml'): CatalogueFragment {
  const result = parseCatalogueFile(text, file);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const base = `
vendors:
  - { id: maker, name: Maker }
categories:
  - id: office-suite
    names: { de: Büro, en: Office }
    functions: [{ id: text, names: { de: Text, en: Text } }, { id: macros, names: { de: Makros, en: Macros } }]
`;

const products = (...entries: string[]) => `category: office-suite\nproducts:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`;
const entry = (id: string, more = '') => `{ id: ${id}, name: ${id} name, vendor: maker, license: MPL-2.0${more} }`;

function problemsOf(...texts: string[]): Problem[] {
  const result = assembleCatalogue([base, ...texts].map((text, n) => fragment(text, `${n}.yaml`)));
  return result.ok ? [] : result.problem;
}

describe('a catalogue', () => {
  it('is put together from files in any order', () => {
    const files = [products(entry('writer', ', alternatives: [{ product: pen, kind: FULL, covers: [text], missing: [macros] }]'), entry('pen')), base];
    const result = assembleCatalogue(files.map((text) => fragment(text)));
    expect(result.ok && result.value.productById.get('writer')?.alternatives[0]?.product).toBe('pen');
    expect(result.ok && result.value.warnings).toEqual([]);
  });

  it('may be empty', () => {
    expect(assembleCatalogue([])).toMatchObject({ ok: true, value: { products: [] } });
  });

  it.each([
    ['an id given twice', products(entry('a'), `{ id: a, name: B, vendor: maker, license: MIT }`), { code: 'CATALOGUE.ID_TWICE', line: 4, path: 'products[1].id', firstFile: '1.yaml' }],
    ['an unknown vendor', products('{ id: a, name: A, vendor: nobody, license: MIT }'), { code: 'CATALOGUE.REFERENCE_DANGLING', id: 'nobody', path: 'products[0].vendor' }],
    ['an unknown category', 'category: none\nproducts:\n  - { id: a, name: A, vendor: maker, license: MIT }\n', { code: 'CATALOGUE.REFERENCE_DANGLING', path: 'category', line: 1 }],
    ['an unknown function', products(entry('a', ', functions: [dance]')), { code: 'CATALOGUE.REFERENCE_DANGLING', path: 'products[0].functions[0]' }],
    ['an unknown alternative', products(entry('a', ', alternatives: [{ product: b, kind: FULL }]')), { code: 'CATALOGUE.REFERENCE_DANGLING', path: 'products[0].alternatives[0].product' }],
    ['itself as alternative', products(entry('a', ', alternatives: [{ product: a, kind: FULL }]')), { code: 'CATALOGUE.ALTERNATIVE_SELF' }],
    ['the same alternative twice', products(entry('a', ', alternatives: [{ product: b, kind: FULL }, { product: b, kind: PARTIAL }]'), entry('b')), { code: 'CATALOGUE.ALTERNATIVE_TWICE', path: 'products[0].alternatives[1].product' }],
    ['one that replaces nothing ahead of one that does', products(entry('a', ', alternatives: [{ product: b, kind: COEXISTENCE }, { product: c, kind: PARTIAL }]'), entry('b'), entry('c')), { code: 'CATALOGUE.COEXISTENCE_FIRST', path: 'products[0].alternatives[0].kind' }],
    ['a function covered and missing', products(entry('a', ', alternatives: [{ product: b, kind: FULL, covers: [text], missing: [text] }]'), entry('b')), { code: 'CATALOGUE.FUNCTION_CONTRADICTED', ids: ['text'] }],
    ['a complement that is not named', products(entry('a', ', alternatives: [{ product: b, kind: NEEDS_COMPLEMENT }]'), entry('b')), { code: 'CATALOGUE.COMPLEMENTS_MISSING' }],
    ['a complement that is not needed', products(entry('a', ', alternatives: [{ product: b, kind: FULL, complements: [a] }]'), entry('b')), { code: 'CATALOGUE.COMPLEMENTS_MISPLACED' }],
    ['alternatives beside "none known"', products(entry('a', ', noneKnown: { lookedOn: 2026-11-24 }, alternatives: [{ product: b, kind: FULL }]'), entry('b')), { code: 'CATALOGUE.NONE_KNOWN_CONTRADICTED' }],
    ['a name of two products', products(entry('a', ', aliases: [Same-Thing]'), entry('b', ', aliases: [same thing®]')), { code: 'CATALOGUE.NAME_AMBIGUOUS', otherId: 'a', path: 'products[1].aliases[0]' }],
    ['a name given twice', products(entry('a', ', aliases: [A  NAME]')), { code: 'CATALOGUE.NAME_TWICE', path: 'products[0].aliases[0]' }],
    ['a license that is no SPDX expression', products('{ id: a, name: A, vendor: maker, license: GPL or so }'), { code: 'CATALOGUE.LICENSE_INVALID', path: 'products[0].license' }],
    ['an alternative that is not open source', products(entry('a', ', alternatives: [{ product: b, kind: FULL }]'), '{ id: b, name: B, vendor: maker, license: LicenseRef-proprietary }'), { code: 'CATALOGUE.ALTERNATIVE_NOT_OPEN', path: 'products[0].alternatives[0].product' }],
    ['a circle of successors', products(entry('a', ', replaces: [b]'), entry('b', ', replaces: [c]'), entry('c', ', replaces: [a]')), { code: 'CATALOGUE.SUCCESSION_CIRCLE', ids: ['a', 'b', 'c', 'a'] }],
    ['a product that succeeds itself', products(entry('a', ', replaces: [a]')), { code: 'CATALOGUE.SUCCESSION_CIRCLE', ids: ['a', 'a'] }],
    ['vendors that took over each other', 'vendors:\n  - { id: x, name: X, mergedInto: y }\n  - { id: y, name: Y, mergedInto: x }\n', { code: 'CATALOGUE.SUCCESSION_CIRCLE', ids: ['x', 'y', 'x'] }],
  ])('is refused for %s', (_what, text, expected) => {
    const [problem, ...others] = problemsOf(text);
    expect(problem).toMatchObject({ file: '1.yaml', ...expected });
    expect(others).toEqual([]);
    expect(describeProblem(problem!, catalogueMessages, 'en')).not.toMatch(/\{\w+\}|CATALOGUE/);
  });

  it('lets two products share a predecessor without seeing a circle', () => {
    expect(problemsOf(products(entry('a', ', replaces: [c]'), entry('b', ', replaces: [c, a]'), entry('c')))).toEqual([]);
  });

  it('warns of facts that nobody looked at for two years, and only of those', () => {
    const text = products(
      entry('old', ', sources: [{ url: https://example.org, checkedOn: 2024-11-23 }]'),
      entry('new', ', sources: [{ url: https://example.org, checkedOn: 2024-11-24 }]'),
      entry('never', ', sources: [{ url: https://example.org }]'),
    );
    const result = assembleCatalogue([fragment(base), fragment(text)], { today: calendarDate('2026-11-24')! });
    expect(result.ok && result.value.warnings).toEqual([
      expect.objectContaining({ code: 'CATALOGUE.FACT_OLD', id: 'old', path: 'products[0].sources[0].checkedOn' }),
    ]);
  });
});

describe('comparing names', () => {
  it.each([
    ['Microsoft® Office', 'microsoft office', true],
    ['Notepad++', 'Notepad', false],
    ['C#', 'C', false],
    ['7-Zip', '7 zip', true],
    ['Bürosoftware', 'Burosoftware', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(comparableName(one) === comparableName(other)).toBe(same);
  });
});

describe('messages', () => {
  it('exist in both languages for every code that the sources use', () => {
    const folder = new URL('.', import.meta.url);
    const used = readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && name !== 'messages.ts')
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').match(/'CATALOGUE\.[A-Z_]+'/g) ?? [])
      .map((quoted) => quoted.slice(1, -1));
    expect(used.length).toBeGreaterThan(10);
    for (const code of used) {
      expect(catalogueMessages[code]?.de).toBeTruthy();
      expect(catalogueMessages[code]?.en).toBeTruthy();
    }
  });
});
