// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language, Problem } from '#kernel';
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { word } from '../../i18n/words.js';
import { sayGain } from '../../output/gain.js';
import { findProduct, NAMED_PRODUCT, type NamedProduct } from '../../server/find-product.js';
import { payloadOf, PROBLEM_FIELDS } from '../../server/payload.js';
import { withServer } from '../../server/server.js';
import { serverDocument } from '../../server/server-document.js';

interface Explanation {
  readonly planId: string;
  readonly productName: string;
  readonly period: number | null;
  readonly startsOn: string | null;
  readonly obstacles: readonly ({ readonly period: number; readonly startsOn: string | null; readonly code: string; readonly gainPoints: number | null; readonly gainCents: number | null } & Readonly<Record<Language, string>>)[];
}

const QUERY = serverDocument(`query ($product: String!) { explainPlanItem(product: $product) { ${PROBLEM_FIELDS}
  ... on PlanItemExplanation { planId productName period startsOn obstacles { period startsOn code de en gainPoints gainCents } } } }`);

/** `show why NAME`: what keeps a migration of the newest plan from starting earlier, or at all. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  if (words.length === 0) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'name', verb: 'show why ' });
  const { json, language, output } = context;
  const why = await withServer(context, async (server) => {
    const { key } = await findProduct<NamedProduct>(words.join(' '), NAMED_PRODUCT, server, language);
    const { explainPlanItem } = await server.ask<{ explainPlanItem: Explanation | Problem }>(QUERY, { product: key });
    return payloadOf<Explanation>(explainPlanItem as Explanation | Problem);
  });
  const { obstacles, productName, ...place } = why;
  if (json) {
    await output.json({ product: productName, ...place, obstacles: obstacles.map(({ de, en, ...rest }) => ({ ...rest, message: { de, en }[language] })) });
    return ExitStatus.DONE;
  }
  await output.line(`${productName}: ${place.period === null ? word('notPlanned', language) : `${word('period', language)} ${place.period} (${place.startsOn})`}`);
  for (const { period, [language]: sentence, ...gain } of obstacles) {
    await output.line(`  ${word('period', language)} ${period}: ${sentence}${sayGain(gain, language)}`);
  }
  if (obstacles.length === 0) await output.line(`  ${word('nothingInTheWay', language)}`);
  return ExitStatus.DONE;
}
