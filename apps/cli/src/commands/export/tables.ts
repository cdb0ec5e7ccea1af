// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import type { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { endingOf } from '../../files/ending-of.js';
import { writeExport } from '../../files/write-export.js';
import { withServer } from '../../server/server.js';
import type { Command } from '../../verb.js';

interface Options {
  readonly to: string;
}

const ENDINGS = ['.csv', '.xlsx', '.md'];

/** `export inventory --to FILE`: what is in use, a row for each product. */
export const inventory = { run: (words: readonly string[], options: Options, context: CommandContext) => writeTable('inventory', 'products', words, options, context) } satisfies Command;

/** `export seat-balance --to FILE`: what was bought against what is used. */
export const seatBalance = { run: (words: readonly string[], options: Options, context: CommandContext) => writeTable('seat-balance', 'seat-balance', words, options, context) } satisfies Command;

async function writeTable(what: string, name: string, words: readonly string[], { to }: Options, context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: `export ${what} ` });
  const ending = endingOf(to, ENDINGS);
  const bytes = await withServer(context, (server) => server.downloadBytes(`/inventory/${name}${ending}?language=${context.language}`));
  return writeExport(to, bytes, { what, bytes: bytes.length }, context);
}
