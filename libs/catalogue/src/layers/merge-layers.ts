// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CatalogueEntries, CatalogueProduct } from '../entry.js';
import { refreshReleaseCycles, type EndoflifeCycles } from '../endoflife.js';
import { applyStatement, type ProductStatement } from './statement.js';

/** BASE: what comes with the program. FILE: catalogue files loaded beside it. PACK: what another administration shared. OWN: the administration's own word. */
export type LayerKind = 'BASE' | 'FILE' | 'PACK' | 'OWN';

/** One source of entries; later layers speak over earlier ones. */
export interface CatalogueLayer extends CatalogueEntries {
  readonly kind: LayerKind;
  /** Name of the pack; `base`, `files`, `own`. */
  readonly name: string;
  readonly statements: readonly ProductStatement[];
}

/** All layers as one catalogue. */
export interface MergedCatalogue extends CatalogueEntries {
  /** The layers, the one that speaks last at the end. */
  readonly layers: readonly CatalogueLayer[];
  /** Which layer the entry of a product comes from, whatever others say about its fields. */
  readonly originOf: ReadonlyMap<string, CatalogueLayer>;
  /** Products as they are before any statement, by id. */
  readonly unstated: ReadonlyMap<string, CatalogueProduct>;
}

/**
 * Puts layers over each other: an entry of a later layer replaces one of the same id, but a pack's stands only where nobody knows one;
 * statements change single fields, packs' before own ones, so that whatever the base says anew, the administration keeps the last word.
 *
 * @param layers in any order; packs speak in the order given
 * @param cycles release cycles loaded from endoflife.date; they take the place of those that came from there
 */
export function mergeLayers(layers: readonly CatalogueLayer[], cycles: EndoflifeCycles = new Map()): MergedCatalogue {
  const ordered = [...layers].sort((one, other) => RANK[one.kind] - RANK[other.kind]);
  const originOf = new Map<string, CatalogueLayer>();
  const merge = <T extends { readonly id: string }>(list: 'vendors' | 'categories' | 'products'): Map<string, T> => {
    const byId = new Map<string, T>();
    for (const layer of ordered) {
      for (const entry of layer[list] as unknown as readonly T[]) {
        if (layer.kind === 'PACK' && byId.has(entry.id)) continue;
        byId.set(entry.id, entry);
        if (list === 'products') originOf.set(entry.id, layer);
      }
    }
    return byId;
  };
  const vendors = merge<CatalogueEntries['vendors'][number]>('vendors');
  const categories = merge<CatalogueEntries['categories'][number]>('categories');
  const unstated = merge<CatalogueProduct>('products');
  for (const [id, product] of unstated) {
    const releaseCycles = refreshReleaseCycles(product, cycles);
    if (releaseCycles !== product.releaseCycles) unstated.set(id, { ...product, releaseCycles });
  }
  const stated = new Map(unstated);
  for (const statement of ordered.flatMap((layer) => layer.statements)) {
    const product = stated.get(statement.product);
    if (product !== undefined) stated.set(product.id, applyStatement(product, statement));
  }
  return { layers: ordered, vendors: [...vendors.values()], categories: [...categories.values()], products: [...stated.values()], originOf, unstated };
}

const RANK: Readonly<Record<LayerKind, number>> = { BASE: 0, FILE: 1, PACK: 2, OWN: 3 };
