// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { word } from '../../i18n/words.js';
import { amount } from '../../output/figures.js';
import { printTable } from '../../output/table.js';
import { withServer } from '../../server/server.js';

interface Standing {
  readonly isLicenseUnknown: boolean;
  readonly expiredExemption: { readonly expiresOn: string } | null;
  readonly product: { readonly name: string; readonly installationCount: number; readonly license: { readonly expression: string } | null; readonly alternatives: readonly { readonly product: { readonly name: string } }[] };
}

interface Answer {
  readonly complianceSummary: { readonly reading: string; readonly planned: number; readonly exempt: number; readonly weighed: number; readonly open: number; readonly complies: number; readonly recheckDue: number };
  readonly standings: { readonly nodes: readonly Standing[] };
}

const SHOWN = 50;
const QUERY = `{ complianceSummary { reading complies planned exempt weighed open recheckDue } standings(first: ${SHOWN}, filter: { states: [OPEN] }) { nodes { isLicenseUnknown expiredExemption { expiresOn }
  product { name installationCount license { expression } alternatives(first: 1) { product { name } } } } } }`;

/** `show open`: products in use that are neither open source nor planned nor exempt – the to-do list of the council. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'show ' });
  const { complianceSummary, standings } = await withServer(context, (server) => server.ask<Answer>(QUERY));
  const { language, output } = context;
  const open = standings.nodes.map(({ product, isLicenseUnknown, expiredExemption }) => ({
    product: product.name,
    installations: product.installationCount,
    license: isLicenseUnknown ? null : (product.license?.expression ?? null),
    alternative: product.alternatives[0]?.product.name ?? null,
    exemptUntil: expiredExemption?.expiresOn ?? null,
  }));
  if (context.json) {
    await output.json({ ...complianceSummary, products: open });
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
    open.map((one) => [one.product, amount(one.installations, language), one.license ?? word('unknown', language), one.alternative ?? '–', one.exemptUntil ?? '–']),
  );
  await output.line(`\n${complianceSummary.open} ${word('needsDecision', language)} (${complianceSummary.reading})`);
  return ExitStatus.DONE;
}
