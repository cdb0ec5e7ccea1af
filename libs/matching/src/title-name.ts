// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { DISTINGUISHING_WORDS } from './data/generic-words.js';
import type { Token } from './tokens.js';

/** A title's tokens with what is needed to find a name in them. */
export interface TitleName {
  readonly tokens: readonly Token[];
  /** Telling words of the vendor whose name a token belongs to. */
  readonly vendorMarks: readonly (readonly string[] | null)[];
  /** Tokens that a name must cover: words that no rule explains. */
  readonly core: ReadonlySet<number>;
  /** Words in brackets that were taken for a remark: `MESO (Meldewesen)`. */
  readonly remark: ReadonlySet<number>;
}

/**
 * Decides which tokens a product's name must cover: every word that is neither a vendor's name nor explained; if there is none, the words
 * of the last vendor (products are called like their makers), else everything.
 *
 * @param withoutRemarks words in brackets need not be covered
 * @returns null if remarks are to be left out and there are none, or one holds a word that makes another product ("Add-in", "Client")
 */
export function titleName(tokens: readonly Token[], vendorMarks: readonly (readonly string[] | null)[], withoutRemarks: boolean): TitleName | null {
  const words = new Set<number>();
  const remark = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind !== 'WORD' || vendorMarks[at] !== null) continue;
    if (!withoutRemarks || tokens[at]!.bracket === 0) words.add(at);
    else if (DISTINGUISHING_WORDS.has(tokens[at]!.text)) return null;
    else remark.add(at);
  }
  if (withoutRemarks && remark.size === 0) return null;
  if (words.size === 0) for (const at of lastNamed(tokens, vendorMarks, remark)) words.add(at);
  if (words.size === 0) tokens.forEach((_, at) => words.add(at));
  return { tokens, vendorMarks, core: words, remark };
}

/** Of a title of vendors' names alone the last one is the product: `Elastic Elasticsearch`; the others need not be covered. */
function lastNamed(tokens: readonly Token[], vendorMarks: readonly (readonly string[] | null)[], remark: ReadonlySet<number>): number[] {
  const named = tokens.map((_, at) => at).filter((at) => tokens[at]!.kind === 'WORD' && !remark.has(at));
  const last = vendorMarks[named.at(-1) ?? 0];
  return named.filter((at) => vendorMarks[at] === last);
}
