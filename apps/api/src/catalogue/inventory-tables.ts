// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language, Table } from '#kernel';
import { metricWords, standingWords } from '#licensing';
import type { ProductInUse } from './inventory-tables.repository.js';
import type { LicenseBalance } from './license-position.types.js';

const WORDS = {
  de: {
    inventory: 'Inventar', key: 'Schlüssel', product: 'Produkt', vendor: 'Hersteller', category: 'Kategorie', license: 'Lizenz', openSource: 'Open Source', installations: 'Installationen', titles: 'Rohnamen', registerEntries: 'Einträge im Verfahrensverzeichnis', departments: 'Organisationseinheiten', alternatives: 'Alternativen',
    verdicts: { ALLOWED: 'ja', DENIED: 'nein', UNKNOWN: 'unbekannt' },
    balance: 'Platzbilanz', metric: 'Gezählt wird', bought: 'Gekauft', used: 'Benutzt', missing: 'Fehlen', missingCost: 'Nachkauf (€)', unused: 'Ungenutzt', unusedCost: 'Einsparbar (€)', status: 'Stand', countless: 'beliebig viele',
  },
  en: {
    inventory: 'Inventory', key: 'Key', product: 'Product', vendor: 'Vendor', category: 'Category', license: 'Licence', openSource: 'Open source', installations: 'Installations', titles: 'Raw names', registerEntries: 'Register entries', departments: 'Departments', alternatives: 'Alternatives',
    verdicts: { ALLOWED: 'yes', DENIED: 'no', UNKNOWN: 'unknown' },
    balance: 'Seat balance', metric: 'Counted', bought: 'Bought', used: 'Used', missing: 'Missing', missingCost: 'To buy (€)', unused: 'Unused', unusedCost: 'Could be saved (€)', status: 'Status', countless: 'any number',
  },
} as const;

/** What is in use, a row for each product. */
export function inventoryTable(products: readonly ProductInUse[], language: Language): Table {
  const w = WORDS[language];
  return {
    title: w.inventory,
    columns: [w.key, w.product, w.vendor, w.category, w.license, w.openSource, w.installations, w.titles, w.registerEntries, w.departments, w.alternatives],
    rows: products.map((one) => [one.key, one.name, one.vendor, language === 'de' ? one.categoryDe : one.categoryEn, one.license, w.verdicts[one.verdict], one.installations, one.titles, one.registerEntries, one.departments, one.alternatives]),
  };
}

/** What was bought against what is used, a row for each product and metric; empty where it is not known. */
export function balanceTable({ on, allPositions }: LicenseBalance, language: Language): Table {
  const w = WORDS[language];
  const euro = (cents: number | null): number | null => (cents === null ? null : cents / 100);
  /** Where a part of the uses was not counted, what is missing is a least figure, and nought says nothing. */
  const missing = (figure: number | null, usedSeats: number | null): number | string | null => (usedSeats !== null || figure === null ? figure : figure === 0 ? null : `≥ ${figure.toLocaleString(language)}`);
  return {
    title: `${w.balance} ${on}`,
    columns: [w.key, w.product, w.metric, w.bought, w.used, w.missing, w.missingCost, w.unused, w.unusedCost, w.status],
    rows: allPositions.map((one) => [
      one.productKey, one.productName, metricWords[language][one.metric], one.isCountless ? w.countless : one.entitledSeats, one.usedSeats, missing(one.underSeats, one.usedSeats), missing(euro(one.underCents), one.usedSeats), one.unusedSeats, euro(one.unusedCents), standingWords[language][one.status],
    ]),
  };
}
