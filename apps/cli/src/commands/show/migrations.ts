// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { CommandFailure } from '../../failure.js';
import { word } from '../../i18n/words.js';
import { printTable } from '../../output/table.js';
import { findProduct, NAMED_PRODUCT, type NamedProduct } from '../../server/find-product.js';
import { withServer, type Server } from '../../server/server.js';
import { serverDocument } from '../../server/server-document.js';

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

/** What was said of a migration. */
interface Said {
  readonly status: string;
  readonly on: string;
  readonly blockers: readonly string[];
  readonly note: string | null;
  readonly recordedAt: string;
}

const FIELDS = 'product { key name } alternative { name } status plannedStartsOn plannedEndsOn startedOn endedOn isLate blockers note revision';
const QUERY = serverDocument(`query ($after: String) { migrations(first: 500, after: $after) { nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`);
const ONE = serverDocument(`query ($key: String!) { migrations(first: 1, filter: { product: $key }) { nodes { ${FIELDS} history { status on blockers note recordedAt } } } }`);

/** `show migrations [NAME]`: how far the migrations of the plan in force are, by planned first day, with what stands in their way; of one product with all that was said of it. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) return showOne(words.join(' '), context);
  const { json, output } = context;
  const migrations = await withServer(context, readAll);
  if (json) {
    await output.json({ migrations: migrations.map(namedFlat) });
    return ExitStatus.DONE;
  }
  await printMigrations(migrations, context);
  return ExitStatus.DONE;
}

async function showOne(name: string, context: CommandContext): Promise<ExitStatus> {
  const { json, language, output } = context;
  const migration = await withServer(context, async (server) => {
    const product = await findProduct<NamedProduct>(name, NAMED_PRODUCT, server, language);
    const { migrations } = await server.ask<{ migrations: { nodes: readonly (Migration & { readonly history: readonly Said[] })[] } }>(ONE, { key: product.key });
    if (migrations.nodes[0] === undefined) throw new CommandFailure({ code: 'CLI.NOT_FOUND', what: word('migration', language), name: product.name, hint: '' }, ExitStatus.NOT_FOUND);
    return migrations.nodes[0];
  });
  if (json) {
    await output.json(namedFlat(migration));
    return ExitStatus.DONE;
  }
  await printMigrations([migration], context);
  await output.line();
  await printTable(
    output,
    [{ title: word('saidOn', language) }, { title: word('migrationStatus', language) }, { title: word('blockers', language), wrapAt01: 0.35 }, { title: word('note', language), wrapAt01: 0.35 }],
    migration.history.map(({ on, status, blockers, note }) => [on, word(status, language), blockers.join('; '), note ?? '']),
  );
  return ExitStatus.DONE;
}

async function readAll(server: Server): Promise<readonly Migration[]> {
  const all: Migration[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { migrations: page }: { migrations: { nodes: Migration[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await server.ask(QUERY, { after });
    all.push(...page.nodes);
    [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
  }
  return all;
}

function namedFlat({ product, alternative, ...rest }: Migration): object {
  return { product: product.name, productKey: product.key, alternative: alternative.name, ...rest };
}

async function printMigrations(migrations: readonly Migration[], { language, output }: CommandContext): Promise<void> {
  await printTable(
    output,
    [{ title: word('startsOn', language) }, { title: word('migrationEnds', language) }, { title: word('items', language), wrapAt01: 0.35 }, { title: word('migrationStatus', language) }, { title: word('blockers', language), wrapAt01: 0.3 }],
    migrations.map((one) => [one.startedOn ?? one.plannedStartsOn, one.endedOn ?? one.plannedEndsOn, `${one.product.name} → ${one.alternative.name}`, `${word(one.status, language)}${one.isLate ? ` (${word('late', language)})` : ''}`, one.blockers.join('; ')]),
  );
}
