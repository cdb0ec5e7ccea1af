// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isLibraryPurl, type IdentifierHit, type IdentifierIndex } from './identifier-index.js';
import type { TitleToMatch } from './match-decision.js';
import type { Verdict } from './decide-by-name.js';
import { EVERYDAY_WORDS } from './data/everyday-words.js';
import { GENERIC_WORDS } from './data/generic-words.js';
import { hasDistributionVersion, packageName } from './package-name.js';
import type { ReadTitle } from './read-title.js';
import { tellingVendorWords } from './vendor-name.js';

/** Decides by what a registry calls the software: purl, CPE, a winget id or a Debian package name as title; null where none is known. */
export function decideByIdentifier(asked: TitleToMatch, title: ReadTitle, identifiers: IdentifierIndex): Verdict | null {
  const hit =
    (asked.purl ? identifiers.purl(asked.purl) : null) ??
    (asked.cpe ? identifiers.cpe(asked.cpe) : null) ??
    (/^\S+\.\S+$/.test(title.text) ? identifiers.winget(title.text) : null) ??
    ((asked.vendor && tellingVendorWords(asked.vendor).length > 0) || isLibraryPurl(asked.purl ?? '') ? null : packageHit(title, Boolean(asked.vendor?.trim()), identifiers));
  if (hit === null) return null;
  const reason = { code: 'MATCHING.IDENTIFIER_EQUAL', kind: hit.kind, identifier: hit.identifier };
  const [productId, ...others] = hit.productIds;
  if (others.length === 0) return { decision: 'MATCHED', productId: productId!, confidence01: 0.98, candidates: [{ productId: productId!, confidence01: 0.98 }], reasons: [reason] };
  const confidence01 = 0.5;
  return { decision: 'AMBIGUOUS', productId: null, confidence01, candidates: hit.productIds.slice(0, 5).map((id) => ({ productId: id, confidence01 })), reasons: [{ code: 'MATCHING.SEVERAL_PRODUCTS', count: hit.productIds.length }, reason] };
}

/**
 * A title that is a package name and at most a version: further words would make it something else, and so would a publisher who is no packager.
 * A word of everyday language is a package only beside a distribution's version or a packager's name.
 */
function packageHit(title: ReadTitle, isPackaged: boolean, identifiers: IdentifierIndex): IdentifierHit | null {
  const name = packageName(title) ?? title.tokens[0]?.text ?? null;
  if (name === null || (packageName(title) === null && !hasDistributionVersion(title))) return null;
  const plain = EVERYDAY_WORDS.has(name) || GENERIC_WORDS.has(name) || name.length <= 3;
  if (plain && !isPackaged && !hasDistributionVersion(title)) return null;
  const behind = title.tokens.filter(({ start }) => start >= name.length);
  return behind.every(({ kind, text }) => kind !== 'WORD' || text === 'now' || text === 'installed' || text === 'automatic') ? identifiers.debian(name) : null;
}
