// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { word } from '../i18n/words.js';
import { operate } from '../server/operate.js';

/** `backup FILE`: writes everything that is stored into a file. */
export async function run([file = '']: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const made = await operate<{ readonly file: string; readonly bytes: number; readonly anchor: string | null }>(['backup', resolve(file)], context);
  if (context.json) await context.output.json(made);
  else {
    await context.output.line(`${word('backupMade', context.language)} ${made.file} (${(made.bytes / 1024 ** 2).toFixed(1)} MB)`);
    if (made.anchor !== null) await context.output.line(`${word('auditAnchor', context.language)}: ${made.anchor}`);
  }
  return ExitStatus.DONE;
}
