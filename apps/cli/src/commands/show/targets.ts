// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { printTargets } from '../../output/print-targets.js';
import { readTargets } from '../../server/read-targets.js';
import { withServer } from '../../server/server.js';

/** `show targets`: how far each target is, and where the plan in force leads. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'show ' });
  const targets = await withServer(context, readTargets);
  if (context.json) await context.output.json({ targets });
  else await printTargets(targets, context);
  return ExitStatus.DONE;
}
