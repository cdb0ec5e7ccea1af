// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FoundComponent } from './component-kind.js';
import { decideByName, type NameIndex, type Verdict } from './decide-by-name.js';
import { isLibraryPurl } from './identifier-index.js';
import type { MatchDecision, TitleToMatch } from './match-decision.js';
import { isPackagePart, packageName } from './package-name.js';
import type { ReadTitle } from './read-title.js';

type ComponentVerdict = Verdict & Pick<MatchDecision, 'role' | 'componentKind' | 'componentOfProductId'>;

/** Words that make a part of whatever they stand beside only where they name a host of another maker: "Zoom Outlook Plugin", but "Citrix Online Plug-in". */
const HOSTS: ReadonlySet<string> = new Set('outlook excel word powerpoint office sharepoint teams chrome firefox edge explorer wordpress eclipse autocad revit arcgis acrobat sap'.split(' '));

/**
 * Decides whether a title is a part of something, and of what: it stays `UNMATCHED` with the role `COMPONENT`.
 *
 * @param found what its words say
 * @returns null where it is a product or nothing says what it is
 */
export function decideComponent(asked: TitleToMatch, title: ReadTitle, vendor: string | null, found: FoundComponent | null, index: NameIndex): ComponentVerdict | null {
  if (asked.purl && isLibraryPurl(asked.purl)) return component('LIBRARY', null);
  if (found !== null) {
    const whole = found.kind === 'UPDATE' ? null : decideByName(title, vendor, index, true);
    if (whole?.decision !== 'MATCHED') return component(found.kind, ownerOf(title, found.tokens, vendor, index));
    return isProductInItself(title, found, whole, index) ? null : component(found.kind, whole.productId);
  }
  const name = packageName(title);
  if (name === null || !isPackagePart(name)) return null;
  const whole = decideByName(title, vendor, index, true);
  return whole.decision === 'MATCHED' ? null : component('PACKAGE_PART', ownerOf(title, new Set(title.tokens.map((_, at) => at).filter((at) => at > 0)), vendor, index));
}

/**
 * Whether a name that the catalogue lists and that says "part" is the product all the same: the product's own name says so too ("Microsoft ODBC Driver"), it
 * is a run-time environment by name, or a plug-in that names no host. Other spellings lead to the product that they are a part of ("Microsoft Teams Meeting Add-in").
 */
function isProductInItself(title: ReadTitle, found: FoundComponent, { productId }: Verdict, { known }: NameIndex): boolean {
  const ownKind = known.ownKinds[known.products.findIndex(({ id }) => id === productId)];
  if (ownKind !== null) return true;
  const words = title.tokens.map(({ text }) => text);
  if (found.kind === 'RUNTIME') return words.includes('environment');
  return found.kind === 'ADD_ON' && !words.some((word) => HOSTS.has(word) || word.startsWith('addin') || word === 'add');
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
