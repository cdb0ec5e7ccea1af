// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { word } from '../../i18n/words.js';
import { printTable } from '../../output/table.js';
import { withServer } from '../../server/server.js';

interface Migration {
  readonly product: { readonly key: string; readonly name: string };
  readonly alternative: { readonly name: string };
  readonly status: string;
  readonly plannedStartsOn: string;
  readonly plannedEndsOn: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly isLate: boolean;
  readonly blockers: readonly string[];
  readonly note: string | null;
  readonly revision: number;
}

const QUERY = `query ($after: String) { migrations(first: 500, after: $after) { nodes { product { key name } alternative { name } status plannedStartsOn plannedEndsOn startedOn endedOn isLate blockers note revision }
  pageInfo { hasNextPage endCursor } } }`;

/** `show migrations`: how far the migrations of the plan in force are, by planned first day, with what stands in their way. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'show ' });
  const { json, language, output } = context;
  const migrations = await withServer(context, async (server) => {
    const all: Migration[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { migrations: page }: { migrations: { nodes: Migration[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await server.ask(QUERY, { after });
      all.push(...page.nodes);
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    return all;
  });
  if (json) {
    await output.json({ migrations: migrations.map(({ product, alternative, ...rest }) => ({ product: product.name, productKey: product.key, alternative: alternative.name, ...rest })) });
    return ExitStatus.DONE;
  }
  await printTable(
    output,
    [{ title: word('startsOn', language) }, { title: word('migrationEnds', language) }, { title: word('items', language), wrapAt01: 0.35 }, { title: word('migrationStatus', language) }, { title: word('blockers', language), wrapAt01: 0.3 }],
    migrations.map((one) => [one.startedOn ?? one.plannedStartsOn, one.endedOn ?? one.plannedEndsOn, `${one.product.name} → ${one.alternative.name}`, `${word(one.status, language)}${one.isLate ? ` (${word('late', language)})` : ''}`, one.blockers.join('; ')]),
  );
  return ExitStatus.DONE;
}
