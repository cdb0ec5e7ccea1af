// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../environment.js';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';

/** Where a server on this machine leaves its token. */
const LOCAL_TOKEN_FILE = 'access-token';
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What to show a server: the token that the environment gives, else the one in the data folder. That one never leaves the machine.
 *
 * @returns null where there is none
 * @throws CommandFailure where a file is named that cannot be read
 */
export async function tokenFor(url: string, { token, tokenFile, dataFolder }: Environment): Promise<string | null> {
  if (token !== null) return token;
  if (tokenFile !== null) {
    return readFile(tokenFile, 'utf8').then(
      (text) => text.trim(),
      (failure: NodeJS.ErrnoException) => {
        throw new CommandFailure({ code: 'CLI.FILE_UNREADABLE', file: tokenFile, reason: failure.code ?? failure.message }, ExitStatus.REFUSED);
      },
    );
  }
  if (!LOOPBACK_NAMES.has(new URL(url).hostname)) return null;
  return readFile(join(dataFolder, LOCAL_TOKEN_FILE), 'utf8').then(
    (text) => text.trim() || null,
    () => null,
  );
}
