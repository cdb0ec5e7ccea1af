// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { nextUniform, type RandomStream } from './random-stream.js';

/** Bounds of one weight, both in [0, 1]. */
export interface WeightBounds {
  readonly min01: number;
  readonly max01: number;
}

/** Writes one draw of weights, which sum to 1 and keep their bounds, from `offset` on. */
export type WeightSampler = (into: Float64Array, offset: number) => void;

const TRIALS = 2_000;
const LEAST_ACCEPTED = 40;

/**
 * Draws weights evenly from all that keep their bounds and sum to 1.
 *
 * Evenly from the simplex above the lower bounds, with draws beyond an upper bound thrown away; where fewer than 2 % would be kept, by a random walk
 * inside the bounds that moves weight between two criteria at a time.
 *
 * @param bounds one per criterion; Σ min ≤ 1 ≤ Σ max
 * @source Tervonen & Lahdelma, "Implementing stochastic multicriteria acceptability analysis", EJOR 178 (2007) 500–513 (simplex and rejection);
 *   Tervonen et al., "Hit-And-Run enables efficient weight generation …", EJOR 224 (2013) 552–559 (walk)
 */
export function weightSampler(bounds: readonly WeightBounds[], stream: RandomStream): WeightSampler {
  const slack = 1 - bounds.reduce((sum, bound) => sum + bound.min01, 0);
  if (bounds.length < 2 || slack <= 1e-12 || bounds.every((bound) => bound.max01 - bound.min01 <= 1e-12)) return startingPoint(bounds);
  const fromSimplex = simplexSampler(bounds, slack, stream);
  const trial = new Float64Array(bounds.length);
  let accepted = 0;
  for (let draw = 0; draw < TRIALS; draw++) if (fromSimplex(trial, 0)) accepted++;
  if (accepted < LEAST_ACCEPTED) return walkSampler(bounds, stream);
  return (into, offset) => {
    while (!fromSimplex(into, offset));
  };
}

function simplexSampler(bounds: readonly WeightBounds[], slack: number, stream: RandomStream) {
  const cuts = new Float64Array(bounds.length + 1);
  return (into: Float64Array, offset: number): boolean => {
    for (let cut = 1; cut < bounds.length; cut++) {
      const value = nextUniform(stream);
      let place = cut;
      for (; place > 1 && cuts[place - 1]! > value; place--) cuts[place] = cuts[place - 1]!;
      cuts[place] = value;
    }
    cuts[bounds.length] = 1;
    let isWithin = true;
    for (const [index, bound] of bounds.entries()) {
      const weight = bound.min01 + slack * (cuts[index + 1]! - cuts[index]!);
      if (weight > bound.max01 + 1e-12) isWithin = false;
      into[offset + index] = weight;
    }
    return isWithin;
  };
}

function walkSampler(bounds: readonly WeightBounds[], stream: RandomStream): WeightSampler {
  const count = bounds.length;
  const weights = new Float64Array(count);
  startingPoint(bounds)(weights, 0);
  const walk = (steps: number) => {
    for (let step = 0; step < steps; step++) {
      const one = Math.floor(nextUniform(stream) * count);
      const other = (one + 1 + Math.floor(nextUniform(stream) * (count - 1))) % count;
      const sum = weights[one]! + weights[other]!;
      const low = Math.max(bounds[one]!.min01, sum - bounds[other]!.max01);
      const high = Math.min(bounds[one]!.max01, sum - bounds[other]!.min01);
      weights[one] = low + Math.max(0, high - low) * nextUniform(stream);
      weights[other] = sum - weights[one]!;
    }
  };
  walk(100 * count);
  return (into, offset) => {
    walk(4 * count);
    into.set(weights, offset);
  };
}

/** The point at which every weight has used the same share of the room between its bounds. */
function startingPoint(bounds: readonly WeightBounds[]): WeightSampler {
  const [least, most] = bounds.reduce(([low, high], bound) => [low + bound.min01, high + bound.max01], [0, 0]);
  const share = most > least ? (1 - least) / (most - least) : 0;
  const weights = Float64Array.from(bounds, (bound) => bound.min01 + share * (bound.max01 - bound.min01));
  return (into, offset) => into.set(weights, offset);
}
