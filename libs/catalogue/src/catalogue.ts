// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import type { CatalogueFragment } from './catalogue-file.js';
import { catalogueIndexOf, type CatalogueIndex } from './catalogue-index.js';
import { checkAges } from './check-ages.js';
import { checkAlternatives } from './check-alternatives.js';
import { checkFormats } from './check-formats.js';
import { checkLicenses } from './check-licenses.js';
import { checkNames } from './check-names.js';
import { checkReferences } from './check-references.js';
import { checkSuccession } from './check-succession.js';
import type { CatalogueEntries } from './entry.js';

/** The whole knowledge base, free of contradictions. */
export interface Catalogue extends CatalogueEntries, CatalogueIndex {
  /** What does not forbid using it: formats that do not belong to a pair, facts that nobody looked at for two years. Same form as problems. */
  readonly warnings: readonly Problem[];
}

/**
 * Puts files together to one catalogue if they fit: ids are unique, references lead somewhere, names belong to one product, licenses are valid
 * SPDX expressions, alternatives are open source, and nothing succeeds itself.
 *
 * @param fragments read files in any order; none at all is an empty catalogue
 * @param options.today day against which facts are too old; without it the catalogue is loaded, not looked after: nothing is warned of
 * @returns entries in the order given, or every problem with file, line, column and field path
 */
export function assembleCatalogue(
  fragments: readonly CatalogueFragment[],
  options: { readonly today?: CalendarDate } = {},
): Result<Catalogue, Problem[]> {
  const index = catalogueIndexOf(fragments);
  const problems = [
    ...index.problems,
    ...checkReferences(fragments, index.value),
    ...checkNames(fragments),
    ...checkAlternatives(fragments),
    ...checkLicenses(fragments, index.value),
    ...checkSuccession(fragments, index.value),
  ];
  if (problems.length > 0) return err(problems);
  return ok({
    vendors: fragments.flatMap((fragment) => fragment.vendors),
    categories: fragments.flatMap((fragment) => fragment.categories),
    products: fragments.flatMap((fragment) => fragment.products),
    ...index.value,
    warnings: options.today === undefined ? [] : [...checkFormats(fragments, index.value), ...checkAges(fragments, options.today)],
  });
}
