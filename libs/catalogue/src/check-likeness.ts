// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CatalogueFragment } from './catalogue-file.js';
import { problemAt } from './catalogue-index.js';
import { comparableName } from './check-names.js';
import type { FieldPath } from './positioned-yaml.js';

interface Claim {
  readonly id: string;
  readonly name: string;
  readonly file: string;
}

/**
 * Finds products that may be the same one entered twice (`CATALOGUE.PRODUCTS_ALIKE`): names that differ only in blanks, hyphens, accents or the vendor's
 * name in front ("Libre Office" and "LibreOffice", "Adobe Acrobat" and "Acrobat"), long names that differ in one letter, or one identifier of another
 * register at two of them. A product and the one that it replaces may look alike.
 */
export function checkLikeness(fragments: readonly CatalogueFragment[]): Problem[] {
  const vendors = new Map(fragments.flatMap((fragment) => fragment.vendors.map((vendor) => [vendor.id, [vendor.name, ...vendor.aliases].map(squeezed)] as const)));
  const successors = new Set(fragments.flatMap((fragment) => fragment.products.flatMap(({ id, replaces }) => replaces.map((earlier) => `${id} ${earlier}`))));
  const problems: Problem[] = [];
  const claims = new Map<string, Claim>();
  for (const fragment of fragments) {
    fragment.products.forEach((product, at) => {
      const here: FieldPath = ['products', at];
      const told = new Set<string>();
      const claim = (key: string, name: string, path: FieldPath) => {
        const earlier = claims.get(key);
        if (earlier === undefined) claims.set(key, { id: product.id, name, file: fragment.file });
        else if (earlier.id !== product.id && !told.has(earlier.id) && !product.replaces.includes(earlier.id) && !successors.has(`${earlier.id} ${product.id}`)) {
          told.add(earlier.id);
          problems.push(problemAt(fragment, path, { code: 'CATALOGUE.PRODUCTS_ALIKE', id: product.id, name, otherId: earlier.id, otherName: earlier.name, firstFile: earlier.file }));
        }
      };
      const names = (name: string, path: FieldPath) => {
        const whole = squeezed(name);
        if (whole === '') return;
        claim(`name ${whole}`, name, path);
        for (const vendor of vendors.get(product.vendor) ?? []) {
          if (vendor.length >= SHORTEST && whole.startsWith(vendor) && whole.length - vendor.length >= SHORTEST) claim(`name ${product.vendor} ${whole.slice(vendor.length)}`, name, path);
        }
        claim(`name ${product.vendor} ${whole}`, name, path);
      };
      names(product.name, [...here, 'name']);
      for (const key of withOneLetterLess(squeezed(product.name))) claim(`letters ${key}`, product.name, [...here, 'name']);
      product.aliases.forEach((alias, n) => names(alias, [...here, 'aliases', n]));
      for (const register of ['purl', 'cpe', 'winget'] as const) {
        product.identifiers[register].forEach((value, n) => claim(`${register} ${value.toLowerCase()}`, value, [...here, 'identifiers', register, n]));
      }
      if (product.identifiers.wikidata !== undefined) claim(`wikidata ${product.identifiers.wikidata}`, product.identifiers.wikidata, [...here, 'identifiers', 'wikidata']);
    });
  }
  return problems;
}

/** A vendor's name shorter than this, or a rest shorter than this, says nothing. */
const SHORTEST = 4;

/** Shorter names differ in one letter and are two products: `VOIS|MESO`, `VOIS|GESO`. */
const SHORTEST_TO_MISTYPE = 10;

/** Two names of which one is the other with a letter more, less or changed in the same place have one of these in common; digits tell products apart and stay. */
function withOneLetterLess(name: string): string[] {
  if (name.length < SHORTEST_TO_MISTYPE) return [];
  return [name, ...[...name].flatMap((letter, at) => (/\p{L}/u.test(letter) ? [`${name.slice(0, at)}${name.slice(at + 1)}`] : []))];
}

function squeezed(name: string): string {
  return comparableName(name).normalize('NFKD').replace(/[\p{M}\s]+/gu, '');
}
