// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { aliasKeysOf, editionClass, type AliasKey } from './alias-keys.js';
import { componentOf } from './component-kind.js';
import type { ComponentKind } from './data/component-words.js';
import type { EditionClass } from './data/editions.js';
import { WELL_KNOWN_VENDORS } from './data/well-known-vendors.js';
import type { KnownProduct } from './knowledge.js';
import { readTitle } from './read-title.js';
import { tellingVendorWords, vendorKey, vendorKeysWithGroup, vendorWords, type ComparableVendor } from './vendor-name.js';

/** A spelling and the product it stands for. */
export interface KnownName extends AliasKey {
  /** Place of the product in the list that was compiled. */
  readonly product: number;
}

/** All spellings of all products, found by their key. */
export interface KnownNames {
  readonly products: readonly KnownProduct[];
  readonly vendors: readonly ComparableVendor[];
  /** Keys of all vendors, with the companies that count as the same. */
  readonly vendorKeys: ReadonlySet<string>;
  /** Class of the edition that each product's own name states. */
  readonly editions: readonly (EditionClass | null)[];
  /** What kind of part each product's own name says it is: "Microsoft ODBC Driver" is a driver and yet a product; null for nearly all. */
  readonly ownKinds: readonly (ComponentKind | null)[];
  readonly byKey: ReadonlyMap<string, readonly KnownName[]>;
  /** Words of the catalogue's names: a word that is one of them is no misspelling of another. */
  readonly vocabulary: ReadonlySet<string>;
}

/** Makes the spellings of all products; the order of products does not matter to any later decision, ties are told by id. */
export function collectKnownNames(products: readonly KnownProduct[]): KnownNames {
  const byKey = new Map<string, KnownName[]>();
  const vocabulary = new Set<string>();
  const vendors = products.map(comparableVendor);
  products.forEach((product, at) => {
    for (const alias of aliasKeysOf(product)) {
      const name: KnownName = { ...alias, product: at };
      const others = byKey.get(alias.key);
      if (others === undefined) byKey.set(alias.key, [name]);
      else others.push(name);
      for (const word of alias.words) vocabulary.add(word);
    }
  });
  const editions = products.map(({ name }) => editionClass(readTitle(name).tokens));
  const ownKinds = products.map(({ name }) => componentOf(readTitle(name))?.kind ?? null);
  const vendorKeys = new Set([...vendors.flatMap(({ keys }) => [...keys]), ...WELL_KNOWN_VENDORS.map(vendorKey)]);
  return { products, vendors, vendorKeys, editions, ownKinds, byKey, vocabulary };
}

function comparableVendor(product: KnownProduct): ComparableVendor {
  const names = [product.vendorName, ...product.vendorAliases].filter((name): name is string => Boolean(name));
  const keys = new Set<string>();
  const words = new Set<string>();
  for (const name of names) {
    for (const key of vendorKeysWithGroup(name)) keys.add(key);
    for (const word of tellingVendorWords(name)) words.add(word);
  }
  const productKeys = [product.name, ...product.aliases].flatMap((name) => [tellingVendorWords(name).join(''), vendorWords(name).join('')]).filter((key) => key.length >= 3);
  return { keys, ownKey: vendorKey(product.vendorName ?? ''), words, productKeys };
}
