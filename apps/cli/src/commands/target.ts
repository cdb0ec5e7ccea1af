// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CommandContext } from '../context.js';
import { dayOption } from '../day-option.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure, wrongUsage } from '../failure.js';
import { word } from '../i18n/words.js';
import { printTargets } from '../output/print-targets.js';
import { CHANGE_FIELDS, payloadOf, PROBLEM_FIELDS } from '../server/payload.js';
import { readTargets, TARGET_FIELDS, type ShownTarget } from '../server/read-targets.js';
import { withServer, type Server } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly by?: string;
  readonly name?: string;
  readonly goal?: string;
  readonly note?: string;
  readonly reason?: string;
}

const MEASURES = ['products', 'specialised-products', 'installations', 'devices', 'spend', 'own-software', 'open-products'];
/** Options that an action takes; another one would be passed over in silence. */
const ACTIONS: Readonly<Record<string, readonly (keyof Options)[]>> = { set: ['by', 'name', 'note'], change: ['by', 'name', 'goal', 'note'], withdraw: ['reason'], measure: [] };

/** `target set MEASURE GOAL --by DAY`, `target change TARGET …`, `target withdraw TARGET --reason TEXT`, `target measure`. */
export async function run([action = '', ...words]: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  const allowed = Object.hasOwn(ACTIONS, action) ? ACTIONS[action]! : undefined;
  if (allowed === undefined) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'target', value: action, allowed: Object.keys(ACTIONS) });
  const stranger = (Object.keys(options) as (keyof Options)[]).find((name) => ['by', 'name', 'goal', 'note', 'reason'].includes(name) && !allowed.includes(name));
  if (stranger !== undefined) throw wrongUsage({ code: 'CLI.UNKNOWN_OPTION', option: `--${stranger}`, hint: '', verb: 'target ' });
  if (action === 'measure') return measure(words, context);
  const target = await (action === 'set' ? set(words, options, context) : change(action, words, options, context));
  if (context.json) await context.output.json(target);
  else await printTargets([target], context);
  return ExitStatus.DONE;
}

async function set(words: readonly string[], { by, name, note }: Options, context: CommandContext): Promise<ShownTarget> {
  const [measure = '', goal] = words;
  if (!MEASURES.includes(measure)) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'target set', value: measure, allowed: MEASURES });
  if (goal === undefined) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'goal', verb: 'target ' });
  if (words.length > 2) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'target ' });
  if (by === undefined) throw wrongUsage({ code: 'CLI.OPTION_MISSING', option: '--by', verb: 'target ' });
  const input = { measure: measure.toUpperCase().replaceAll('-', '_'), goal: goalOf(goal), dueOn: dayOption('--by', by), name: name ?? measure, note };
  return withServer(context, (server) => mutate('setTarget', input, server));
}

async function change(action: string, words: readonly string[], { by, name, goal, note, reason }: Options, context: CommandContext): Promise<ShownTarget> {
  if (words.length === 0) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'target', verb: 'target ' });
  if (action === 'withdraw' && reason === undefined) throw wrongUsage({ code: 'CLI.OPTION_MISSING', option: '--reason', verb: 'target ' });
  const changes = { name, goal: goal === undefined ? undefined : goalOf(goal), dueOn: dayOption('--by', by), note };
  if (action === 'change' && Object.values(changes).every((value) => value === undefined)) throw wrongUsage({ code: 'CLI.NOTHING_TO_CHANGE', options: ['--goal', '--by', '--name', '--note'] });
  return withServer(context, async (server) => {
    const { id, revision } = await findTarget(words.join(' '), server, context);
    if (action === 'withdraw') return mutate('withdrawTarget', { id, revision, reason }, server);
    return mutate('changeTarget', { id, revision, ...changes }, server);
  });
}

const mutation = (name: string, type: string, problem: string): string => `mutation ($input: ${type}!) { ${name}(input: $input) { ${problem} ... on TargetStored { target { ${TARGET_FIELDS} } } } }`;
const CHANGES = {
  setTarget: serverDocument(mutation('setTarget', 'SetTargetInput', PROBLEM_FIELDS)),
  changeTarget: serverDocument(mutation('changeTarget', 'ChangeTargetInput', CHANGE_FIELDS)),
  withdrawTarget: serverDocument(mutation('withdrawTarget', 'WithdrawTargetInput', CHANGE_FIELDS)),
} as const;
const MEASURE = serverDocument('mutation { measureTargets { changed } }');

async function measure(words: readonly string[], context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'target ' });
  const { measureTargets } = await withServer(context, (server) => server.ask<{ measureTargets: { readonly changed: number } }>(MEASURE));
  if (context.json) await context.output.json(measureTargets);
  else await context.output.line(`${word('measuredChanges', context.language)}: ${measureTargets.changed}`);
  return ExitStatus.DONE;
}

async function mutate(name: keyof typeof CHANGES, input: object, server: Server): Promise<ShownTarget> {
  const answer = await server.ask<Record<string, { readonly target: ShownTarget } | Problem>>(CHANGES[name], { input });
  return payloadOf<{ readonly target: ShownTarget }>(answer[name]!).target;
}

async function findTarget(name: string, server: Server, { language }: CommandContext): Promise<ShownTarget> {
  const found = (await readTargets(server)).filter((target) => target.id === name || target.name.toLowerCase() === name.toLowerCase());
  if (found.length > 1) throw new CommandFailure({ code: 'CLI.SEVERAL_TARGETS', name, ids: found.map(({ id }) => id) });
  if (found[0] === undefined) throw new CommandFailure({ code: 'CLI.NOT_FOUND', what: word('target', language), name, hint: '' }, ExitStatus.NOT_FOUND);
  return found[0];
}

/** `40%`, `40 %`, `0.4`, `0,4`, `25`. */
function goalOf(text: string): number {
  const match = /^(\d{1,9}(?:[.,]\d{1,9})?)\s*(%?)$/.exec(text.trim());
  if (match === null) throw wrongUsage({ code: 'CLI.GOAL_INVALID', value: text });
  const value = Number(match[1]!.replace(',', '.'));
  return match[2] === '%' ? value / 100 : value;
}
