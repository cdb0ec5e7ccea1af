// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isPackagePart, packageName, type FoundComponent } from './component-kind.js';
import { decideByName, type NameIndex, type Verdict } from './decide-by-name.js';
import { isLibraryPurl } from './identifier-index.js';
import type { MatchDecision, TitleToMatch } from './match-decision.js';
import type { ReadTitle } from './read-title.js';

type ComponentVerdict = Verdict & Pick<MatchDecision, 'role' | 'componentKind' | 'componentOfProductId'>;

/** An article number or "Update for" outweighs any name; the other kinds may be products of their own ("Java Runtime Environment"). */
const NEVER_A_PRODUCT: ReadonlySet<string> = new Set(['UPDATE']);

/**
 * Decides whether a title is a part of something, and of what: it stays `UNMATCHED` with the role `COMPONENT`.
 *
 * @param found what its words say
 * @returns null where it is a product or nothing says what it is
 */
export function decideComponent(asked: TitleToMatch, title: ReadTitle, vendor: string | null, found: FoundComponent | null, index: NameIndex): ComponentVerdict | null {
  if (asked.purl && isLibraryPurl(asked.purl)) return component('LIBRARY', null);
  if (found !== null) {
    if (!NEVER_A_PRODUCT.has(found.kind)) {
      const whole = decideByName(title, vendor, index, true);
      if (whole.decision === 'MATCHED') return null;
    }
    return component(found.kind, ownerOf(title, found.tokens, vendor, index));
  }
  const name = packageName(title);
  if (name === null || !isPackagePart(name)) return null;
  const whole = decideByName(title, vendor, index, true);
  return whole.decision === 'MATCHED' ? null : component('PACKAGE_PART', ownerOf(title, new Set(title.tokens.map((_, at) => at).filter((at) => at > 0)), vendor, index));
}

/** The product named by what is left without the words that make it a component and the little words around them. */
function ownerOf(title: ReadTitle, words: ReadonlySet<number>, vendor: string | null, index: NameIndex): number | null {
  const left = title.tokens.filter((token, at) => !words.has(at) && !/^(?:for|fuer|fur|pour|dla|zu|of|de|des|du|do|shared|components?|komponente)$/.test(token.text));
  if (left.length === 0) return null;
  const verdict = decideByName({ text: title.text, tokens: left }, vendor, index, true);
  return verdict.decision === 'MATCHED' ? verdict.productId : null;
}

function component(kind: ComponentVerdict['componentKind'], ownerId: number | null): ComponentVerdict {
  const reasons = [{ code: 'MATCHING.COMPONENT', kind }, ...(ownerId === null ? [] : [{ code: 'MATCHING.COMPONENT_OF_PRODUCT' }])];
  return { decision: 'UNMATCHED', productId: null, role: 'COMPONENT', componentKind: kind, componentOfProductId: ownerId, confidence01: 0, candidates: [], reasons };
}
