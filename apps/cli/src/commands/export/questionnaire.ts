// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import type { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { endingOf } from '../../files/ending-of.js';
import { writeExport } from '../../files/write-export.js';
import { withServer } from '../../server/server.js';

interface Options {
  readonly to: string;
  readonly product?: readonly string[];
  readonly archetype?: readonly string[];
  readonly first?: number;
}

const ENDINGS = ['.csv', '.xlsx'];

/** `export questionnaire --to FILE`: what is still open about products, as a table to fill in. */
export async function run(words: readonly string[], { to, product = [], archetype = [], first }: Options, context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'export questionnaire ' });
  const ending = endingOf(to, ENDINGS);
  const query = new URLSearchParams({ language: context.language, ...(first === undefined ? {} : { first: String(first) }) });
  for (const key of product) query.append('product', key);
  for (const key of archetype) query.append('archetype', key);
  const bytes = await withServer(context, (server) => server.downloadBytes(`/questionnaires/open${ending}?${query.toString()}`));
  return writeExport(to, bytes, { what: 'questionnaire', bytes: bytes.length }, context);
}
