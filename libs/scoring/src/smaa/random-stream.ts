// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A row of numbers that a seed and a name fix; streams of different names have nothing to do with each other. */
export interface RandomStream {
  /** Four 32-bit words of xoshiro128**, moved on by every draw. */
  readonly state: Int32Array;
}

/**
 * Opens the stream of a name. Candidates draw from streams of their own, so that adding one leaves the draws of the others as they were.
 *
 * @param seed any number; its lower 32 bits count
 */
export function randomStream(seed: number, name: string): RandomStream {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  const state = new Int32Array(4);
  for (let word = 0; word < 4; word++) {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    state[word] = mixed ^ (mixed >>> 15);
  }
  if (state.every((word) => word === 0)) state[0] = 1;
  return { state };
}

/**
 * The next number in [0, 1) of a stream, in steps of 2⁻³².
 *
 * @source Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2021: xoshiro128** 1.1
 */
export function nextUniform({ state }: RandomStream): number {
  const [a, b, c, d] = state as unknown as [number, number, number, number];
  const product = Math.imul(b, 5);
  const result = Math.imul((product << 7) | (product >>> 25), 9);
  const mixed = d ^ b;
  state[1] = b ^ c ^ a;
  state[0] = a ^ mixed;
  state[2] = c ^ a ^ (b << 9);
  state[3] = (mixed << 11) | (mixed >>> 21);
  return result * 2 ** -32 + 0.5;
}
