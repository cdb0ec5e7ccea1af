// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure, wrongUsage } from '../failure.js';
import { printCandidates } from '../output/print-candidates.js';
import { printPlan } from '../output/print-plan.js';
import { printProduct, PRODUCT_FIELDS, type ShownProduct } from '../output/print-product.js';
import { findProduct, productDocuments } from '../server/find-product.js';
import { newestPlan, readPlan } from '../server/read-plan.js';
import { newestRun, readRun } from '../server/read-run.js';
import { withServer } from '../server/server.js';
import type { Command } from '../verb.js';

const PRODUCT = productDocuments(PRODUCT_FIELDS);

/** What is shown by a module of its own. */
const VIEWS: Readonly<Record<string, () => Promise<Command>>> = {
  candidate: () => import('./show/candidate.js'),
  open: () => import('./show/open.js'),
  migrations: () => import('./show/migrations.js'),
  questions: () => import('./show/questions.js'),
  positions: () => import('./show/positions.js'),
  notices: () => import('./show/notices.js'),
  software: () => import('./show/software.js'),
  targets: () => import('./show/targets.js'),
  why: () => import('./show/why.js'),
};
const SHOWABLE = ['candidates', 'plan', 'product', ...Object.keys(VIEWS)];

/** `show candidates|candidate NAME|questions|open|plan|migrations|product NAME|positions|notices|software|targets|why NAME`: what is stored, nothing new is worked out. */
export async function run([what = '', ...name]: readonly string[], options: object, context: CommandContext): Promise<ExitStatus> {
  if (!SHOWABLE.includes(what)) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'show', value: what, allowed: SHOWABLE });
  const view = Object.hasOwn(VIEWS, what) ? VIEWS[what] : undefined;
  if (view !== undefined) return (await view()).run(name, options as never, context);
  if (what === 'product' && name.length === 0) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'name', verb: 'show ' });
  if (what !== 'product' && name.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'show ' });
  const { json, language, output } = context;
  if (what === 'product') {
    const product = await withServer(context, (server) => findProduct<ShownProduct>(name.join(' '), PRODUCT, server, language));
    if (json) await output.json(product);
    else await printProduct(product, context);
  } else if (what === 'plan') {
    const plan = await withServer(context, async (server) => {
      const id = await newestPlan(server);
      return id === null ? null : readPlan(id, server, language);
    });
    if (plan === null) throw nothingYet('plan');
    if (json) await output.json(plan);
    else await printPlan(plan, context);
  } else {
    const scored = await withServer(context, async (server) => {
      const id = await newestRun(server);
      return id === null ? null : readRun(id, server);
    });
    if (scored === null) throw nothingYet('score');
    if (json) await output.json(scored);
    else await printCandidates(scored, context);
  }
  return ExitStatus.DONE;
}

function nothingYet(next: string): CommandFailure {
  return new CommandFailure({ code: 'CLI.NOTHING_TO_SHOW', next }, ExitStatus.NOT_FOUND);
}
