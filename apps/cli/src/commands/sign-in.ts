// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { withRunningServer } from '../server/server.js';

/** `sign-in`: prints a link that signs the person at this machine in. */
export async function run(_words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const url = await withRunningServer(context, (server) => server.signInLink());
  if (url === null) throw new CommandFailure({ code: 'CLI.SIGN_IN_ELSEWHERE' });
  if (context.json) await context.output.json({ url });
  else await context.output.line(url);
  return ExitStatus.DONE;
}
