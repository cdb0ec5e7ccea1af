// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { componentOf } from './component-kind.js';
import { decideByIdentifier } from './decide-by-identifier.js';
import { decideByName, type Verdict } from './decide-by-name.js';
import { decideComponent } from './decide-component.js';
import { buildIdentifierIndex } from './identifier-index.js';
import { collectKnownNames, type KnownName } from './known-names.js';
import type { MatchKnowledge } from './knowledge.js';
import type { MatchDecision, TitleToMatch } from './match-decision.js';
import { readTitle } from './read-title.js';
import { attributesOf } from './split-title.js';
import { compileDecisions } from './title-decisions.js';
import { buildTrigramIndex } from './trigram-index.js';
import { compileVendorPhrases } from './vendor-phrases.js';

/** Says which product a raw title is; the same title gets the same answer whatever was asked before. */
export interface Matcher {
  match(title: TitleToMatch): MatchDecision;
}

/**
 * Prepares all indexes for one state of knowledge.
 *
 * Order of evidence: a person's decision, an identifier, the name as it stands, a component's name, the name with letters corrected.
 *
 * @example
 *   const matcher = compileMatcher({ products, decisions });
 *   matcher.match({ title: 'Microsoft Office Professional Plus 2019 - de-de', vendor: 'Microsoft Corporation' });
 */
export function compileMatcher(knowledge: MatchKnowledge): Matcher {
  const products = [...new Map(knowledge.products.map((product) => [product.id, product])).values()].sort((a, b) => a.id - b.id);
  const known = collectKnownNames(products);
  const names: KnownName[] = [...known.byKey.values()].flat().filter((name) => name.key.length >= 3);
  const index = {
    known,
    names,
    trigrams: buildTrigramIndex(names.map(({ key }) => key)),
    phrases: compileVendorPhrases(products.flatMap(({ vendorName, vendorAliases }) => (vendorName === null ? vendorAliases : [vendorName, ...vendorAliases]))),
  };
  const identifiers = buildIdentifierIndex(products);
  const decisions = compileDecisions(knowledge.decisions);
  const ids = new Set(products.map(({ id }) => id));

  function match(asked: TitleToMatch): MatchDecision {
    const title = readTitle(asked.title);
    const vendor = asked.vendor?.trim() || null;
    const { edition, version, architecture, language } = attributesOf(title);
    const about = { version: asked.version?.trim() || version, titleVersion: version, edition, language, architecture };
    const answer = decisions.answerTo(title, vendor);
    if (answer !== undefined && (answer.productId === null || ids.has(answer.productId))) return { ...about, ...decidedByPerson(answer.productId) };
    const verdict =
      decideByIdentifier(asked, title, identifiers) ??
      (title.tokens.length === 0 ? emptyTitle() : (decideComponent(asked, title, vendor, componentOf(title), index) ?? decideByName(title, vendor, index)));
    return { ...about, role: 'PRODUCT', componentKind: null, componentOfProductId: null, ...verdict };
  }
  return { match };
}

function decidedByPerson(productId: number | null): Omit<MatchDecision, 'version' | 'titleVersion' | 'edition' | 'language' | 'architecture'> {
  const reasons = [{ code: productId === null ? 'MATCHING.LEFT_OUT_BY_PERSON' : 'MATCHING.DECIDED_BY_PERSON' }];
  return { decision: 'MATCHED', productId, role: 'PRODUCT', componentKind: null, componentOfProductId: null, confidence01: 1, candidates: productId === null ? [] : [{ productId, confidence01: 1 }], reasons };
}

function emptyTitle(): Verdict {
  return { decision: 'UNMATCHED', productId: null, confidence01: 0, candidates: [], reasons: [{ code: 'MATCHING.TITLE_EMPTY' }] };
}
