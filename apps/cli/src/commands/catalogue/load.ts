// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import type { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import type { Command } from '../../verb.js';

/** Data of others that can be loaded beside catalogue files: `catalogue load KIND FILE`. */
const KINDS: Readonly<Record<string, () => Promise<Command>>> = {
  osadl: () => import('./load-osadl.js'),
};

/** `catalogue load KIND FILE`: takes a file in; the kind says how it is read. */
export async function run([kind = '', ...words]: readonly string[], options: object, context: CommandContext): Promise<ExitStatus> {
  const load = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (load === undefined) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'catalogue load', value: kind, allowed: Object.keys(KINDS) });
  return (await load()).run(words, options as never, context);
}
