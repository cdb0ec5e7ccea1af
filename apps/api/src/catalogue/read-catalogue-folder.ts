// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { assembleCatalogue, parseCatalogueFile, type Catalogue, type CatalogueFragment } from '#catalogue';
import { err, type Problem, type Result } from '#kernel';

/** Token for the folder of the shared base. */
export const CATALOGUE_FOLDER = Symbol('CATALOGUE_FOLDER');

/** The shared base that comes with the program, from dist/ as from the sources. */
export const SHIPPED_CATALOGUE = join(import.meta.dirname.replace(/([\\/])dist\1apps/, '$1apps'), '../../../../database/catalogue');

/** The texts of a catalogue folder and their common digest. */
export interface CatalogueFolder {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly sha256: string;
}

/** Reads all YAML files of a folder, in the order of their names. */
export async function readCatalogueFolder(folder: string): Promise<CatalogueFolder> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.ya?ml$/.test(name)).sort();
  const files = await Promise.all(names.map(async (name) => ({ name: relative('.', name), text: await readFile(join(folder, name), 'utf8') })));
  const digest = createHash('sha256');
  for (const { name, text } of files) digest.update(`${name}\0${text}\0`);
  return { files, sha256: digest.digest('hex') };
}

/** Parses and checks the whole folder; every problem of every file at once. */
export function parseCatalogue(folder: CatalogueFolder): Result<Catalogue, Problem[]> {
  const problems: Problem[] = [];
  const fragments: CatalogueFragment[] = [];
  for (const { name, text } of folder.files) {
    const parsed = parseCatalogueFile(text, name);
    if (parsed.ok) fragments.push(parsed.value);
    else problems.push(...parsed.problem);
  }
  return problems.length > 0 ? err(problems) : assembleCatalogue(fragments);
}
