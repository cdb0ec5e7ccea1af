// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matrixOf, type CompatibilityMatrix, type MatrixEntry } from '#licensing';
import { CommandFailure } from '../failure.js';

/**
 * The compatibility matrix that was loaded last into the database of a data folder, from the copy that its server keeps there.
 *
 * @returns undefined where none was loaded
 */
export async function keptMatrix(dataFolder: string): Promise<CompatibilityMatrix | undefined> {
  const file = join(dataFolder, 'compatibility-matrix.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return undefined;
  try {
    const { source, entries } = JSON.parse(text) as { source: string; entries: MatrixEntry[] };
    return matrixOf(source, entries);
  } catch (failure) {
    throw new CommandFailure({ code: 'CLI.JSON_INVALID', file, reason: failure instanceof Error ? failure.message : String(failure) });
  }
}
