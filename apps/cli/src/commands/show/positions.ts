// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { metricWords, standingWords, type MetricName, type MetricPosition } from '#licensing';
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { word } from '../../i18n/words.js';
import { amount, euro } from '../../output/figures.js';
import { printTable } from '../../output/table.js';
import { findProduct, NAMED_PRODUCT, type NamedProduct } from '../../server/find-product.js';
import { withServer } from '../../server/server.js';
import { serverDocument } from '../../server/server-document.js';

interface Position {
  readonly productKey: string;
  readonly productName: string;
  readonly metric: MetricName;
  readonly entitledSeats: number | null;
  readonly isCountless: boolean;
  readonly usedSeats: number | null;
  readonly underSeats: number | null;
  readonly underCents: number | null;
  readonly unusedSeats: number | null;
  readonly unusedCents: number | null;
  readonly status: MetricPosition['status'];
}

interface Balance {
  readonly on: string;
  readonly totalCount: number;
  readonly unknownCount: number;
  readonly underCents: number;
  readonly unusedCents: number;
  readonly positions: readonly Position[];
}

const QUERY = serverDocument(`query ($filter: LicensePositionFilter) { licensePositions(filter: $filter) { on totalCount unknownCount underCents unusedCents
  positions(first: 1000) { productKey productName metric entitledSeats isCountless usedSeats underSeats underCents unusedSeats unusedCents status } } }`);

/** `show positions [PRODUCT]`: what was bought against what is used. */
export async function run(name: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const { json, language, output } = context;
  const balance = await withServer(context, async (server) => {
    const product = name.length === 0 ? null : await findProduct<NamedProduct>(name.join(' '), NAMED_PRODUCT, server, language);
    return (await server.ask<{ licensePositions: Balance }>(QUERY, { filter: product === null ? null : { products: [product.key] } })).licensePositions;
  });
  if (json) {
    await output.json(balance);
    return ExitStatus.DONE;
  }
  const money = (cents: number | null) => (cents === null ? '–' : euro(cents, language));
  const missing = ({ underSeats, usedSeats }: Position) => (underSeats !== null && underSeats > 0 && usedSeats === null ? `≥ ${amount(underSeats, language)}` : amount(underSeats, language));
  await printTable(
    output,
    [
      { title: word('product', language), wrapAt01: 0.25 },
      { title: word('metric', language) },
      { title: word('entitled', language), align: 'right' },
      { title: word('used', language), align: 'right' },
      { title: word('missing', language), align: 'right' },
      { title: '€', align: 'right' },
      { title: word('unused', language), align: 'right' },
      { title: '€', align: 'right' },
      { title: word('standing', language) },
    ],
    balance.positions.map((one) => [
      one.productName,
      metricWords[language][one.metric],
      one.isCountless ? '∞' : amount(one.entitledSeats, language),
      amount(one.usedSeats, language),
      missing(one),
      money(one.underCents),
      amount(one.unusedSeats, language),
      money(one.unusedCents),
      standingWords[language][one.status],
    ]),
  );
  await output.line(`\n${balance.on}: ${word('missing', language)} ${euro(balance.underCents, language)}, ${word('unused', language)} ${euro(balance.unusedCents, language)}, ${word('unknown', language)} ${balance.unknownCount}/${balance.totalCount}`);
  return ExitStatus.DONE;
}
