// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { wrongUsage } from '../failure.js';
import { readLines, type Line } from '../files/read-lines.js';
import { word } from '../i18n/words.js';
import { percent } from '../output/figures.js';
import { printFacts } from '../output/table.js';
import { withServer, type Server } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly vendor?: string;
  readonly version?: string;
  readonly stdin?: boolean;
}

interface TitleInput {
  readonly code?: never;
  readonly title: string;
  readonly vendor?: string;
  readonly version?: string;
  readonly purl?: string;
  readonly cpe?: string;
}

interface Candidate {
  readonly name: string;
  readonly vendor: string | null;
  readonly confidence01: number;
}

interface MatchAnswer {
  readonly title: string;
  readonly decision: string;
  readonly role: string;
  readonly product: Candidate | null;
  readonly version: string | null;
  readonly edition: string | null;
  readonly confidence01: number;
  readonly candidates: readonly Candidate[];
  readonly reasons: readonly { readonly code: string; readonly de: string; readonly en: string }[];
}

/** Characters of a line; titles of a megabyte are answered too. */
const LONGEST_LINE = 4_000_000;
const TITLES_PER_REQUEST = 1_000;
/** Characters of a request; the server takes four times as many bytes. */
const LONGEST_REQUEST = 1_000_000;
/** Matching looks at the beginning of a title; what is longer need not travel. */
const LONGEST_FIELD = 2_000;
const EXAMPLE = '{"title":"MS Office 2016"}';
const QUERY = serverDocument(`query ($titles: [TitleInput!]!) { match(titles: $titles) {
  title decision role product { name vendor confidence01 } version edition confidence01 candidates { name vendor confidence01 } reasons { code de en }
} }`);

/** `match TITLE` and `match --stdin`: which product a raw title stands for; nothing is stored. */
export async function run(words: readonly string[], { vendor, version, stdin }: Options, context: CommandContext): Promise<ExitStatus> {
  if (stdin && words.length > 0) throw wrongUsage({ code: 'CLI.EITHER_ARGUMENT_OR_STDIN', argument: 'title' });
  if (!stdin && words.length === 0) throw wrongUsage({ code: 'CLI.NOTHING_GIVEN', argument: 'title' });
  return withServer(context, async (server) => {
    if (stdin) return matchLines(server, context);
    for (const answer of await ask([{ title: words.join(' '), vendor, version }], server)) {
      if (context.json) await context.output.json(shown(answer, context));
      else await printAnswer(answer, context);
    }
    return ExitStatus.DONE;
  });
}

/** Answers keep the order of the lines; a line that is no title gets its problem in its place. */
async function matchLines(server: Server, context: CommandContext): Promise<ExitStatus> {
  for await (const lines of readLines(context.input, LONGEST_LINE)) {
    for (const read of requestsOf(lines)) {
      const titles = read.filter(isTitle);
      const answers = titles.length === 0 ? [] : await ask(titles.map(shortened), server);
      let next = 0;
      const out = read.map((title) => JSON.stringify(isTitle(title) ? { ...shown(answers[next++] as MatchAnswer, context), title: title.title } : { problem: describe(title, context.language) }));
      await context.output.raw(`${out.join('\n')}\n`);
    }
  }
  return ExitStatus.DONE;
}

/** The lines in groups that fit into one request each. */
function* requestsOf(lines: readonly Line[]): Generator<readonly (TitleInput | Problem)[]> {
  let group: (TitleInput | Problem)[] = [];
  let length = 0;
  for (const line of lines) {
    const title = titleOf(line);
    const size = isTitle(title) ? JSON.stringify(shortened(title)).length : 0;
    if (group.length > 0 && (group.length >= TITLES_PER_REQUEST || length + size > LONGEST_REQUEST)) {
      yield group;
      [group, length] = [[], 0];
    }
    group.push(title);
    length += size;
  }
  if (group.length > 0) yield group;
}

function isTitle(line: TitleInput | Problem): line is TitleInput {
  return line.code === undefined;
}

function shortened(title: TitleInput): TitleInput {
  return Object.fromEntries(Object.entries(title).map(([field, text]) => [field, typeof text === 'string' ? text.slice(0, LONGEST_FIELD) : text])) as unknown as TitleInput;
}

/** `{"title": …}`, or just a JSON text; texts of other fields are passed on, anything else is no title. */
function titleOf({ number, text }: Line): TitleInput | Problem {
  if (text === null) return { code: 'CLI.LINE_TOO_LONG', line: number, most: LONGEST_LINE };
  const noTitle: Problem = { code: 'CLI.LINE_NOT_JSON', line: number, example: EXAMPLE };
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'string') return { title: value };
    const { title, vendor, version, purl, cpe } = value as Record<string, unknown>;
    if (typeof title !== 'string') return noTitle;
    const optional = (field: unknown): string | undefined => (typeof field === 'string' || typeof field === 'number' ? String(field) : undefined);
    return { title, vendor: optional(vendor), version: optional(version), purl: optional(purl), cpe: optional(cpe) };
  } catch {
    return noTitle;
  }
}

async function ask(titles: readonly TitleInput[], server: Server): Promise<readonly MatchAnswer[]> {
  return (await server.ask<{ match: readonly MatchAnswer[] }>(QUERY, { titles })).match;
}

function shown(answer: MatchAnswer, { language }: CommandContext) {
  const { product, reasons } = answer;
  return { ...answer, product: product && { name: product.name, vendor: product.vendor }, reasons: reasons.map((reason) => ({ code: reason.code, message: reason[language] })) };
}

async function printAnswer(answer: MatchAnswer, { language, output }: CommandContext): Promise<void> {
  const name = ({ name: product, vendor }: Candidate): string => (vendor === null ? product : `${product} (${vendor})`);
  await printFacts(output, [
    [word('product', language), answer.product === null ? '–' : name(answer.product)],
    [word('decision', language), `${word(answer.decision, language)} (${percent(answer.confidence01, language)})`],
    [word('version', language), answer.version ?? '–'],
    [word('edition', language), answer.edition ?? '–'],
    ...(answer.product === null && answer.candidates.length > 0 ? [[word('candidates', language), answer.candidates.map((candidate) => `${name(candidate)} ${percent(candidate.confidence01, language)}`).join('\n')] as const] : []),
  ]);
  for (const reason of answer.reasons) await output.line(`  ${reason[language]}`);
}
