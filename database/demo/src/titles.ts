// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';
import { chanceFor } from './chance.js';
import type { ForeignFamily } from './data/foreign-titles.js';
import { isInstalledOnHosts, type DemoCatalogueProduct } from './demo-catalogue.js';
import type { DemoTitle } from './demo-city.js';
import type { DeployedProduct } from './deployed-products.js';
import { foreignTitles } from './foreign-titles.js';
import { productTitles } from './product-titles.js';

/** A title together with what is needed to spread it over hosts. */
export interface SpreadTitle extends DemoTitle {
  readonly versions: readonly (string | null)[];
  /** Share among the titles of the same product; 1 for a title of no product. */
  readonly weight: number;
  /** Null for titles of products. */
  readonly family: ForeignFamily | null;
}

/** Share of all distinct titles that belong to catalogue products, where the catalogue has enough of them. */
const PRODUCT_SHARE = 0.58;

/** All distinct titles of the city, exactly `count`: those of products first, in the order of their products, then those in nobody's catalogue. */
export function demoTitles(deployed: readonly DeployedProduct[], catalogue: readonly DemoCatalogueProduct[], count: number, seed: number, today: CalendarDate): SpreadTitle[] {
  const taken = new Set<string>();
  const titles: SpreadTitle[] = [];
  const room = Math.floor(count * PRODUCT_SHARE);
  const seen = deployed.filter(({ product }) => isInstalledOnHosts(product));
  const popularity = seen.reduce((sum, { popularity01 }) => sum + Math.sqrt(popularity01), 0);
  for (const [index, { product, popularity01 }] of seen.entries()) {
    const left = count - titles.length - (seen.length - index - 1);
    const wanted = Math.min(left, Math.max(1, Math.round(((room - seen.length) * Math.sqrt(popularity01)) / popularity) + 1));
    if (wanted < 1) continue;
    for (const { raw, vendor, versions, weight } of productTitles(product, wanted, today, chanceFor(seed, `titles/${product.id}`))) {
      if (taken.has(raw)) continue;
      taken.add(raw);
      titles.push({ raw, vendor, kind: 'PRODUCT', productId: product.id, versions, weight, family: null });
    }
  }
  const foreign = foreignTitles(count - titles.length, taken, isKnownTo(catalogue), chanceFor(seed, 'titles/foreign'));
  return [...titles, ...foreign.map(({ raw, vendor, family, versions }) => ({ raw, vendor, kind: family.kind, productId: null, versions, weight: 1, family }))];
}

/** Whether a title starts with a name of the catalogue; updates and language packs of a product are not the product. */
function isKnownTo(catalogue: readonly DemoCatalogueProduct[]): (raw: string) => boolean {
  const names = new Set(catalogue.flatMap(({ name, aliases }) => [name, ...aliases]).map(comparable).filter((name) => name.length >= 6));
  return (raw) => {
    if (/update|hotfix|language|sprach|proofing|mui|kb\d{5}/i.test(raw)) return false;
    const words = comparable(raw).split(' ');
    return words.some((_, end) => names.has(words.slice(0, end + 1).join(' ')));
  };
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}+]+/gu, ' ').trim();
}
