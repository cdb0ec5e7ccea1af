// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addMonths, type CalendarDate, type Problem } from '#kernel';
import type { CatalogueFragment } from './catalogue-file.js';
import { problemAt } from './catalogue-index.js';
import type { CatalogueSource } from './entry.js';
import type { FieldPath } from './positioned-yaml.js';

const OLDEST_MONTHS = 24;

/**
 * Finds facts that nobody looked at for two years (`CATALOGUE.FACT_OLD`): sources, evidence, and "none known" statements.
 * A source without a day is not judged: it says of itself that nobody looked.
 */
export function checkAges(fragments: readonly CatalogueFragment[], today: CalendarDate): Problem[] {
  const oldest = addMonths(today, -OLDEST_MONTHS);
  const problems: Problem[] = [];
  for (const fragment of fragments) {
    const judge = (checkedOn: CalendarDate | undefined, id: string, path: FieldPath) => {
      if (checkedOn !== undefined && checkedOn < oldest) problems.push(problemAt(fragment, path, { code: 'CATALOGUE.FACT_OLD', id, checkedOn }));
    };
    const judgeSources = (sources: readonly CatalogueSource[], id: string, path: FieldPath) =>
      sources.forEach(({ checkedOn }, n) => judge(checkedOn, id, [...path, n, 'checkedOn']));
    fragment.vendors.forEach(({ id, sources }, at) => judgeSources(sources, id, ['vendors', at, 'sources']));
    fragment.products.forEach((product, at) => {
      const here: FieldPath = ['products', at];
      judgeSources(product.sources, product.id, [...here, 'sources']);
      judge(product.noneKnown?.lookedOn, product.id, [...here, 'noneKnown', 'lookedOn']);
      product.alternatives.forEach(({ evidence }, n) => judgeSources(evidence, product.id, [...here, 'alternatives', n, 'evidence']));
    });
  }
  return problems;
}
