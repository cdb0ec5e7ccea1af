// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSecret } from './secrets.js';

/** In the data folder; only the user who runs the program may read it. */
export const LOCAL_TOKEN_FILE = 'access-token';
const FORM = /^[\w-]{43}$/;

/**
 * The token by which the command line on this machine shows that it may read the data folder. It is made once and kept, so that several processes on one folder take the same; one that
 * others could read, or that is no token, is replaced.
 */
export async function keepLocalToken(dataFolder: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  const file = join(dataFolder, LOCAL_TOKEN_FILE);
  const kept = await readKept(file);
  if (kept !== null) return kept;
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, newSecret(), { mode: 0o600, flag: 'wx' });
    await chmod(draft, 0o600); // whatever the process masks
    await link(draft, file); // whole or not at all, and never over another one
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readKept(file))!;
}

async function readKept(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  if (found === null) return null;
  const text = (await readFile(file, 'utf8')).trim();
  const isPrivate = process.platform === 'win32' || (found.mode & 0o077) === 0;
  if (isPrivate && FORM.test(text)) return text;
  await rm(file, { force: true });
  return null;
}
