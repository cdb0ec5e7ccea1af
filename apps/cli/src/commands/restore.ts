// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { word } from '../i18n/words.js';
import { operate } from '../server/operate.js';

/** `restore FILE`: puts a backup into an empty database. */
export async function run([file = '']: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const made = await operate<{ readonly createdAt: string }>(['restore', resolve(file)], context);
  if (context.json) await context.output.json(made);
  else await context.output.line(`${word('backupRestored', context.language)} ${made.createdAt}`);
  return ExitStatus.DONE;
}
