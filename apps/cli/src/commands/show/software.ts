// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { word } from '../../i18n/words.js';
import { percent } from '../../output/figures.js';
import { printFacts, printTable } from '../../output/table.js';
import { payloadOf, PROBLEM_FIELDS } from '../../server/payload.js';
import { withServer } from '../../server/server.js';
import { serverDocument } from '../../server/server-document.js';

interface Software {
  readonly key: string;
  readonly name: string;
  readonly license: string | null;
  readonly repositoryUrl: string | null;
  readonly isPublished: boolean;
  readonly partCount: number;
}

interface Register {
  readonly publicationShare: { readonly total: number; readonly published: number; readonly share01: number | null };
  readonly ownSoftware: { readonly nodes: readonly Software[] };
}

interface Finding {
  readonly component: string;
  readonly version: string | null;
  readonly license: string | null;
  readonly verdict: string;
  readonly reasonDe: string;
  readonly reasonEn: string;
}

interface Check {
  readonly key: string;
  readonly name: string;
  readonly license: string | null;
  readonly isPublished: boolean;
  readonly verdict: string;
  readonly components: number;
  readonly obstacles: readonly { readonly code: string; readonly sentenceDe: string; readonly sentenceEn: string }[];
  readonly findings: readonly Finding[];
}

const REGISTER = serverDocument('{ publicationShare { total published share01 } ownSoftware(first: 1000) { nodes { key name license repositoryUrl isPublished partCount } } }');
const CHECK = serverDocument(`query ($key: String!) { checkPublication(key: $key) { ... on PublicationCheck { key name license isPublished verdict components obstacles { code sentenceDe sentenceEn }
  findings(verdicts: [REJECTED, REVIEW]) { component version license verdict reasonDe reasonEn } } ${PROBLEM_FIELDS} } }`);

/** `show software [KEY]`: the register of own software and how much of it is published, or whether one of it may be. */
export async function run([key]: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  return key === undefined ? showRegister(context) : showCheck(key, context);
}

async function showRegister(context: CommandContext): Promise<ExitStatus> {
  const { json, language, output } = context;
  const { publicationShare: share, ownSoftware } = await withServer(context, (server) => server.ask<Register>(REGISTER));
  if (json) await output.json({ ...share, software: ownSoftware.nodes });
  else {
    await printTable(
      output,
      [{ title: word('key', language) }, { title: word('product', language), wrapAt01: 0.3 }, { title: word('license', language) }, { title: word('components', language), align: 'right' }, { title: word('published', language), wrapAt01: 0.4 }],
      ownSoftware.nodes.map((one) => [one.key, one.name, one.license ?? '–', one.partCount, one.isPublished ? (one.repositoryUrl ?? '') : word('no', language)]),
    );
    await output.line(`\n${word('published', language)}: ${share.published}/${share.total} (${percent(share.share01, language)})`);
  }
  return ExitStatus.DONE;
}

/** Ends as a check does: 5 where a part or the license stands in the way for certain. */
async function showCheck(key: string, context: CommandContext): Promise<ExitStatus> {
  const { json, language, output } = context;
  const check = payloadOf(await withServer(context, async (server) => (await server.ask<{ checkPublication: Check }>(CHECK, { key })).checkPublication));
  const findings = check.findings.map(({ reasonDe, reasonEn, ...finding }) => ({ ...finding, reason: language === 'de' ? reasonDe : reasonEn }));
  const obstacles = check.obstacles.map((one) => ({ code: one.code, message: sentenceOf(one, language) }));
  if (json) await output.json({ ...check, obstacles, findings });
  else {
    await printFacts(output, [[word('product', language), check.name], [word('license', language), check.license ?? '–'], [word('published', language), word(check.isPublished ? 'yes' : 'no', language)], [word('verdict', language), word(check.verdict, language)]]);
    for (const { message } of obstacles) await output.line(`  ✗ ${message}`);
    for (const one of findings) await output.line(`  ${one.component} ${one.version ?? ''} (${one.license ?? '–'}): ${one.reason}`);
  }
  return check.verdict === 'REJECTED' ? ExitStatus.CHECK_NEGATIVE : ExitStatus.DONE;
}

function sentenceOf({ sentenceDe, sentenceEn }: Check['obstacles'][number], language: Language): string {
  return language === 'de' ? sentenceDe : sentenceEn;
}
