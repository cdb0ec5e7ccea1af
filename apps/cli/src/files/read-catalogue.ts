// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueText } from '#catalogue';
import { ExitStatus } from '../exit-status.js';
import { CommandFailure } from '../failure.js';
import { readWholeFile } from './open-file.js';

/** The shared base that comes with the program, from dist/ as from the sources. */
export const SHIPPED_CATALOGUE = join(import.meta.dirname.replace(/([\\/])dist\1apps/, '$1apps'), '../../../../database/catalogue');

const MOST_FILES = 10_000;
/** A hundred times the longest file of the shared base. */
const MOST_BYTES = 8_000_000;

/**
 * Reads the YAML files of a folder and of all below it, or a single file.
 *
 * @returns name (as the reader would type it) and text of each, in the order of their names
 * @throws CommandFailure where it is missing or unreadable, has no YAML files, too many, or one that is too long
 */
export async function readCatalogue(path: string): Promise<CatalogueText[]> {
  const names = await yamlFiles(path);
  if (names.length === 0) throw new CommandFailure({ code: 'CLI.CATALOGUE_EMPTY', file: path });
  if (names.length > MOST_FILES) throw new CommandFailure({ code: 'CLI.CATALOGUE_TOO_MANY_FILES', file: path, most: MOST_FILES });
  const files: CatalogueText[] = [];
  for (const name of names) files.push({ name, text: await readWholeFile(name, MOST_BYTES) });
  return files;
}

async function yamlFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT' || failure.code === 'ENOTDIR') throw new CommandFailure({ code: 'CLI.FILE_NOT_FOUND', file: path }, ExitStatus.NOT_FOUND);
    throw new CommandFailure({ code: 'CLI.FILE_UNREADABLE', file: path, reason: failure.code ?? failure.message });
  });
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort();
}
