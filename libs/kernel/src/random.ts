// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A source of numbers in [0, 1) that a seed fixes: the same seed gives the same row on every machine. */
export type Random = () => number;

/**
 * Mulberry32, a small generator with 32 bits of state; good for sampling and invented data, not for secrets.
 *
 * @param seed any number; its lower 32 bits count
 * @source Tommy Ettinger, mulberry32 (public domain, 2017)
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
