// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { word } from '../i18n/words.js';
import { amount, percent } from './figures.js';
import { printFacts } from './table.js';

/** A product with what is known and installed of it; the keys of `show product --json`. */
export interface ShownProduct {
  readonly key: string;
  readonly name: string;
  readonly vendor: { readonly name: string } | null;
  readonly category: { readonly nameDe: string; readonly nameEn: string };
  readonly license: { readonly expression: string; readonly verdict: string } | null;
  readonly installationCount: number;
  readonly registerEntryCount: number;
  readonly releaseCycles: readonly { readonly cycle: string; readonly endOfSupportOn: string | null }[];
  readonly alternatives: readonly { readonly kind: string; readonly coverage01: number | null; readonly product: { readonly name: string } }[];
  readonly titles: { readonly totalCount: number; readonly nodes: readonly { readonly raw: string; readonly installationCount: number }[] };
}

const TITLES_SHOWN = 10;

/** GraphQL selection behind {@link ShownProduct}. */
export const PRODUCT_FIELDS = `key name vendor { name } category { nameDe nameEn } license { expression verdict } installationCount registerEntryCount
  releaseCycles { cycle endOfSupportOn } alternatives { kind coverage01 product { name } } titles(first: ${TITLES_SHOWN}) { totalCount nodes { raw installationCount } }`;

export async function printProduct(product: ShownProduct, { language, output }: CommandContext): Promise<void> {
  const { license, titles } = product;
  await printFacts(output, [
    [word('product', language), product.name],
    [word('vendor', language), product.vendor?.name ?? '–'],
    [word('category', language), language === 'de' ? product.category.nameDe : product.category.nameEn],
    [word('license', language), license === null ? word('unknown', language) : `${license.expression} (${word('openSource', language)}: ${word(license.verdict, language)})`],
    [word('installations', language), amount(product.installationCount, language)],
    [word('registerEntries', language), amount(product.registerEntryCount, language)],
    [word('endOfSupport', language), product.releaseCycles.slice(0, 5).map(({ cycle, endOfSupportOn }) => `${cycle}: ${endOfSupportOn ?? '–'}`).join('\n') || '–'],
    [word('alternatives', language), product.alternatives.map((one) => `${one.product.name} (${word(one.kind, language)}, ${percent(one.coverage01, language)})`).join('\n') || '–'],
    [`${word('titles', language)} (${titles.totalCount})`, titles.nodes.map((title) => `${title.raw} × ${amount(title.installationCount, language)}`).join('\n') || '–'],
  ]);
}
