// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import type { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { writeExport } from '../../files/write-export.js';
import { withServer } from '../../server/server.js';

/** `export publiccode KEY --to FILE.yml`: the `publiccode.yml` of own software; refused where it would not be valid. */
export async function run([key = '', ...more]: readonly string[], { to }: { readonly to: string }, context: CommandContext): Promise<ExitStatus> {
  if (key === '') throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'key', verb: 'export publiccode ' });
  if (more.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'export publiccode ' });
  if (!/\.ya?ml$/i.test(to)) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: '--to', value: to, allowed: ['*.yml', '*.yaml'] });
  const text = await withServer(context, (server) => server.download(`/own-software/${encodeURIComponent(key)}/publiccode.yml`));
  return writeExport(to, text, { what: 'publiccode', software: key }, context);
}
