// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Problem } from '#kernel';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';

const PROGRAM = join(import.meta.dirname, '../../../api/src/operate.js');

/**
 * Does something with this installation itself, in a process of its own; no server is needed.
 *
 * @throws CommandFailure with the problem that stands in the way
 */
export async function operate<Answer>(task: readonly string[], { environment, language }: CommandContext): Promise<Answer> {
  const env = { ...environment.variables, FAHRPLAN_DATA: environment.dataFolder, LC_ALL: language };
  const child = spawn(process.execPath, [PROGRAM, ...task], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [written, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const document = documentOf<Answer>(written);
  if (document === null) throw new CommandFailure({ code: 'INTERNAL', reason: complaints.trim().split('\n').slice(-8).join(' | ') || '?' }, ExitStatus.FAILED);
  if (document.problem) throw new CommandFailure(document.problem);
  return document.answer!;
}

function documentOf<Answer>(written: string): { readonly answer?: Answer; readonly problem?: Problem } | null {
  try {
    return JSON.parse(written) as { answer?: Answer; problem?: Problem };
  } catch {
    return null;
  }
}
