// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import type { Server } from './server.js';
import { serverDocument } from './server-document.js';

/** A raw title of the inventory. */
export interface FoundTitle {
  readonly id: string;
  readonly raw: string;
  readonly vendor: string | null;
  readonly revision: number | null;
}

interface Node {
  readonly id: string;
  readonly raw: string;
  readonly vendor: string | null;
  readonly match: { readonly revision: number } | null;
}

const FIELDS = 'id raw vendor match { revision }';

const BY_ID = serverDocument(`query ($id: ID!) { node(id: $id) { ... on Title { ${FIELDS} } } }`);

const BY_NAME = serverDocument(`query ($search: String!) { titles(first: 200, filter: { search: $search }) { nodes { ${FIELDS} } } }`);

/**
 * Asks for a title by its global id or as the inventory spells it, in any case of letters.
 *
 * @param vendor as the inventory spells it, where several titles are spelled the same
 * @throws CommandFailure NOT_FOUND with similar titles, or REFUSED where several vendors have one
 */
export async function findTitle(name: string, vendor: string | undefined, server: Server): Promise<FoundTitle> {
  if (/^Title:\d+$/.test(name)) {
    const { node } = await server.ask<{ node: Node | null }>(BY_ID, { id: name });
    if (node !== null) return shown(node);
    throw new CommandFailure({ code: 'CLI.NOT_FOUND', what: 'Title', name, hint: '' }, ExitStatus.NOT_FOUND);
  }
  const { titles } = await server.ask<{ titles: { nodes: readonly Node[] } }>(BY_NAME, { search: name });
  const equal = titles.nodes.filter((node) => node.raw.toLowerCase() === name.toLowerCase() && (vendor === undefined || (node.vendor ?? '').toLowerCase() === vendor.toLowerCase()));
  if (equal.length === 1) return shown(equal[0]!);
  if (equal.length > 1) throw new CommandFailure({ code: 'CLI.SEVERAL_TITLES', name, vendors: equal.map((node) => node.vendor ?? '–'), ids: equal.map(({ id }) => id) });
  const similar = titles.nodes.slice(0, 5).map(({ raw }) => raw).join('; ');
  throw new CommandFailure({ code: 'CLI.NOT_FOUND', what: 'Title', name, hint: similar === '' ? '' : ` (${similar})` }, ExitStatus.NOT_FOUND);
}

function shown({ id, raw, vendor, match }: Node): FoundTitle {
  return { id, raw, vendor, revision: match?.revision ?? null };
}
