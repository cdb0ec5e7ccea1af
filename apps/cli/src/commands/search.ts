// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { word } from '../i18n/words.js';
import { printTable } from '../output/table.js';
import { withServer } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly first?: string;
  readonly category?: string;
  readonly openSource?: boolean;
}

interface Found {
  readonly key: string;
  readonly name: string;
  readonly vendor: { readonly name: string } | null;
  readonly category: { readonly nameDe: string; readonly nameEn: string };
  readonly license: { readonly expression: string; readonly verdict: string } | null;
}

const QUERY = serverDocument(`query ($first: Int!, $filter: ProductFilter!) { products(first: $first, filter: $filter) { totalCount nodes { key name vendor { name } category { nameDe nameEn } license { expression verdict } } } }`);
const SHOWN = 10;

/** `search TEXT`: products as people call them, the best first; 4 where there is none. */
export async function run(words: readonly string[], { first, category, openSource }: Options, context: CommandContext): Promise<ExitStatus> {
  const { json, language, output } = context;
  const text = words.join(' ');
  const filter = { search: text, category, openSource: openSource ? 'ALLOWED' : undefined };
  const { products } = await withServer(context, (server) => server.ask<{ products: { totalCount: number; nodes: readonly Found[] } }>(QUERY, { first: Number(first ?? SHOWN), filter }));
  const found = products.nodes.map(({ key, name, vendor, category: kind, license }) => ({ key, name, vendor: vendor?.name ?? null, category: language === 'de' ? kind.nameDe : kind.nameEn, license: license?.expression ?? null, openSource: license?.verdict ?? 'UNKNOWN' }));
  if (json) await output.json({ text, total: products.totalCount, products: found });
  else if (found.length === 0) await output.line(word('nothingFound', language));
  else {
    await printTable(
      output,
      [{ title: word('product', language) }, { title: word('vendor', language), wrapAt01: 0.25 }, { title: word('category', language), wrapAt01: 0.25 }, { title: word('license', language), wrapAt01: 0.25 }, { title: word('openSource', language) }],
      found.map((one) => [one.name, one.vendor ?? '–', one.category, one.license ?? '–', word(one.openSource, language)]),
    );
    const left = products.totalCount - found.length;
    if (left > 0) await output.line(`… ${left} ${word('more', language)} (--first)`);
  }
  return found.length === 0 ? ExitStatus.NOT_FOUND : ExitStatus.DONE;
}
