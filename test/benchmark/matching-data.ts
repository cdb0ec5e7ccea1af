// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { seededRandom } from '#kernel';
import type { KnownProduct } from '#matching';

/** A raw title and the product it was made from; null: made from a name that is in no catalogue. */
export interface MadeTitle {
  readonly title: string;
  readonly productId: number | null;
}

const FIRST = 'Adobe Micro Libre Open Net Data Geo Doc Cloud Smart Fast Secure Mail Web Foto Video Audio Map Plan Law City Bürger Amt Fach Akten Finanz Personal Steuer Melde Bau Umwelt Schul Archiv Druck Scan Sign Team Chat Desk Cad Sql Power Visual Crystal Silver Blue Red'.split(' ');
const LAST = 'Reader Writer Studio Viewer Manager Suite Client Server Portal Connector Editor Player Designer Explorer Builder Pack Assistent Verwaltung Planer Register Kasse Workflow Archiver Backup Agent'.split(' ');
const SYLLABLES = 'ka ro mi ten sol var dex lin pro qua zen fir nov tar bel cor dan gis hal jun'.split(' ');
const VENDORS = 'Amberg,Birkenau,Cordis,Delmark,Ebersoft,Falkon,Gernat,Hollmann,Ilmsys,Jordan,Kestrel,Lindau,Morgen,Nordwerk,Orlando,Pelikan,Quandt,Rosenberg,Stellwerk,Tannhof'.split(',');
const TAILS = ['(x64)', '64-bit', '(remove only)', 'x86', '- de-DE', '(Deutsch)', 'MUI', ''];

/** Invents products and raw titles of them, with versions, languages, vendors, typos; one title in ten is of a product that the catalogue lacks. */
export function makeMatchingData(products: number, titles: number, seed: number): { products: KnownProduct[]; titles: MadeTitle[] } {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const names = new Set<string>();
  const missing = Math.ceil(products / 10);
  while (names.size < products + missing) {
    names.add(`${pick(FIRST)}${pick(['', ' ', '-'])}${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)} ${pick(LAST)}${random() < 0.4 ? ` ${pick(LAST)}` : ''}`);
  }
  const all = [...names];
  const known = all.slice(0, products).map((name, at): KnownProduct => ({ id: at + 1, name, vendorName: VENDORS[at % VENDORS.length]!, vendorAliases: [], aliases: [], identifiers: { purl: [], cpe: [], winget: [], debian: [] } }));
  const made = Array.from({ length: titles }, (): MadeTitle => {
    const at = random() < 0.1 ? products + Math.floor(random() * missing) : Math.floor(random() * products);
    let title = all[at]!;
    if (random() < 0.2) title = misspell(title, random);
    if (random() < 0.3) title = `${VENDORS[at % VENDORS.length]} ${title}`;
    if (random() < 0.7) title += ` ${Math.floor(random() * 20)}.${Math.floor(random() * 10)}.${Math.floor(random() * 9999)}`;
    if (random() < 0.5) title += ` ${pick(TAILS)}`;
    if (random() < 0.2) title = title.toUpperCase();
    return { title: title.trim(), productId: at < products ? at + 1 : null };
  });
  return { products: known, titles: made };
}

function misspell(title: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (title.length - 2));
  const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)]!;
  return title.slice(0, at) + letter + title.slice(at + (random() < 0.5 ? 1 : 0));
}
