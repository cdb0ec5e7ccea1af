// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CommandContext } from '../context.js';
import { dayOption } from '../day-option.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure, wrongUsage } from '../failure.js';
import { word } from '../i18n/words.js';
import { findProduct, NAMED_PRODUCT, type NamedProduct } from '../server/find-product.js';
import { CHANGE_FIELDS, payloadOf } from '../server/payload.js';
import { withServer } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly on?: string;
  readonly blocker?: readonly string[];
  readonly note?: string;
}

interface Migration {
  readonly status: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly blockers: readonly string[];
  readonly note: string | null;
  readonly revision: number;
}

const STATUSES = ['planned', 'running', 'blocked', 'done', 'cancelled'];
const SET = serverDocument(`mutation ($input: SetMigrationStatusInput!) { setMigrationStatus(input: $input) { ${CHANGE_FIELDS}
  ... on SetMigrationStatusSuccess { migration { status startedOn endedOn blockers note revision } } } }`);

const REVISION = serverDocument('query ($key: String!) { migrations(first: 1, filter: { product: $key }) { nodes { revision } } }');

/** `steer STATUS NAME`: says how far a migration of the plan in force is. */
export async function run([status = '', ...name]: readonly string[], { on, blocker, note }: Options, context: CommandContext): Promise<ExitStatus> {
  if (!STATUSES.includes(status)) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'steer', value: status, allowed: STATUSES });
  const day = dayOption('--on', on);
  const { json, language, output } = context;
  const steered = await withServer(context, async (server) => {
    const product = await findProduct<NamedProduct>(name.join(' '), NAMED_PRODUCT, server, language);
    const { migrations } = await server.ask<{ migrations: { nodes: readonly { readonly revision: number }[] } }>(REVISION, { key: product.key });
    const [known] = migrations.nodes;
    if (known === undefined) throw new CommandFailure({ code: 'CLI.NOT_FOUND', what: word('migration', language), name: product.name, hint: '' }, ExitStatus.NOT_FOUND);
    const input = { product: product.key, status: status.toUpperCase(), on: day, blockers: blocker, note, revision: known.revision };
    const { setMigrationStatus } = await server.ask<{ setMigrationStatus: { readonly migration: Migration } | Problem }>(SET, { input });
    return { product: product.name, ...payloadOf<{ readonly migration: Migration }>(setMigrationStatus as { readonly migration: Migration } | Problem).migration };
  });
  if (json) await output.json(steered);
  else await output.line(`${steered.product}: ${word(steered.status, language)}${steered.blockers.length > 0 ? ` – ${steered.blockers.join('; ')}` : ''}`);
  return ExitStatus.DONE;
}
