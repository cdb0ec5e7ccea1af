// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { componentOf } from './component-kind.js';
import { decideByIdentifier } from './decide-by-identifier.js';
import { decideByName, type NameIndex, type Verdict } from './decide-by-name.js';
import { decideComponent } from './decide-component.js';
import { buildIdentifierIndex, type IdentifierIndex } from './identifier-index.js';
import { collectKnownNames, type KnownName } from './known-names.js';
import type { KnownProduct, MatchKnowledge, TitleDecision } from './knowledge.js';
import type { MatchDecision, TitleToMatch } from './match-decision.js';
import { readTitle, type ReadTitle } from './read-title.js';
import { attributesOf } from './split-title.js';
import { compileDecisions } from './title-decisions.js';
import { buildTrigramIndex } from './trigram-index.js';
import { compileVendorPhrases } from './vendor-phrases.js';

/** Number of the rules: whoever changes what a title is recognised as raises it, so that stored matches are made anew. */
export const MATCHING_RULES = 4;

/** Says which product a raw title is; the same title gets the same answer whatever was asked before. */
export interface Matcher {
  match(title: TitleToMatch): MatchDecision;
}

/** A catalogue made ready for looking names up; serves any decisions. */
export interface PreparedProducts {
  readonly index: NameIndex;
  readonly identifiers: IdentifierIndex;
  readonly ids: ReadonlySet<number>;
}

/** Prepares all indexes over products: the costly part, worth keeping while only decisions change; the order of products does not matter. */
export function prepareProducts(listed: readonly KnownProduct[]): PreparedProducts {
  const products = [...new Map(listed.map((product) => [product.id, product])).values()].sort((a, b) => a.id - b.id);
  const known = collectKnownNames(products);
  const names: KnownName[] = [...known.byKey.values()].flat().filter((name) => name.key.length >= 3);
  const index = {
    known,
    names,
    trigrams: buildTrigramIndex(names.map(({ key }) => key)),
    phrases: compileVendorPhrases(products.flatMap(({ vendorName, vendorAliases }) => (vendorName === null ? vendorAliases : [vendorName, ...vendorAliases]))),
  };
  return { index, identifiers: buildIdentifierIndex(products), ids: new Set(products.map(({ id }) => id)) };
}

/**
 * Makes the matcher for one state of knowledge.
 *
 * Order of evidence: a person's decision, an identifier, the name as it stands, a component's name, the name with letters corrected.
 *
 * @example
 *   const matcher = compileMatcher({ products, decisions });
 *   matcher.match({ title: 'Microsoft Office Professional Plus 2019 - de-de', vendor: 'Microsoft Corporation' });
 */
export function compileMatcher({ products, decisions }: MatchKnowledge): Matcher {
  return matcherOf(prepareProducts(products), decisions);
}

/** The matcher over products that are prepared already, by these decisions. */
export function matcherOf({ index, identifiers, ids }: PreparedProducts, taken: readonly TitleDecision[]): Matcher {
  const decisions = compileDecisions(taken);

  function match(asked: TitleToMatch): MatchDecision {
    const title = readTitle(asked.title);
    const vendor = asked.vendor?.trim() || null;
    const { edition, version, architecture, language } = attributesOf(title);
    const about = { version: asked.version?.trim() || version, titleVersion: version, edition, language, architecture };
    const answer = decisions.answerTo(title, vendor);
    if (answer !== undefined && (answer.kind !== 'PRODUCT' || ids.has(answer.productId ?? 0))) return { ...about, ...decidedByPerson(answer, title, ids) };
    const verdict =
      decideByIdentifier(asked, title, identifiers) ??
      (title.tokens.length === 0 ? emptyTitle() : (decideComponent(asked, title, vendor, componentOf(title), index) ?? decideByName(title, vendor, index)));
    return { ...about, role: 'PRODUCT', componentKind: null, componentOfProductId: null, ...verdict };
  }
  return { match };
}

function decidedByPerson({ kind, productId }: TitleDecision, title: ReadTitle, ids: ReadonlySet<number>): Omit<MatchDecision, 'version' | 'titleVersion' | 'edition' | 'language' | 'architecture'> {
  const answer = { decision: 'MATCHED' as const, productId: null, role: 'PRODUCT' as const, componentKind: null, componentOfProductId: null, confidence01: 1, candidates: [] };
  if (kind === 'NOT_SOFTWARE') return { ...answer, reasons: [{ code: 'MATCHING.LEFT_OUT_BY_PERSON' }] };
  if (kind === 'PRODUCT') return { ...answer, productId, candidates: [{ productId: productId!, confidence01: 1 }], reasons: [{ code: 'MATCHING.DECIDED_BY_PERSON' }] };
  const owner = productId !== null && ids.has(productId) ? productId : null;
  const reasons = [{ code: 'MATCHING.COMPONENT_BY_PERSON' }, ...(owner === null ? [] : [{ code: 'MATCHING.COMPONENT_OF_PRODUCT' }])];
  return { ...answer, role: 'COMPONENT', componentKind: componentOf(title)?.kind ?? null, componentOfProductId: owner, reasons };
}

function emptyTitle(): Verdict {
  return { decision: 'UNMATCHED', productId: null, confidence01: 0, candidates: [], reasons: [{ code: 'MATCHING.TITLE_EMPTY' }] };
}
