// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Bits of a key that are left to the score; the rest hold the place of the candidate. */
const KEY_BITS = 51;

/** Orders the candidates of one draw by score; made once for a number of candidates, used for every draw. */
export interface RowRanker {
  /**
   * Ranks a row of scores in [0, 1 + ε].
   *
   * @param ranks 0-based rank by place, written; equal scores share the best rank
   * @param order places from best to worst, written; equal scores in the order of their places
   * @returns whether any two are equal
   */
  rank(scores: Float64Array, from: number, ranks: Int32Array, order: Int32Array): boolean;
}

/**
 * Two scores are equal if they agree to 2^−(51 − bits of the number of candidates), about 1e-12: less than that is rounding, not a difference.
 * Score and place are packed into one double, which sorts faster than an order with a comparison.
 */
export function rowRanker(count: number): RowRanker {
  const placeBits = count < 2 ? 1 : 32 - Math.clz32(count - 1);
  const places = 2 ** placeBits;
  const levels = 2 ** (KEY_BITS - placeBits);
  const keys = new Float64Array(count);
  return {
    rank(scores, from, ranks, order) {
      for (let place = 0; place < count; place++) keys[place] = Math.floor((1 - scores[from + place]!) * levels + 0.5) * places + place;
      keys.sort();
      let hasTies = false;
      let [previous, rank] = [Number.NaN, 0];
      for (let position = 0; position < count; position++) {
        const key = keys[position]!;
        const level = Math.floor(key / places);
        const place = key - level * places;
        if (level === previous) hasTies = true;
        else rank = position;
        previous = level;
        ranks[place] = rank;
        order[position] = place;
      }
      return hasTies;
    },
  };
}
