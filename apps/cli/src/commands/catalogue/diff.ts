// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import type { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { loadFrom } from './load.js';

/** `catalogue diff [DIR|FILE]`: what `catalogue load` would change; nothing is stored. */
export async function run([path, ...tooMany]: readonly string[], options: { readonly category?: string }, context: CommandContext): Promise<ExitStatus> {
  if (tooMany.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'catalogue ' });
  return loadFrom(path, options, true, context);
}
