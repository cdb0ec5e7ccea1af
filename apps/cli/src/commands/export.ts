// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import type { ExitStatus } from '../exit-status.js';
import { wrongUsage } from '../failure.js';
import type { Command } from '../verb.js';

/** What can be written to a file; each in a module of its own. */
const THINGS: Readonly<Record<string, () => Promise<Command>>> = {
  inventory: async () => (await import('./export/tables.js')).inventory,
  'notice-dates': () => import('./export/notice-dates.js'),
  plan: () => import('./export/plan.js'),
  publiccode: () => import('./export/publiccode.js'),
  questionnaire: () => import('./export/questionnaire.js'),
  'seat-balance': async () => (await import('./export/tables.js')).seatBalance,
};

/** `export WHAT --to FILE`: writes what is stored to a file, in the format that its ending names. */
export async function run([what = '', ...words]: readonly string[], options: object, context: CommandContext): Promise<ExitStatus> {
  const load = Object.hasOwn(THINGS, what) ? THINGS[what] : undefined;
  if (load === undefined) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'export', value: what, allowed: Object.keys(THINGS) });
  return (await load()).run(words, options as never, context);
}
