// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { showPath, type CatalogueFragment } from './catalogue-file.js';
import type { CatalogueCategory, CatalogueProduct, CatalogueVendor } from './entry.js';
import type { FieldPath } from './positioned-yaml.js';

/** The same entries by id. */
export interface CatalogueIndex {
  readonly vendorById: ReadonlyMap<string, CatalogueVendor>;
  readonly categoryById: ReadonlyMap<string, CatalogueCategory>;
  readonly productById: ReadonlyMap<string, CatalogueProduct>;
}

/** Files the entries of all fragments under their ids; the first of two with the same id stays, the second is a `CATALOGUE.ID_TWICE`. */
export function catalogueIndexOf(fragments: readonly CatalogueFragment[]): { value: CatalogueIndex; problems: Problem[] } {
  const problems: Problem[] = [];
  const collect = <T extends { readonly id: string }>(list: 'vendors' | 'categories' | 'products', of: (fragment: CatalogueFragment) => readonly T[]) => {
    const byId = new Map<string, T>();
    const firstFile = new Map<string, string>();
    for (const fragment of fragments) {
      of(fragment).forEach((entry, at) => {
        if (byId.has(entry.id)) {
          problems.push(problemAt(fragment, [list, at, 'id'], { code: 'CATALOGUE.ID_TWICE', id: entry.id, firstFile: firstFile.get(entry.id) }));
        } else {
          byId.set(entry.id, entry);
          firstFile.set(entry.id, fragment.file);
        }
      });
    }
    return byId;
  };
  const vendorById = collect('vendors', (fragment) => fragment.vendors);
  const categoryById = collect('categories', (fragment) => fragment.categories);
  const productById = collect('products', (fragment) => fragment.products);
  return { value: { vendorById, categoryById, productById }, problems };
}

/** A problem with the place of the field it is about. */
export function problemAt(fragment: CatalogueFragment, path: FieldPath, problem: Problem): Problem {
  return { ...problem, file: fragment.file, ...fragment.locate(path), path: showPath(path) };
}
