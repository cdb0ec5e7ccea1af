// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import type { ExitStatus } from '../exit-status.js';
import { wrongUsage } from '../failure.js';
import type { Command } from '../verb.js';

/** What the knowledge base can be asked to do; each in a module of its own. */
const ACTIONS: Readonly<Record<string, () => Promise<Command>>> = {
  check: () => import('./catalogue/check.js'),
  diff: () => import('./catalogue/diff.js'),
  export: () => import('./catalogue/export.js'),
  load: () => import('./catalogue/load.js'),
};

/** `catalogue ACTION …`: care for the knowledge base. */
export async function run([action = '', ...words]: readonly string[], options: object, context: CommandContext): Promise<ExitStatus> {
  const load = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (load === undefined) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'catalogue', value: action, allowed: Object.keys(ACTIONS) });
  return (await load()).run(words, options as never, context);
}
