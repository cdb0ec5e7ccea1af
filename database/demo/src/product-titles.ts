// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addMonths, type CalendarDate } from '#kernel';
import type { Chance } from './chance.js';
import type { DemoCatalogueProduct, DemoReleaseCycle } from './demo-catalogue.js';
import { misspell, spellVendor } from './spelling.js';

/** One way in which a product shows up: the title, the vendor beside it, and the versions seen with it, newest first. */
export interface ProductTitle {
  readonly raw: string;
  readonly vendor: string | null;
  readonly versions: readonly (string | null)[];
  /** Share among the product's titles, not normed. */
  readonly weight: number;
}

const MOST_CYCLES = 4;
const NUMERIC = /^\d+(\.\d+)*$/;

/**
 * Writes the titles under which one product appears, best known first; at most `count`, all of them different, at least one.
 *
 * @param count how many to try for; fewer come back where a product has too few names, cycles and spellings
 */
export function productTitles(product: DemoCatalogueProduct, count: number, today: CalendarDate, chance: Chance): ProductTitle[] {
  const cycles = recentCycles(product.releaseCycles, today);
  const names = [product.name, ...product.aliases];
  const titles = new Map<string, ProductTitle>();
  for (let attempt = 0; titles.size < count && attempt < count * 4; attempt++) {
    const base = attempt === 0 ? product.name : attempt < names.length ? (names[attempt] as string) : chance.pick(names);
    const cycle = cycleFor(base, cycles, attempt, chance);
    const versions = versionsOf(cycle, chance);
    const spelled = decorate(base, cycle, versions[0] ?? null, product, attempt, chance);
    const raw = attempt > 1 && chance.happens(0.3) ? misspell(spelled, chance) : spelled;
    if (raw.trim() !== '' && !titles.has(raw)) titles.set(raw, { raw, vendor: spellVendor(product.vendorName, chance), versions, weight: 1 / (titles.size + 1) ** 1.2 });
  }
  return [...titles.values()];
}

/** The supported cycles and those that ended within the last six years, newest first: what is still found on hosts. */
function recentCycles(cycles: readonly DemoReleaseCycle[], today: CalendarDate): DemoReleaseCycle[] {
  const oldest = addMonths(today, -72);
  return cycles.filter(({ endOfSupportOn }) => endOfSupportOn == null || endOfSupportOn >= oldest).sort((a, b) => compareCycles(b.cycle, a.cycle)).slice(0, MOST_CYCLES);
}

function compareCycles(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** A name that states a cycle belongs to that cycle; others take the newest first, then any. */
function cycleFor(base: string, cycles: readonly DemoReleaseCycle[], attempt: number, chance: Chance): string | null {
  const words = base.split(/[\s(),-]+/);
  const named = cycles.find(({ cycle }) => words.includes(cycle));
  if (named) return named.cycle;
  return cycles.length === 0 ? null : ((attempt < cycles.length ? cycles[attempt] : chance.pick(cycles)) as DemoReleaseCycle).cycle;
}

function versionsOf(cycle: string | null, chance: Chance): (string | null)[] {
  if (cycle === null && chance.happens(0.25)) return [null];
  const stem = cycle !== null && NUMERIC.test(cycle) ? cycle : cycle === null ? `${chance.whole(1, 14)}.${chance.whole(0, 9)}` : null;
  if (stem === null) return [cycle, null];
  const patches = chance.whole(1, 5);
  let patch = chance.whole(0, 40);
  const versions = Array.from({ length: patches }, () => `${stem}.${(patch += chance.whole(1, 9))}`).reverse();
  return chance.happens(0.3) ? [...versions, null] : versions;
}

function decorate(base: string, cycle: string | null, version: string | null, product: DemoCatalogueProduct, attempt: number, chance: Chance): string {
  const saysVersion = /\d/.test(base);
  const vendor = product.vendorName.split(/[\s,]/)[0] as string;
  let title = base;
  if (attempt > 0 && chance.happens(0.15) && !base.toLowerCase().includes(vendor.toLowerCase())) title = `${vendor} ${title}`;
  if (!saysVersion && attempt > 0 && chance.happens(0.2)) title += ` ${chance.pick(EDITIONS)}`;
  if (!saysVersion && cycle !== null && cycle.length <= 12 && chance.happens(0.5)) title += ` ${cycle}`;
  else if (!saysVersion && version !== null && chance.happens(0.25)) title += ` ${chance.pick(['', 'v', 'Version ', 'Ver. ', '- '])}${version}`;
  if (attempt > 0 && chance.happens(0.3)) title += chance.pick(SUFFIXES);
  return title;
}

const EDITIONS = ['Standard', 'Professional', 'Enterprise', 'Client', 'Server', 'Einzelplatz', 'Netzwerkversion', 'Premium', 'Basis', 'Viewer', 'Administrator-Konsole'] as const;
const SUFFIXES = [' (x64)', ' (64-bit)', ' 64-Bit', ' x86', ' (x86 de)', ' - de-de', ' - de', ' (Deutsch)', ' - German', ' (x64 de)', ' [Deutsch (Deutschland)]', ' en-US', ' MUI', ' (nur entfernen)', ' - Arbeitsplatz', ' (User)'] as const;
