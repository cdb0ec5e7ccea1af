// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { GateState } from '../candidate-inputs.js';
import { drawScores, type SampledCandidate } from './draw-scores.js';
import { PairwiseWins } from './pairwise-wins.js';
import { randomStream } from './random-stream.js';
import { rowRanker } from './rank-row.js';
import { weightSampler, type WeightBounds } from './weight-sampler.js';

/** A candidate as SMAA-2 sees it: what each of its inputs is worth at worst and at best. */
export interface UncertainCandidate {
  readonly id: string;
  /** One per weight, in [0, 1], `low ≤ high`. */
  readonly utilities01: readonly { readonly low: number; readonly high: number }[];
  readonly gates: readonly GateState[];
}

export interface AcceptabilityOptions {
  readonly seed: number;
  readonly samples: number;
  /** Whether pairs are compared; costs time and memory with the square of the number of candidates. */
  readonly pairwise: boolean;
}

export interface SamplingProgress {
  readonly samplesDone: number;
  readonly samples: number;
}

/** Outcome of SMAA-2; places are those of the candidates given. */
export interface Acceptability {
  readonly ids: readonly string[];
  readonly samples: number;
  /** Share of draws in which the candidate has the rank (1 is first), 0…1. Equal scores share the best rank. */
  rankAcceptability01(place: number, rank: number): number;
  readonly firstRankAcceptability01: readonly number[];
  /** Mean rank over all draws, 1 at best. */
  readonly expectedRank: readonly number[];
  /** Mean of the weights under which the candidate ranks first; null for one that never does. */
  readonly centralWeights01: readonly (readonly number[] | null)[];
  /** Share of draws in which one ranks strictly before the other, 0…1; null where pairs were not compared. */
  readonly pairwiseWinning01: ((one: number, other: number) => number) | null;
}

/** Draws between two reports of progress. */
const BLOCK = 192;
const RANKS_KEPT = 1_000;

/**
 * SMAA-2: how often each candidate takes each rank when weights are drawn within their bounds and inputs within their intervals, all evenly.
 *
 * Runs in steps, so that a caller can report progress, stop, or leave the processor to others; ending early (`return()`) leaves nothing behind. The result
 * depends on seed, ids, bounds and utilities alone: not on the machine, the steps, or — for the draws of a candidate — on the other candidates.
 * Only ranks up to 1,000 are counted one by one; `rankAcceptability01` is 0 beyond.
 *
 * Cost: samples × candidates × (criteria + log candidates), and samples × candidates² / 6 for pairs.
 *
 * @param bounds of the weights, Σ min ≤ 1 ≤ Σ max
 * @source Lahdelma & Salminen, "SMAA-2: Stochastic multicriteria acceptability analysis for group decision making", Operations Research 49 (2001) 444–454;
 *   pairwise winning index: Leskinen et al., "Alternative approaches to SMAA", 2006
 */
export function* sampleAcceptability(
  bounds: readonly WeightBounds[],
  candidates: readonly UncertainCandidate[],
  { seed, samples, pairwise }: AcceptabilityOptions,
): Generator<SamplingProgress, Acceptability, void> {
  const count = candidates.length;
  const width = bounds.length;
  const prepared = candidates.map((candidate) => prepare(candidate, seed));
  const drawWeights = weightSampler(bounds, randomStream(seed, '\u0000weights'));
  const weights = new Float64Array(BLOCK * width);
  const scores = new Float64Array(BLOCK * count);
  const [ranks, order] = [new Int32Array(count), new Int32Array(count)];
  const ranker = rowRanker(count);
  const wins = pairwise && count > 0 ? new PairwiseWins(count, BLOCK) : null;
  const kept = Math.min(count, RANKS_KEPT);
  const rankCounts = new Uint32Array(count * kept);
  const rankSums = new Float64Array(count);
  const firstCounts = new Uint32Array(count);
  const firstWeights = new Float64Array(count * width);

  for (let done = 0; done < samples; ) {
    const block = Math.min(BLOCK, samples - done);
    for (let draw = 0; draw < block; draw++) drawWeights(weights, draw * width);
    for (let place = 0; place < count; place++) drawScores(prepared[place]!, weights, block, scores, place, count);
    for (let draw = 0; draw < block; draw++) {
      const hasTies = ranker.rank(scores, draw * count, ranks, order);
      for (let place = 0; place < count; place++) {
        const rank = ranks[place]!;
        rankSums[place]! += rank + 1;
        if (rank < kept) rankCounts[place * kept + rank]!++;
      }
      for (let position = 0; position < count && ranks[order[position]!] === 0; position++) {
        const place = order[position]!;
        firstCounts[place]!++;
        for (let input = 0; input < width; input++) firstWeights[place * width + input]! += weights[draw * width + input]!;
      }
      wins?.add(ranks, order, hasTies);
    }
    done += block;
    yield { samplesDone: done, samples };
  }
  return {
    ids: candidates.map((candidate) => candidate.id),
    samples,
    rankAcceptability01: (place, rank) => (rank >= 1 && rank <= kept && samples > 0 ? (rankCounts[place * kept + rank - 1] ?? 0) / samples : 0),
    firstRankAcceptability01: Array.from(firstCounts, (first) => (samples === 0 ? 0 : first / samples)),
    expectedRank: Array.from(rankSums, (sum) => (samples === 0 ? 0 : sum / samples)),
    centralWeights01: candidates.map((_, place) => {
      const first = firstCounts[place]!;
      return first === 0 ? null : Array.from(firstWeights.subarray(place * width, (place + 1) * width), (sum) => sum / first);
    }),
    pairwiseWinning01: wins && ((one, other) => wins.share01(one, other)),
  };
}

/** Runs all steps of a computation at once and gives its result. */
export function runToEnd<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function prepare({ id, utilities01, gates }: UncertainCandidate, seed: number): SampledCandidate {
  const span01 = Float64Array.from(utilities01, ({ low, high }) => high - low);
  return {
    low01: Float64Array.from(utilities01, ({ low }) => low),
    span01,
    open: Int32Array.from([...span01.keys()].filter((input) => span01[input]! > 0)),
    isClosed: gates.includes('CLOSED'),
    unknownGates: gates.filter((gate) => gate === 'UNKNOWN').length,
    stream: randomStream(seed, id),
  };
}
