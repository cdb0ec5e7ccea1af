// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Problem } from '#kernel';
import { salvageCatalogueFile, type CatalogueFragment } from './catalogue-file.js';
import { catalogueIndexOf } from './catalogue-index.js';
import { assembleCatalogue } from './catalogue.js';
import { checkAges } from './check-ages.js';
import { checkFormats } from './check-formats.js';
import { checkLikeness } from './check-likeness.js';

/** A file as it was read. */
export interface CatalogueText {
  readonly name: string;
  readonly text: string;
}

/** What a check of catalogue files came to. */
export interface CatalogueCheck {
  readonly vendors: number;
  readonly categories: number;
  readonly products: number;
  /** What keeps the files from being loaded; in the order of the files, then of the lines. */
  readonly problems: readonly Problem[];
  /** What somebody should look at: facts older than two years, formats that do not belong to a pair, products that may be the same. */
  readonly warnings: readonly Problem[];
}

/**
 * Finds everything that is wrong in catalogue files at once: entries in order are checked against each other even where others have a fault. An id
 * is not called dangling where its own entry is the faulty one, or where a file could not be read at all.
 *
 * @param files in any order
 * @param options.today day against which facts are too old
 * @param options.base files that stand already, for a check of an addition; nothing is reported about them
 */
export function checkCatalogueFiles(files: readonly CatalogueText[], { today, base = [] }: { readonly today: CalendarDate; readonly base?: readonly CatalogueFragment[] }): CatalogueCheck {
  const salvaged = files.map(({ name, text }) => salvageCatalogueFile(text, name));
  const fragments = salvaged.flatMap(({ fragment }) => (fragment === null ? [] : [fragment]));
  const own = new Set(files.map(({ name }) => name));
  const isOurs = ({ file }: Problem) => file === undefined || own.has(file);
  const lostIds = new Set(salvaged.flatMap((one) => one.lostIds));
  const isAllThere = salvaged.every(({ fragment }) => fragment !== null);
  const isCertain = (problem: Problem) => problem.code !== 'CATALOGUE.REFERENCE_DANGLING' || (isAllThere && !lostIds.has(String(problem['id'])));
  const together = assembleCatalogue([...base, ...fragments]);
  const count = (list: 'vendors' | 'categories' | 'products') => fragments.reduce((sum, fragment) => sum + fragment[list].length, 0);
  return {
    vendors: count('vendors'),
    categories: count('categories'),
    products: count('products'),
    problems: [...salvaged.flatMap(({ problems }) => problems), ...(together.ok ? [] : together.problem.filter(isCertain))].filter(isOurs).sort(byPlace),
    warnings: [...checkAges(fragments, today), ...checkFormats(fragments, catalogueIndexOf([...base, ...fragments]).value), ...checkLikeness([...base, ...fragments])].filter(isOurs).sort(byPlace),
  };
}

function byPlace(one: Problem, other: Problem): number {
  return (one.file ?? '') < (other.file ?? '') ? -1 : (one.file ?? '') > (other.file ?? '') ? 1 : (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}
