// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import { comparablePlan, comparePlans, planChanges, planningMessages, type ComparablePlan } from '#planning';
import { describe, type CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { readJson } from '../files/read-json.js';
import { printComparison } from '../output/print-comparison.js';
import { readComparison } from '../server/read-comparison.js';
import { withServer } from '../server/server.js';

const STORED = /^Plan:[1-9][0-9]{0,8}$/;

/**
 * `compare-plans FIRST OTHER…`: plans side by side, and what is different from the first one. Files that `plan-file` wrote, or plans on the server (`Plan:12`; of
 * one alone, what is different from the plan in force).
 */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const { plans, changes } = words.every((text) => STORED.test(text)) ? await compareStored(words, context) : await compareFiles(words, context);
  if (context.json) await context.output.json({ plans, changes });
  else await printComparison(plans, changes, context);
  return ExitStatus.DONE;
}

async function compareFiles(files: readonly string[], context: CommandContext) {
  const named: { readonly name: string; readonly plan: ComparablePlan }[] = [];
  for (const file of files) {
    const plan = comparablePlan(await readJson(file));
    if (!plan.ok) throw new CommandFailure(describe({ ...plan.problem, file }, context.language, planningMessages));
    named.push({ name: basename(file), plan: plan.value });
  }
  return { plans: comparePlans(named), changes: named.slice(1).flatMap(({ name, plan }) => planChanges(named[0]!.plan, plan).map((change) => ({ plan: name, ...change }))) };
}

function compareStored(ids: readonly string[], context: CommandContext) {
  const [first, others] = ids.length === 1 ? [null, ids] : [ids[0]!, ids.slice(1)];
  return withServer(context, async (server) => {
    const pairs = [];
    for (const id of others) pairs.push({ id, ...(await readComparison(first, id, server)) });
    return {
      plans: [pairs[0]!.before, ...pairs.map(({ after }) => after)],
      changes: pairs.flatMap(({ id, changes }) => changes.map((change) => ({ plan: id, ...change }))),
    };
  });
}
