// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CatalogueFragment } from './catalogue-file.js';
import { problemAt } from './catalogue-index.js';
import type { CatalogueAlternative, CatalogueProduct } from './entry.js';
import type { FieldPath } from './positioned-yaml.js';

/**
 * Finds alternatives that contradict themselves: a product as its own alternative (`CATALOGUE.ALTERNATIVE_SELF`) or named twice
 * (`CATALOGUE.ALTERNATIVE_TWICE`), one that replaces nothing ahead of those that do (`CATALOGUE.COEXISTENCE_FIRST`: the first is scored as the move), a function both covered and missing (`CATALOGUE.FUNCTION_CONTRADICTED`), complements that do not fit the kind
 * (`CATALOGUE.COMPLEMENTS_MISPLACED`, `.COMPLEMENTS_MISSING`), and "none known" beside alternatives (`CATALOGUE.NONE_KNOWN_CONTRADICTED`).
 */
export function checkAlternatives(fragments: readonly CatalogueFragment[]): Problem[] {
  return fragments.flatMap((fragment) =>
    fragment.products.flatMap((product, at) => {
      const here: FieldPath = ['products', at];
      const problems = product.alternatives.flatMap((alternative, n) =>
        faultsOf(product, alternative, n).map(({ field, ...facts }) =>
          problemAt(fragment, [...here, 'alternatives', n, field], { id: product.id, alternative: alternative.product, ...facts }),
        ),
      );
      if (product.noneKnown !== undefined && product.alternatives.length > 0) {
        problems.push(problemAt(fragment, [...here, 'noneKnown'], { code: 'CATALOGUE.NONE_KNOWN_CONTRADICTED', id: product.id }));
      }
      return problems;
    }),
  );
}

interface Fault {
  readonly code: string;
  readonly field: keyof CatalogueAlternative;
  readonly ids?: readonly string[];
}

function faultsOf(product: CatalogueProduct, alternative: CatalogueAlternative, position: number): Fault[] {
  const faults: Fault[] = [];
  if (alternative.product === product.id) faults.push({ code: 'CATALOGUE.ALTERNATIVE_SELF', field: 'product' });
  if (product.alternatives.findIndex((other) => other.product === alternative.product) < position) {
    faults.push({ code: 'CATALOGUE.ALTERNATIVE_TWICE', field: 'product' });
  }
  if (position === 0 && alternative.kind === 'COEXISTENCE' && product.alternatives.some(({ kind }) => kind !== 'COEXISTENCE')) {
    faults.push({ code: 'CATALOGUE.COEXISTENCE_FIRST', field: 'kind' });
  }
  const both = alternative.covers.filter((id) => alternative.missing.includes(id));
  if (both.length > 0) faults.push({ code: 'CATALOGUE.FUNCTION_CONTRADICTED', field: 'missing', ids: both });
  const needsComplement = alternative.kind === 'NEEDS_COMPLEMENT';
  if (needsComplement && alternative.complements.length === 0) faults.push({ code: 'CATALOGUE.COMPLEMENTS_MISSING', field: 'kind' });
  if (!needsComplement && alternative.complements.length > 0) faults.push({ code: 'CATALOGUE.COMPLEMENTS_MISPLACED', field: 'complements' });
  return faults;
}
