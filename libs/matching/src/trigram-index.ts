// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A name in the index that is like the one asked for. */
export interface SimilarName {
  /** Place of the name in the list that was indexed. */
  readonly at: number;
  /** Share of rare trigrams in common, 0…1: 1 for the same name; names that only have more letters than asked for fall less than the other way round. */
  readonly similarity01: number;
}

/** Finds names that share rare groups of three letters. */
export interface TrigramIndex {
  /** At most `most` names with a similarity of at least `atLeast01`, most similar first, ties in the order of the list. */
  similarTo(name: string, most: number, atLeast01: number): SimilarName[];
}

/** Letters are folded onto 64 codes: a–z, 0–9, the border, and buckets for the rest. */
const CODES = 64;
const GROUPS = CODES ** 3;
/** Only the rarest trigrams of a name are followed, and no more postings than this: the others are in too many names to tell anything. */
const RAREST = 10;
const MOST_POSTINGS = 6000;
/** Weight of trigrams of the title that the name lacks: titles have additional words more often than names have. */
const WEIGHT_OF_EXTRA = 0.35;

/**
 * Builds the index once: postings in typed arrays, weights by inverse document frequency.
 *
 * @param names folded, without spaces
 */
export function buildTrigramIndex(names: readonly string[]): TrigramIndex {
  const starts = new Int32Array(GROUPS + 1);
  const lists = names.map((name) => trigramsOf(name));
  for (const list of lists) for (const group of list) starts[group + 1]!++;
  const frequencies = starts.slice(1);
  for (let group = 0; group < GROUPS; group++) starts[group + 1]! += starts[group]!;
  const postings = new Int32Array(starts[GROUPS]!);
  const fill = starts.slice(0, GROUPS);
  const weights = new Float32Array(GROUPS);
  for (let group = 0; group < GROUPS; group++) if (frequencies[group]! > 0) weights[group] = Math.log(1 + names.length / frequencies[group]!);
  const unseen = Math.log(1 + names.length);
  const totals = new Float32Array(names.length);
  lists.forEach((list, at) => {
    for (const group of list) {
      postings[fill[group]!++] = at;
      totals[at]! += weights[group]!;
    }
  });
  const counts = new Float32Array(names.length);
  const touched = new Int32Array(names.length);

  function similarTo(name: string, most: number, atLeast01: number): SimilarName[] {
    const groups = trigramsOf(name);
    let asked = 0;
    for (const group of groups) asked += weights[group] || unseen;
    const known = Array.from(groups).filter((group) => frequencies[group]! > 0).sort((a, b) => frequencies[a]! - frequencies[b]! || a - b);
    let seen = 0;
    let followed = 0;
    for (let place = 0; place < known.length; place++) {
      const group = known[place]!;
      const first = place < RAREST && followed < MOST_POSTINGS;
      if (!first && frequencies[group]! > MOST_POSTINGS) break;
      const weight = weights[group]!;
      for (let at = starts[group]!, end = starts[group + 1]!; at < end; at++) {
        const entry = postings[at]!;
        if (counts[entry]! > 0) counts[entry]! += weight;
        else if (first) {
          counts[entry] = weight;
          touched[seen++] = entry;
        }
      }
      followed += frequencies[group]!;
    }
    const found: SimilarName[] = [];
    for (let at = 0; at < seen; at++) {
      const entry = touched[at]!;
      const similarity01 = counts[entry]! / (totals[entry]! + WEIGHT_OF_EXTRA * Math.max(0, asked - counts[entry]!));
      counts[entry] = 0;
      if (similarity01 >= atLeast01) found.push({ at: entry, similarity01: Math.min(1, similarity01) });
    }
    return found.sort((a, b) => b.similarity01 - a.similarity01 || a.at - b.at).slice(0, most);
  }
  return { similarTo };
}

function trigramsOf(name: string): Int32Array {
  const length = Math.min(name.length, 80);
  const groups = new Int32Array(length);
  let count = 0;
  let before = 0;
  let last = length > 0 ? codeOf(name.charCodeAt(0)) : 0;
  for (let at = 1; at <= length; at++) {
    const code = at < length ? codeOf(name.charCodeAt(at)) : 0;
    const group = (before * CODES + last) * CODES + code;
    if (!groups.subarray(0, count).includes(group)) groups[count++] = group;
    before = last;
    last = code;
  }
  return groups.subarray(0, count);
}

/** 0 is the border of a name. */
function codeOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 96;
  if (unit >= 48 && unit <= 57) return unit - 48 + 27;
  return 37 + (unit % 27);
}
