// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Every source and every data file says whose it is and under which licence: in its first lines, or in a `<file>.license` beside it (REUSE 3.3).
 * Documents and settings that cannot carry a comment are covered by REUSE.toml.
 */
const CHECKED = /\.(ts|tsx|js|mjs|cjs|yaml|yml|sql|graphql|css|html|py|sh)$|^\.ci\/run$/;
const SKIPPED = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', '.bench']);
const HEAD_LINES = 6;

const root = join(import.meta.dirname, '..');

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // `data` is the folder of a running program only at the root; below it holds tables
    if (SKIPPED.has(entry.name) && !(entry.name === 'data' && folder !== root)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.isFile()) yield path;
  }
}

function isMarked(path) {
  const text = existsSync(`${path}.license`) ? readFileSync(`${path}.license`, 'utf8') : readFileSync(path, 'utf8');
  const head = text.split('\n', HEAD_LINES).join('\n');
  return /SPDX-FileCopyrightText: \S/.test(head) && /SPDX-License-Identifier: \S/.test(head);
}

const unmarked = [...files(root)].filter((path) => CHECKED.test(relative(root, path)) && !isMarked(path));
for (const path of unmarked) console.error(`${relative(root, path)}: no SPDX header; put the two lines of any other file first, or beside it in ${relative(root, path)}.license`);
process.exitCode = unmarked.length > 0 ? 1 : 0;
