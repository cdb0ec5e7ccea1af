// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { calendarDate } from '#kernel';
import {
  applyStatement, canonicalJson, checkStatement, diffCatalogues, mergeLayers, packDigestText, parseCatalogueFile, parsePack, statementsBetween, writePack,
  type CatalogueLayer, type CatalogueProduct, type LayerKind, type ProductStatement,
} from '../index.js';

function productOf(id: string, fields = ''): CatalogueProduct {
  const read = parseCatalogueFile(`category: office\nproducts:\n  - { id: ${id}, name: ${id}, vendor: maker, license: MIT${fields} }\n`, 'f.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.products[0]!;
}

const layer = (kind: LayerKind, products: readonly CatalogueProduct[], statements: readonly ProductStatement[] = [], name: string = kind): CatalogueLayer => ({ kind, name, vendors: [], categories: [], products, statements });

const anyProduct = fc
  .record({
    name: fc.string({ minLength: 1 }),
    aliases: fc.array(fc.string()),
    license: fc.constantFrom('MIT', 'GPL-3.0-only'),
    specialisedProcedure: fc.boolean(),
    personalData: fc.option(fc.constantFrom('typical' as const, 'no' as const), { nil: undefined }),
    noneKnown: fc.option(fc.constant({ lookedOn: calendarDate('2026-11-25')! }), { nil: undefined }),
    alternatives: fc.uniqueArray(fc.constantFrom('a', 'b', 'c').map((product) => productOf('x', `, alternatives: [{ product: ${product}, kind: FULL }]`).alternatives[0]!), { selector: (one) => one.product }),
  })
  .map(({ personalData, noneKnown, ...fields }): CatalogueProduct => ({ ...productOf('p'), ...fields, ...(personalData && { personalData }), ...(noneKnown && fields.alternatives.length === 0 && { noneKnown }) }));

const byKey = (product: CatalogueProduct) => ({ ...product, alternatives: [...product.alternatives].sort((one, other) => (one.product < other.product ? -1 : 1)) });

describe('statements', () => {
  it('that lie between two products turn one into the other', () => {
    fc.assert(fc.property(anyProduct, anyProduct, (from, to) => expect(byKey(statementsBetween(from, to).reduce(applyStatement, from))).toEqual(byKey(to))));
  });

  it('between a product and itself are none', () => {
    fc.assert(fc.property(anyProduct, (product) => expect(statementsBetween(product, structuredClone(product))).toEqual([])));
  });

  it.each([
    ['a field that does not exist', 'colour', 'red', 'CATALOGUE.STATEMENT_FIELD_UNKNOWN'],
    ['the id, which stays', 'id', 'q', 'CATALOGUE.STATEMENT_FIELD_UNKNOWN'],
    ['all alternatives at once', 'alternatives', [], 'CATALOGUE.STATEMENT_FIELD_UNKNOWN'],
    ['a value of another shape', 'aliases', 'one', 'CATALOGUE.FIELD_INVALID'],
    ['a name that is emptied', 'name', null, 'CATALOGUE.FIELD_INVALID'],
    ['an alternative under another name', 'alternatives.a', { product: 'b', kind: 'FULL' }, 'CATALOGUE.FIELD_INVALID'],
    ['an alternative with a field too many', 'alternatives.a', { product: 'a', kind: 'FULL', colour: 1 }, 'CATALOGUE.FIELD_UNKNOWN'],
    ['a name out of the prototype', 'constructor', {}, 'CATALOGUE.STATEMENT_FIELD_UNKNOWN'],
  ])('are refused for %s', (_what, field, value, code) => {
    const checked = checkStatement({ product: 'p', field, value });
    expect(checked.ok ? 'accepted' : checked.problem[0]?.code).toBe(code);
  });
});

describe('layers', () => {
  const says = (value: string): ProductStatement => ({ product: 'p', field: 'name', value });

  it.each([
    ['the base alone', [layer('BASE', [productOf('p')])], 'p', 'BASE'],
    ['a file over the base', [layer('FILE', [{ ...productOf('p'), name: 'file' }]), layer('BASE', [productOf('p')])], 'file', 'FILE'],
    ['the base over a pack', [layer('PACK', [{ ...productOf('p'), name: 'pack' }]), layer('BASE', [productOf('p')])], 'p', 'BASE'],
    ['a pack where nobody else knows it', [layer('PACK', [{ ...productOf('p'), name: 'pack' }])], 'pack', 'PACK'],
    ["a pack's word over the base", [layer('PACK', [], [says('pack')]), layer('BASE', [productOf('p')])], 'pack', 'BASE'],
    ["the administration's word over all", [layer('OWN', [], [says('own')]), layer('PACK', [], [says('pack')]), layer('BASE', [productOf('p')])], 'own', 'BASE'],
    ['the later of two packs', [layer('BASE', [productOf('p')]), layer('PACK', [], [says('one')], 'one'), layer('PACK', [], [says('two')], 'two')], 'two', 'BASE'],
  ])('let speak %s', (_what, layers, name, origin) => {
    const merged = mergeLayers(layers);
    expect([merged.products[0]?.name, merged.originOf.get('p')?.kind]).toEqual([name, origin]);
  });

  it('pass over what is said of a product that is not there', () => {
    expect(mergeLayers([layer('OWN', [], [says('own')])]).products).toEqual([]);
  });

  it('take "none known" back where somebody names an alternative', () => {
    const base = layer('BASE', [productOf('p', ', noneKnown: { lookedOn: 2026-11-25 }')]);
    const value = productOf('x', ', alternatives: [{ product: a, kind: FULL }]').alternatives[0];
    expect(mergeLayers([base, layer('OWN', [], [{ product: 'p', field: 'alternatives.a', value }])]).products[0]).not.toHaveProperty('noneKnown');
  });
});

describe('the difference between two catalogues', () => {
  const entries = (...products: CatalogueProduct[]) => ({ vendors: [], categories: [], products });

  it('is none between a catalogue and its copy', () => {
    fc.assert(fc.property(fc.array(anyProduct, { maxLength: 3 }), (products) => {
      const named = products.map((product, at) => ({ ...product, id: `p${at}` }));
      expect(diffCatalogues(entries(...named), structuredClone(entries(...named)))).toEqual([]);
    }));
  });

  it('names what came, what went, and the fields that differ', () => {
    const changes = diffCatalogues(entries(productOf('a'), productOf('b')), entries({ ...productOf('b'), license: '0BSD' }, productOf('c')));
    expect(changes.map(({ change, id, fields }) => [change, id, fields])).toEqual([['CHANGED', 'b', [{ field: 'license', before: 'MIT', after: '0BSD' }]], ['ADDED', 'c', []], ['REMOVED', 'a', []]]);
  });
});

describe('a pack', () => {
  const digest = (text: string): string => [...text].reduce((sum, letter) => (sum * 31n + BigInt(letter.codePointAt(0)!)) % 2n ** 256n, 7n).toString(16).padStart(64, '0');
  const content = { vendors: [], categories: [], products: [productOf('p', ', aliases: ["Ünïcode: #1", "yes"]')], statements: [{ product: 'q', field: 'personalData', value: null, reason: 'weil' }] };
  const header = { name: 'stadt', publisher: 'Stadt', publishedOn: calendarDate('2026-11-25')!, version: '1.10', license: 'CC0-1.0', sha256: digest(packDigestText(content)) };

  it('is read back as it was written', () => {
    const read = parsePack(writePack({ header, ...content }), 'pack.yaml', digest);
    expect(read.ok && read.value.pack).toEqual({ header, ...content });
  });

  it('may be JSON as well', () => {
    expect(parsePack(JSON.stringify({ pack: header, ...content }), 'pack.json', digest).ok).toBe(true);
  });

  it('is refused where its hash is that of another content', () => {
    const text = writePack({ header, ...content }).replace('license: MIT', 'license: 0BSD');
    expect(parsePack(text, 'pack.yaml', digest)).toMatchObject({ ok: false, problem: [{ code: 'CATALOGUE.PACK_CHANGED', file: 'pack.yaml', path: 'pack.sha256', line: 7 }] });
  });

  it('has a text to hash that does not depend on the order of fields', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => expect(canonicalJson(Object.fromEntries(Object.entries(record).reverse()))).toBe(canonicalJson(record))));
  });
});
