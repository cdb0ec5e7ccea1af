// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { writeFile } from 'node:fs/promises';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';

/** Writes a file and says so; `facts` go into the JSON answer beside its name and size. */
export async function writeExport(file: string, content: string | Uint8Array, facts: Readonly<Record<string, unknown>>, { json, output }: CommandContext): Promise<ExitStatus> {
  try {
    await writeFile(file, content);
  } catch (failure) {
    throw new CommandFailure({ code: 'CLI.FILE_NOT_WRITTEN', file, reason: (failure as NodeJS.ErrnoException).code ?? String(failure) });
  }
  if (json) await output.json({ file, bytes: Buffer.byteLength(content), ...facts });
  else await output.line(file);
  return ExitStatus.DONE;
}
