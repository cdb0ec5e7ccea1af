// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import type { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { writeExport } from '../../files/write-export.js';
import { withServer } from '../../server/server.js';

/** `export notice-dates --to FILE.ics`: the last days for notice, as a calendar with alarms 180, 90 and 30 days before. */
export async function run(words: readonly string[], { to }: { readonly to: string }, context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'export notice-dates ' });
  if (!/\.ics$/i.test(to)) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: '--to', value: to, allowed: ['*.ics'] });
  const calendar = await withServer(context, (server) => server.download('/contracts/notice-dates.ics'));
  const events = calendar.match(/^BEGIN:VEVENT\r$/gm)?.length ?? 0;
  return writeExport(to, calendar, { what: 'notice-dates', events }, context);
}
