// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import type { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { endingOf } from '../../files/ending-of.js';
import { writeExport } from '../../files/write-export.js';
import { withServer } from '../../server/server.js';

const ENDINGS = ['.ics', '.csv', '.xlsx', '.md'];
const PLAN = /^(?:Plan:)?([1-9][0-9]{0,8})$/;

/** `export plan [ID|in-force] --to FILE`: a plan (the newest, unless one is named) as a calendar or as tables. */
export async function run([which = 'newest', ...more]: readonly string[], { to }: { readonly to: string }, context: CommandContext): Promise<ExitStatus> {
  if (more.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'export plan ' });
  const ending = endingOf(to, ENDINGS);
  const choice = which === 'newest' || which === 'in-force' ? which : PLAN.exec(which)?.[1];
  if (choice === undefined) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'export plan', value: which, allowed: ['newest', 'in-force', 'Plan:…'] });
  const bytes = await withServer(context, (server) => server.downloadBytes(`/plans/${choice}${ending}?language=${context.language}`));
  return writeExport(to, bytes, { what: 'plan', plan: which, bytes: bytes.length }, context);
}
