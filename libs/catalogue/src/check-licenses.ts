// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { judgeOpenSource, parseExpression } from '#licensing';
import type { CatalogueFragment } from './catalogue-file.js';
import { problemAt, type CatalogueIndex } from './catalogue-index.js';

/**
 * Finds licenses that are no SPDX expression (`CATALOGUE.LICENSE_INVALID`), and products given as open alternatives whose license is not certain to
 * be open source (`CATALOGUE.ALTERNATIVE_NOT_OPEN`): an unknown license is not an open one.
 */
export function checkLicenses(fragments: readonly CatalogueFragment[], index: CatalogueIndex): Problem[] {
  const problems: Problem[] = [];
  const verdicts = new Map<string, string>();
  const verdictOf = (license: string): string => {
    const known = verdicts.get(license);
    if (known !== undefined) return known;
    const parsed = parseExpression(license);
    const verdict = parsed.ok ? judgeOpenSource(parsed.value).verdict : 'INVALID';
    verdicts.set(license, verdict);
    return verdict;
  };
  for (const fragment of fragments) {
    fragment.products.forEach((product, at) => {
      if (verdictOf(product.license) === 'INVALID') {
        problems.push(problemAt(fragment, ['products', at, 'license'], { code: 'CATALOGUE.LICENSE_INVALID', id: product.id, license: product.license }));
      }
      product.alternatives.forEach(({ product: id }, n) => {
        const license = index.productById.get(id)?.license;
        if (license === undefined) return;
        const verdict = verdictOf(license);
        if (verdict === 'ALLOWED' || verdict === 'INVALID') return;
        const facts = { code: 'CATALOGUE.ALTERNATIVE_NOT_OPEN', id: product.id, alternative: id, license, verdict };
        problems.push(problemAt(fragment, ['products', at, 'alternatives', n, 'product'], facts));
      });
    });
  }
  return problems;
}
