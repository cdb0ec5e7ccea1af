// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CatalogueFragment } from './catalogue-file.js';
import { problemAt, type CatalogueIndex } from './catalogue-index.js';

/**
 * Finds formats and interfaces that cannot carry over (`CATALOGUE.FORMAT_FOREIGN`), because products of the replaced one's category neither read nor speak
 * them: browser bookmarks beside a PDF reader. What the alternative can do besides is no gain for whoever comes from the old product. A category without a
 * list of formats is not judged; a product under a category that is not there is the business of the references.
 */
export function checkFormats(fragments: readonly CatalogueFragment[], { categoryById }: Pick<CatalogueIndex, 'categoryById'>): Problem[] {
  return fragments.flatMap((fragment) =>
    fragment.products.flatMap((product, at) => {
      const formats = categoryById.get(product.category)?.formats;
      if (formats === undefined) return [];
      const known = new Set(formats);
      return product.alternatives.flatMap((alternative, n) =>
        alternative.carriesOver.flatMap((format, m) =>
          known.has(format)
            ? []
            : [problemAt(fragment, ['products', at, 'alternatives', n, 'carriesOver', m], { code: 'CATALOGUE.FORMAT_FOREIGN', id: product.id, alternative: alternative.product, format, category: product.category })],
        ),
      );
    }),
  );
}
