// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { RandomStream } from './random-stream.js';

/** One candidate prepared for sampling: worth of each input at worst, and how much more at best. */
export interface SampledCandidate {
  readonly low01: Float64Array;
  readonly span01: Float64Array;
  /** Places of the inputs that are not known exactly. */
  readonly open: Int32Array;
  /** A closed gate makes every score 0. */
  readonly isClosed: boolean;
  /** Gates whose answer is missing; each is open in half of the draws. */
  readonly unknownGates: number;
  readonly stream: RandomStream;
}

/**
 * Draws scores of one candidate, one per draw of weights: `Σ weight · (low + span · uniform)`, 0 where a gate came out closed.
 *
 * The generator is written out (xoshiro128**, as in {@link nextUniform}) because this loop runs samples × candidates × criteria times.
 *
 * @param weights `count` rows of as many weights as inputs
 * @param into the score of draw `s` is written to `s * stride + offset`
 */
export function drawScores(candidate: SampledCandidate, weights: Float64Array, count: number, into: Float64Array, offset: number, stride: number): void {
  const { low01, span01, open, isClosed, unknownGates } = candidate;
  const width = low01.length;
  const openCount = open.length;
  const state = candidate.stream.state;
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
  for (let draw = 0, row = 0; draw < count; draw++, row += width) {
    let score = 0;
    for (let input = 0; input < width; input++) score += weights[row + input]! * low01[input]!;
    for (let index = 0; index < openCount; index++) {
      const input = open[index]!;
      const product = Math.imul(b, 5);
      const uniform = Math.imul((product << 7) | (product >>> 25), 9) * 2.3283064365386963e-10 + 0.5;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      score += weights[row + input]! * span01[input]! * uniform;
    }
    let isOpen = !isClosed;
    for (let gate = 0; gate < unknownGates; gate++) {
      const product = Math.imul(b, 5);
      if (Math.imul((product << 7) | (product >>> 25), 9) < 0) isOpen = false;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    into[draw * stride + offset] = isOpen ? score : 0;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
