// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
const texts = new Map<string, string>();

/** The text of a schema that CycloneDX publishes, from the library that ships them; each is read once. One function for the process, as compiled schemas are kept with it. */
export function cycloneDxSchema(fileName: string): string {
  const known = texts.get(fileName) ?? readFileSync(join(folder, fileName), 'utf8');
  texts.set(fileName, known);
  return known;
}
