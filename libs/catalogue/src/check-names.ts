// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CatalogueFragment } from './catalogue-file.js';
import { problemAt } from './catalogue-index.js';
import type { FieldPath } from './positioned-yaml.js';

/**
 * The form in which two names count as the same one: compatibility characters, case, trade marks and punctuation are dropped, `+` and `#` stay
 * (`Notepad++` is not `Notepad`).
 */
export function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[®©™]|\((?:r|tm|c)\)/g, ' ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/**
 * Finds names that two products (or two vendors) claim, which no matcher could decide (`CATALOGUE.NAME_AMBIGUOUS`), and names that one entry
 * gives twice (`CATALOGUE.NAME_TWICE`).
 */
export function checkNames(fragments: readonly CatalogueFragment[]): Problem[] {
  return [...checkList(fragments, 'vendors'), ...checkList(fragments, 'products')];
}

interface Claim {
  readonly id: string;
  readonly file: string;
}

function checkList(fragments: readonly CatalogueFragment[], list: 'vendors' | 'products'): Problem[] {
  const problems: Problem[] = [];
  const claims = new Map<string, Claim>();
  for (const fragment of fragments) {
    fragment[list].forEach((entry, at) => {
      const claim = (name: string, path: FieldPath) => {
        const comparable = comparableName(name);
        const earlier = claims.get(comparable);
        if (earlier === undefined) claims.set(comparable, { id: entry.id, file: fragment.file });
        else if (earlier.id === entry.id) problems.push(problemAt(fragment, path, { code: 'CATALOGUE.NAME_TWICE', id: entry.id, name }));
        else {
          const facts = { code: 'CATALOGUE.NAME_AMBIGUOUS', id: entry.id, name, otherId: earlier.id, firstFile: earlier.file };
          problems.push(problemAt(fragment, path, facts));
        }
      };
      claim(entry.name, [list, at, 'name']);
      entry.aliases.forEach((alias, n) => claim(alias, [list, at, 'aliases', n]));
    });
  }
  return problems;
}
