// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { word } from '../i18n/words.js';
import { percent } from '../output/figures.js';
import { printTable } from '../output/table.js';
import { withServer } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly first?: number;
  readonly search?: string;
}

interface Family {
  readonly name: string;
  readonly titleCount: number;
  readonly installationCount: number;
  readonly title: {
    readonly id: string;
    readonly raw: string;
    readonly vendor: string | null;
    readonly match: { readonly decision: string; readonly candidates: readonly { readonly name: string; readonly vendor: string | null; readonly confidence01: number }[]; readonly reasons: readonly { readonly code: string; readonly de: string; readonly en: string }[] };
  };
}

const QUERY = serverDocument(`query ($first: Int!, $search: String) { matchFamilies(first: $first, filter: { search: $search }) { totalCount nodes {
  name titleCount installationCount title { id raw vendor match { decision candidates { name vendor confidence01 } reasons { code de en } } }
} } }`);

/** `queue`: what waits for a decision, by family of titles, those with the most installations first. */
export async function run(_words: readonly string[], { first = 20, search }: Options, context: CommandContext): Promise<ExitStatus> {
  const { json, language, output } = context;
  const { matchFamilies } = await withServer(context, (server) => server.ask<{ matchFamilies: { totalCount: number; nodes: readonly Family[] } }>(QUERY, { first, search }));
  if (json) {
    const families = matchFamilies.nodes.map(({ name, titleCount, installationCount, title: { id, raw, vendor, match } }) => ({
      name, title: { id, raw, vendor }, titles: titleCount, installations: installationCount, decision: match.decision, candidates: match.candidates,
      reasons: match.reasons.map((reason) => ({ code: reason.code, message: reason[language] })),
    }));
    await output.json({ total: matchFamilies.totalCount, families });
    return ExitStatus.DONE;
  }
  await printTable(
    output,
    [{ title: word('installations', language), align: 'right' }, { title: word('titles', language), align: 'right' }, { title: word('title', language), wrapAt01: 0.4 }, { title: word('vendor', language), wrapAt01: 0.2 }, { title: word('candidates', language), wrapAt01: 0.3 }],
    matchFamilies.nodes.map(({ titleCount, installationCount, title }) => [installationCount, titleCount, title.raw, title.vendor ?? '–', title.match.candidates.slice(0, 2).map(({ name, confidence01 }) => `${name} ${percent(confidence01, language)}`).join(', ') || '–']),
  );
  const rest = matchFamilies.totalCount - matchFamilies.nodes.length;
  if (rest > 0) await output.line(`… ${rest} ${word('more', language)}`);
  return ExitStatus.DONE;
}
