// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CatalogueFragment } from './catalogue-file.js';
import { problemAt, type CatalogueIndex } from './catalogue-index.js';
import type { CatalogueProduct } from './entry.js';
import type { FieldPath } from './positioned-yaml.js';

/** Finds ids that lead nowhere: vendors, categories, functions, alternatives, complements, predecessors. Each is a `CATALOGUE.REFERENCE_DANGLING`. */
export function checkReferences(fragments: readonly CatalogueFragment[], index: CatalogueIndex): Problem[] {
  const problems: Problem[] = [];
  for (const fragment of fragments) {
    const expect = (known: { has(id: string): boolean }, id: string | undefined, path: FieldPath, target: string) => {
      if (id !== undefined && !known.has(id)) {
        problems.push(problemAt(fragment, path, { code: 'CATALOGUE.REFERENCE_DANGLING', id, target }));
      }
    };
    fragment.vendors.forEach((vendor, at) => expect(index.vendorById, vendor.mergedInto, ['vendors', at, 'mergedInto'], 'vendor'));
    fragment.products.forEach((product, at) => {
      const here: FieldPath = ['products', at];
      expect(index.vendorById, product.vendor, [...here, 'vendor'], 'vendor');
      expect(index.categoryById, product.category, at === 0 ? ['category'] : here, 'category');
      product.replaces.forEach((id, n) => expect(index.productById, id, [...here, 'replaces', n], 'product'));
      const functions = functionsOf(product, index);
      product.functions.forEach((id, n) => expect(functions, id, [...here, 'functions', n], `function of ${product.category}`));
      product.alternatives.forEach((alternative, n) => {
        const there: FieldPath = [...here, 'alternatives', n];
        expect(index.productById, alternative.product, [...there, 'product'], 'product');
        for (const list of ['covers', 'missing'] as const) {
          alternative[list].forEach((id, m) => expect(functions, id, [...there, list, m], `function of ${product.category}`));
        }
        alternative.complements.forEach((id, m) => expect(index.productById, id, [...there, 'complements', m], 'product'));
      });
    });
  }
  return problems;
}

function functionsOf(product: CatalogueProduct, index: CatalogueIndex): ReadonlySet<string> {
  return new Set(index.categoryById.get(product.category)?.functions.map(({ id }) => id));
}
