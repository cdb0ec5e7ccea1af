// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { word } from '../../i18n/words.js';
import { amount } from '../../output/figures.js';
import { printTable } from '../../output/table.js';
import { withServer, type Server } from '../../server/server.js';
import { serverDocument } from '../../server/server-document.js';

interface Standing {
  readonly isLicenseUnknown: boolean;
  readonly expiredExemption: { readonly expiresOn: string } | null;
  readonly product: { readonly name: string; readonly installationCount: number; readonly license: { readonly expression: string } | null; readonly alternatives: readonly { readonly product: { readonly name: string } }[] };
}

interface Summary {
  readonly reading: string;
  readonly planned: number;
  readonly exempt: number;
  readonly weighed: number;
  readonly open: number;
  readonly openAccessories: number;
  readonly complies: number;
  readonly recheckDue: number;
}

interface OpenProduct {
  readonly product: string;
  readonly installations: number;
  readonly license: string | null;
  readonly alternative: string | null;
  readonly exemptUntil: string | null;
}

const PAGE = 200;
const SHOWN = 50;
const ACCESSORIES_SHOWN = 12;
const SUMMARY = serverDocument('{ complianceSummary { reading complies planned exempt weighed open openAccessories recheckDue } }');
const STANDINGS = serverDocument(`query ($accessory: Boolean!, $after: String) { standings(first: ${PAGE}, after: $after, filter: { states: [OPEN], accessory: $accessory }) { pageInfo { hasNextPage endCursor } nodes {
  isLicenseUnknown expiredExemption { expiresOn } product { name installationCount license { expression } alternatives(first: 1) { product { name } } } } } }`);

/** `show open`: products in use that are neither open source nor planned nor exempt – the to-do list of the council; accessories apart. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'show ' });
  const { language, output } = context;
  const { summary, products, accessories } = await withServer(context, async (server) => {
    const { complianceSummary } = await server.ask<{ complianceSummary: Summary }>(SUMMARY);
    return { summary: complianceSummary, products: await openOnes(false, server), accessories: await openOnes(true, server) };
  });
  if (context.json) {
    await output.json({ ...summary, products, accessories });
    return ExitStatus.DONE;
  }
  await printTable(
    output,
    [
      { title: word('product', language), wrapAt01: 0.3 },
      { title: word('installations', language), align: 'right' },
      { title: word('license', language), wrapAt01: 0.2 },
      { title: word('alternative', language), wrapAt01: 0.2 },
      { title: word('lastExemption', language) },
    ],
    products.slice(0, SHOWN).map((one) => [one.product, amount(one.installations, language), one.license ?? word('unknown', language), one.alternative ?? '–', one.exemptUntil ?? '–']),
  );
  if (products.length > SHOWN) await output.line(`… ${products.length - SHOWN} ${word('more', language)} (--json)`);
  await output.line(`\n${products.length} ${word('needsDecision', language)} (${summary.reading})`);
  if (accessories.length > 0) {
    const left = accessories.length - ACCESSORIES_SHOWN;
    const named = accessories.slice(0, ACCESSORIES_SHOWN).map(({ product }) => product);
    await output.line(`${accessories.length} ${word('accessories', language)}: ${[...named, ...(left > 0 ? [`… ${left} ${word('more', language)} (--json)`] : [])].join(', ')}`);
  }
  return ExitStatus.DONE;
}

async function openOnes(accessory: boolean, server: Server): Promise<OpenProduct[]> {
  const found: OpenProduct[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { standings }: { standings: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: readonly Standing[] } } = await server.ask(STANDINGS, { accessory, after });
    found.push(...standings.nodes.map(openProduct));
    [after, more] = [standings.pageInfo.endCursor, standings.pageInfo.hasNextPage];
  }
  return found;
}

function openProduct({ product, isLicenseUnknown, expiredExemption }: Standing): OpenProduct {
  return {
    product: product.name,
    installations: product.installationCount,
    license: isLicenseUnknown ? null : (product.license?.expression ?? null),
    alternative: product.alternatives[0]?.product.name ?? null,
    exemptUntil: expiredExemption?.expiresOn ?? null,
  };
}
