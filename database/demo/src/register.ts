// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { chanceFor } from './chance.js';
import type { UsedProduct } from './contracts.js';
import type { DemoRegisterEntry } from './demo-city.js';
import { spellVendor } from './spelling.js';
import type { SpreadTitle } from './titles.js';

const NOTES = ['Ablösung geplant', 'läuft beim kommunalen Rechenzentrum', 'Ansprechstelle unklar', 'wird nur noch lesend genutzt', 'Nachfolger wird ausgeschrieben', 'Cloud', 'siehe Verfahrensverzeichnis'] as const;

/**
 * The application register: every specialised procedure, a part of the other server products, and some lines that only the register knows.
 *
 * Titles are those of the city or the product's own name, so that the register and the inventories overlap but do not agree.
 */
export function demoRegister(used: readonly UsedProduct[], titles: readonly SpreadTitle[], seed: number): DemoRegisterEntry[] {
  const chance = chanceFor(seed, 'register');
  const entries: DemoRegisterEntry[] = [];
  const byProduct = new Map<string, string[]>();
  for (const { productId, raw } of titles) if (productId !== null) byProduct.set(productId, [...(byProduct.get(productId) ?? []), raw]);
  for (const { product, role, homeDepartmentId, hosts } of used) {
    if (!(role.id === 'specialised' || chance.happens(role.serverRole === null ? 0.04 : 0.3))) continue;
    entries.push({
      title: chance.happens(0.5) ? product.name : chance.pick(byProduct.get(product.id) ?? [product.name]),
      vendor: spellVendor(product.vendorName, chance),
      departmentId: chance.happens(0.9) ? (homeDepartmentId ?? 'amt-16') : null,
      users: chance.happens(0.55) ? Math.max(1, Math.round((hosts * (0.8 + chance.next())) / 5) * 5) : null,
      note: chance.happens(0.25) ? chance.pick(NOTES) : null,
      productId: product.id,
    });
  }
  for (const title of chance.shuffled(titles.filter(({ kind }) => kind === 'IN_HOUSE')).slice(0, 14)) {
    entries.push({ title: title.raw, vendor: title.vendor, departmentId: chance.pick(['amt-16-3', 'amt-32', 'amt-66', 'eb-68']), users: null, note: 'Eigenentwicklung', productId: null });
  }
  return entries;
}
