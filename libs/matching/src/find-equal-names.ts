// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { KnownName, KnownNames } from './known-names.js';
import type { TitleName } from './title-name.js';
import type { TokenKind } from './tokens.js';

/** A spelling that stands in the title and covers all of its unexplained words. */
export interface EqualName {
  readonly name: KnownName;
  /** Words, numbers and edition words covered; the one that covers most is the most particular product. */
  readonly covered: number;
  /** Places of the covered tokens. */
  readonly from: number;
  readonly to: number;
  /** The name is all there is, beside version, edition, architecture, language and noise. */
  readonly wholeTitle: boolean;
}

/** Ways to look at a title, from all of it to its bare name: each leaves out more of what is explained. */
const VIEWS: readonly ReadonlySet<TokenKind>[] = [
  new Set(['WORD', 'VERSION', 'EDITION', 'ARCHITECTURE', 'LANGUAGE', 'PLATFORM', 'NOISE']),
  new Set(['WORD', 'VERSION', 'EDITION']),
  new Set(['WORD', 'EDITION']),
  new Set(['WORD', 'VERSION']),
  new Set(['WORD']),
];

/**
 * Looks for the catalogue's spellings in a title: a run of neighbouring tokens, written together, that covers every unexplained word, so that no word like
 * "Viewer" or "Server" is left over.
 *
 * @returns the names that cover most, the catalogue's own spellings before shortened ones; empty where none covers all
 */
export function findEqualNames(title: TitleName, known: KnownNames): EqualName[] {
  let best: EqualName[] = [];
  let length = -1;
  for (const view of VIEWS) {
    const places: number[] = [];
    for (let at = 0; at < title.tokens.length; at++) if (!title.remark.has(at) && (view.has(title.tokens[at]!.kind) || title.core.has(at))) places.push(at);
    if (places.length === length) continue;
    length = places.length;
    best = better(best, longestRun(title, places, known));
  }
  return best;
}

function longestRun(title: TitleName, places: readonly number[], known: KnownNames): EqualName[] {
  const first = places.findIndex((at) => title.core.has(at));
  const last = places.findLastIndex((at) => title.core.has(at));
  if (first < 0) return [];
  let best: EqualName[] = [];
  for (let from = 0; from <= first; from++) {
    for (let to = places.length; to > last; to--) {
      let key = '';
      for (let at = from; at < to; at++) key += title.tokens[places[at]!]!.text;
      const names = known.byKey.get(key);
      if (names === undefined) continue;
      const run = places.slice(from, to);
      best = better(best, names.map((name) => ({ name, covered: weight(title, run), from: run[0]!, to: run.at(-1)!, wholeTitle: isWhole(title, new Set(run)) })));
    }
  }
  return best;
}

function weight(title: TitleName, run: readonly number[]): number {
  let sum = 0;
  for (const at of run) sum += title.tokens[at]!.kind === 'WORD' ? 1 : title.tokens[at]!.kind === 'EDITION' || title.tokens[at]!.kind === 'VERSION' ? 0.5 : 0.01;
  return sum;
}

function isWhole(title: TitleName, run: ReadonlySet<number>): boolean {
  return title.tokens.every(({ kind }, at) => run.has(at) || kind === 'VERSION' || kind === 'EDITION' || kind === 'ARCHITECTURE' || kind === 'LANGUAGE' || kind === 'NOISE' || kind === 'PLATFORM');
}

function better(a: EqualName[], b: EqualName[]): EqualName[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const difference = b[0]!.covered - a[0]!.covered;
  return difference > 1e-9 ? b : difference < -1e-9 ? a : [...a, ...b];
}
