// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure, wrongUsage } from '../failure.js';
import { word } from '../i18n/words.js';
import { printFacts } from '../output/table.js';
import { findProduct, NAMED_PRODUCT, type NamedProduct } from '../server/find-product.js';
import { CHANGE_FIELDS } from '../server/payload.js';
import { findTitle, type FoundTitle } from '../server/find-title.js';
import { withServer, type Server } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly candidate?: boolean;
  readonly product?: string;
  readonly new?: string;
  readonly category?: string;
  readonly componentOf?: string;
  readonly component?: boolean;
  readonly notSoftware?: boolean;
  readonly vendor?: string;
  readonly onlyTitle?: boolean;
  readonly dryRun?: boolean;
  readonly undo?: string;
}

interface Decided {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly decisionId: string;
  readonly changedTitles: number;
  readonly title: { readonly match: { readonly decision: string; readonly role: string }; readonly product: { readonly name: string } | null };
}

const DECIDE = serverDocument(`mutation ($input: DecideMatchInput!) { decideMatch(input: $input) { __typename
  ... on DecideMatchSuccess { decisionId changedTitles title { match { decision role } product { name } } } ${CHANGE_FIELDS} } }`);
const UNDO = serverDocument(`mutation ($input: UndoMatchDecisionInput!) { undoMatchDecision(input: $input) { __typename ... on UndoMatchDecisionSuccess { changedTitles decision { id raw } } ... on Problem { code message } } }`);
const COVERED = serverDocument('query ($title: ID!) { titles(first: 1000, filter: { familyOf: $title }) { totalCount nodes { id raw vendor installationCount } } }');
const ANSWERS = ['--candidate', '--product', '--new', '--component', '--component-of', '--not-software'];

/** `decide TITLE …`: answers what a title is, for its whole family; with `--dry-run` only shows which titles that covers; `decide --undo ID` takes an answer back. */
export async function run(words: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  if (options.undo !== undefined) return undo(options.undo, words, context);
  if (words.length === 0) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'title', verb: 'decide ' });
  const given = [options.candidate, options.product, options.new, options.component, options.componentOf, options.notSoftware].filter((answer) => answer !== undefined && answer !== false);
  if (given.length !== 1 && !(options.dryRun && given.length === 0)) throw wrongUsage({ code: 'CLI.ONE_OF_OPTIONS', options: ANSWERS });
  if (options.new !== undefined && options.category === undefined) throw wrongUsage({ code: 'CLI.OPTION_MISSING', option: '--category', verb: 'decide ' });
  return withServer(context, async (server) => {
    const title = await findTitle(words.join(' '), options.vendor, server);
    if (options.dryRun) return showCovered(title, options, server, context);
    const { decideMatch } = await server.ask<{ decideMatch: Decided }>(DECIDE, { input: { title: title.id, scope: options.onlyTitle ? 'TITLE' : 'FAMILY', revision: title.revision, ...(await answerOf(title, options, server, context)) } });
    if (decideMatch.code !== undefined) throw new CommandFailure(decideMatch as unknown as Problem);
    const { decisionId, changedTitles, title: { match, product } } = decideMatch;
    if (context.json) await context.output.json({ title: title.raw, decisionId, changedTitles, decision: match.decision, role: match.role, product: product?.name ?? null });
    else await printFacts(context.output, [[word('title', context.language), title.raw], [word('product', context.language), product?.name ?? '–'], [word('changedTitles', context.language), String(changedTitles)], [word('undoWith', context.language), `fahrplan decide --undo ${decisionId}`]]);
    return ExitStatus.DONE;
  });
}

async function answerOf({ vendor }: FoundTitle, options: Options, server: Server, { language }: CommandContext): Promise<Record<string, unknown>> {
  const idOf = async (name: string): Promise<string> => (await findProduct<NamedProduct>(name, NAMED_PRODUCT, server, language)).id;
  if (options.candidate) return { as: 'CANDIDATE' };
  if (options.notSoftware) return { as: 'NOT_SOFTWARE' };
  if (options.component) return { as: 'COMPONENT' };
  if (options.componentOf !== undefined) return { as: 'COMPONENT', product: await idOf(options.componentOf) };
  if (options.new !== undefined) return { as: 'NEW_PRODUCT', newProduct: { name: options.new, vendor, category: options.category } };
  return { as: 'PRODUCT', product: await idOf(options.product!) };
}

async function showCovered(title: FoundTitle, { onlyTitle }: Options, server: Server, { json, output }: CommandContext): Promise<ExitStatus> {
  const covered = (await server.ask<{ titles: { totalCount: number; nodes: readonly { id: string; raw: string; vendor: string | null; installationCount: number }[] } }>(COVERED, { title: title.id })).titles;
  const titles = onlyTitle ? covered.nodes.filter(({ id }) => id === title.id) : covered.nodes;
  if (json) await output.json({ title: title.raw, dryRun: true, total: onlyTitle ? titles.length : covered.totalCount, titles: titles.map(({ raw, vendor, installationCount }) => ({ title: raw, vendor, installations: installationCount })) });
  else for (const { raw, vendor, installationCount } of titles) await output.line(`${String(installationCount).padStart(7)}  ${raw}${vendor === null ? '' : ` (${vendor})`}`);
  return ExitStatus.DONE;
}

async function undo(id: string, words: readonly string[], context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'decide ' });
  const { undoMatchDecision } = await withServer(context, (server) => server.ask<{ undoMatchDecision: { code?: string; changedTitles: number; decision: { id: string; raw: string } } }>(UNDO, { input: { decision: id } }));
  if (undoMatchDecision.code !== undefined) throw new CommandFailure(undoMatchDecision as unknown as Problem, undoMatchDecision.code.endsWith('.NOT_FOUND') ? ExitStatus.NOT_FOUND : ExitStatus.REFUSED);
  const { decision, changedTitles } = undoMatchDecision;
  if (context.json) await context.output.json({ undone: decision.id, title: decision.raw, changedTitles });
  else await printFacts(context.output, [[word('title', context.language), decision.raw], [word('changedTitles', context.language), String(changedTitles)]]);
  return ExitStatus.DONE;
}
