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
const RAREST = 9;
const FEWEST = 3;
const MOST_POSTINGS = 2500;
/** So many names are compared in full. */
const FIRST_SELECTION = 24;
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
  const isAsked = new Uint8Array(GROUPS);

  /** Names that share the rarest trigrams, with the most weight in common by a first count; written to `best`, how many is returned. */
  function preselect(groups: Int32Array, best: Int32Array): number {
    const known = groups.filter((group) => frequencies[group]! > 0).sort((a, b) => frequencies[a]! - frequencies[b]! || a - b);
    let seen = 0;
    let followed = 0;
    for (let place = 0; place < known.length && place < RAREST && (place < FEWEST || followed < MOST_POSTINGS); place++) {
      const group = known[place]!;
      const weight = weights[group]!;
      for (let at = starts[group]!, end = starts[group + 1]!; at < end; at++) {
        const entry = postings[at]!;
        if (counts[entry] === 0) touched[seen++] = entry;
        counts[entry]! += weight;
      }
      followed += frequencies[group]!;
    }
    let kept = 0;
    for (let at = 0; at < seen; at++) {
      const entry = touched[at]!;
      const share = counts[entry]! / totals[entry]!;
      let place = kept < best.length ? kept++ : kept;
      for (; place > 0 && isBetter(share, entry, best[place - 1]!); place--) if (place < best.length) best[place] = best[place - 1]!;
      if (place < best.length) best[place] = entry;
    }
    for (let at = 0; at < seen; at++) counts[touched[at]!] = 0;
    return kept;
  }

  function isBetter(share: number, entry: number, other: number): boolean {
    const difference = share - counts[other]! / totals[other]!;
    return difference > 0 || (difference === 0 && entry < other);
  }

  function similarTo(name: string, most: number, atLeast01: number): SimilarName[] {
    const groups = trigramsOf(name);
    const best = new Int32Array(Math.max(most, FIRST_SELECTION));
    const kept = preselect(groups, best);
    let asked = 0;
    for (const group of groups) {
      asked += weights[group] || unseen;
      isAsked[group] = 1;
    }
    const found: SimilarName[] = [];
    for (let place = 0; place < kept; place++) {
      const at = best[place]!;
      let common = 0;
      for (const group of lists[at]!) if (isAsked[group] === 1) common += weights[group]!;
      const similarity01 = Math.min(1, common / (totals[at]! + WEIGHT_OF_EXTRA * Math.max(0, asked - common)));
      if (similarity01 >= atLeast01) found.push({ at, similarity01 });
    }
    for (const group of groups) isAsked[group] = 0;
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
