// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { findCorrectedNames } from './find-corrected-names.js';
import { findEqualNames } from './find-equal-names.js';
import { judgeName, type JudgedName } from './judge-name.js';
import type { KnownName, KnownNames } from './known-names.js';
import { ACCEPTED_CONFIDENCE_01, type MatchCandidate, type MatchDecision } from './match-decision.js';
import type { ReadTitle } from './read-title.js';
import { titleName, type TitleName } from './title-name.js';
import type { SimilarName, TrigramIndex } from './trigram-index.js';
import { tellingVendorWords } from './vendor-name.js';
import type { VendorPhrases } from './vendor-phrases.js';

/** The part of a decision that depends on the catalogue. */
export type Verdict = Pick<MatchDecision, 'decision' | 'productId' | 'confidence01' | 'candidates' | 'reasons'>;

/** What is prepared once for looking names up. */
export interface NameIndex {
  readonly known: KnownNames;
  /** The names in the trigram index, in its order. */
  readonly names: readonly KnownName[];
  readonly trigrams: TrigramIndex;
  readonly phrases: VendorPhrases;
}

const MOST_CANDIDATES = 5;
/** From here on a name is a hint for a person; misspelt short names share fewer trigrams. */
const SIMILAR_ENOUGH_01 = 0.5;
const CORRECTABLE_01 = 0.3;

/**
 * Decides by the title's words: a name that covers all of them, then without remarks in brackets, then with letters corrected. What is merely similar is a hint,
 * never a match.
 *
 * @param exactOnly neither correct nor look for hints
 */
export function decideByName(title: ReadTitle, vendor: string | null, index: NameIndex, exactOnly = false): Verdict {
  const marks = index.phrases.mark(title.tokens);
  const given = vendor === null ? [] : tellingVendorWords(vendor);
  const whole = titleName(title.tokens, marks, false)!;
  for (const name of [whole, titleName(title.tokens, marks, true)]) {
    if (name === null) continue;
    const equal = findEqualNames(name, index.known);
    const judged = equal.map((found) => judgeName({ ...found, edits: 0 }, name, given, index.known)).filter(({ confidence01 }) => confidence01 > 0);
    if (judged.length > 0) return decide(judged, index.known);
  }
  if (exactOnly) return { decision: 'UNMATCHED', productId: null, confidence01: 0, candidates: [], reasons: [{ code: 'MATCHING.NOTHING_SIMILAR' }] };
  const core = [...whole.core].map((at) => title.tokens[at]!.text);
  const similar = index.trigrams.similarTo(core.join(''), 20, CORRECTABLE_01);
  let corrected = findCorrectedNames(core, similar, index.names, index.known);
  if (corrected.length === 0 && marks.some((mark) => mark !== null)) {
    const words = title.tokens.filter(({ kind }) => kind === 'WORD').map(({ text }) => text);
    corrected = findCorrectedNames(words, index.trigrams.similarTo(words.join(''), 20, CORRECTABLE_01), index.names, index.known);
  }
  const judged = corrected.map(({ name, edits }) => judgeName({ name, edits, wholeTitle: false }, whole, given, index.known)).filter(({ confidence01 }) => confidence01 > 0);
  if (judged.length > 0) return decide(judged, index.known);
  return hintsOnly(whole, similar.filter(({ similarity01 }) => similarity01 >= SIMILAR_ENOUGH_01), index);
}

/** One product that is sure enough is the match; several, or one that is not, is for a person. */
function decide(judged: readonly JudgedName[], known: KnownNames): Verdict {
  const byProduct = new Map<number, JudgedName>();
  for (const one of judged) {
    const other = byProduct.get(one.product);
    if (other === undefined || one.confidence01 > other.confidence01) byProduct.set(one.product, one);
  }
  const order = [...byProduct.values()].sort((a, b) => b.confidence01 - a.confidence01 || a.product - b.product);
  const best = order[0]!;
  const rivals = order.filter((one) => one !== best && one.confidence01 >= ACCEPTED_CONFIDENCE_01 && (one.literal || !best.literal) && (one.vendor === 'CONFIRMED' || best.vendor !== 'CONFIRMED'));
  const candidates = order.slice(0, MOST_CANDIDATES).map(({ product, confidence01 }): MatchCandidate => ({ productId: known.products[product]!.id, confidence01: rivals.length > 0 ? Math.min(confidence01, 0.6) : confidence01 }));
  if (rivals.length > 0) return { decision: 'AMBIGUOUS', productId: null, confidence01: candidates[0]!.confidence01, candidates, reasons: [{ code: 'MATCHING.SEVERAL_PRODUCTS', count: rivals.length + 1 }, ...best.reasons] };
  const matched = best.confidence01 >= ACCEPTED_CONFIDENCE_01;
  return { decision: matched ? 'MATCHED' : 'AMBIGUOUS', productId: matched ? candidates[0]!.productId : null, confidence01: best.confidence01, candidates, reasons: best.reasons };
}

function hintsOnly(title: TitleName, similar: readonly SimilarName[], index: NameIndex): Verdict {
  const byProduct = new Map<number, number>();
  for (const { at, similarity01 } of similar) {
    const { product } = index.names[at]!;
    if (!byProduct.has(product)) byProduct.set(product, Math.round(similarity01 * 600) / 1000);
  }
  const candidates = [...byProduct].slice(0, MOST_CANDIDATES).map(([product, confidence01]) => ({ productId: index.known.products[product]!.id, confidence01 }));
  const words = [...title.core].map((at) => title.tokens[at]!.text);
  const reasons = [candidates.length === 0 ? { code: 'MATCHING.NOTHING_SIMILAR' } : { code: 'MATCHING.ONLY_SIMILAR', names: [...byProduct.keys()].slice(0, MOST_CANDIDATES).map((at) => index.known.products[at]!.name), words }];
  return { decision: 'UNMATCHED', productId: null, confidence01: candidates[0]?.confidence01 ?? 0, candidates, reasons };
}
