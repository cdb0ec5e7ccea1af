// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { CommandFailure, wrongUsage } from '../../failure.js';
import { word } from '../../i18n/words.js';
import { printExplanation } from '../../output/print-explanation.js';
import { findProduct, NAMED_PRODUCT, type NamedProduct } from '../../server/find-product.js';
import { candidateOf, readExplanation, type Explanation } from '../../server/read-explanation.js';
import { newestRun } from '../../server/read-run.js';
import { withServer, type Server } from '../../server/server.js';

/** `show candidate NAME`: every number of a candidate, down to its input, source and date. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  if (words.length === 0) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'name', verb: 'show ' });
  const explanation = await withServer(context, (server) => read(words.join(' '), server, context));
  if (context.json) await context.output.json(explanation);
  else await printExplanation(explanation, context);
  return ExitStatus.DONE;
}

async function read(name: string, server: Server, { language }: CommandContext): Promise<Explanation> {
  const id = await candidateOf(name, server);
  if (id !== null) return readExplanation(id, server, language);
  if ((await newestRun(server)) === null) throw new CommandFailure({ code: 'CLI.NOTHING_TO_SHOW', next: 'score' }, ExitStatus.NOT_FOUND);
  const product = await findProduct<NamedProduct>(name, NAMED_PRODUCT, server, language);
  const hint = language === 'de' ? ' Das Produkt ist im neuesten Lauf kein Migrationskandidat.' : ' The product is no migration candidate in the newest run.';
  throw new CommandFailure({ code: 'CLI.NOT_FOUND', what: word('candidate', language), name: product.name, hint }, ExitStatus.NOT_FOUND);
}
