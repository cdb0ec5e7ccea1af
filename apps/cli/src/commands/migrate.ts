// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { word } from '../i18n/words.js';
import { operate } from '../server/operate.js';

/** `migrate`: runs the migrations that are missing, as the role of DATABASE_ADMIN_URL where there is one, and sets the rights of the program's role. */
export async function run(_words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const migrated = await operate<{ readonly ran: readonly string[]; readonly role: string; readonly isSeparate: boolean }>(['migrate'], context);
  if (context.json) await context.output.json(migrated);
  else {
    const { language, output } = context;
    await output.line(migrated.ran.length === 0 ? word('migrationsNone', language) : `${word('migrationsRan', language)} ${migrated.ran.join(', ')}`);
    await output.line(`${word(migrated.isSeparate ? 'roleSeparate' : 'roleOwns', language)} ${migrated.role}`);
  }
  return ExitStatus.DONE;
}
