// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import type { CentsInterval } from './economics.js';
import type { Interval } from './interval.js';
import type { Axis, ScoringModel } from './model.js';
import type { CandidateScore } from './score-candidate.js';
import { runToEnd, sampleAcceptability, type Acceptability, type SamplingProgress, type UncertainCandidate } from './smaa/sample-acceptability.js';
import type { WeightBounds } from './smaa/weight-sampler.js';

/** A candidate with its numbers, ready to be ranked. */
export interface RankableCandidate {
  readonly id: string;
  readonly score: CandidateScore;
  readonly npvCents: CentsInterval;
}

export interface RankingOptions {
  readonly seed: number;
  /** Draws of SMAA-2, 1…1,000,000; 10,000 unless told. */
  readonly samples?: number;
  /** The axis that is ranked; the goal unless told. */
  readonly axis?: Axis;
  /** Whether the pairwise winning index is computed; up to 1,000 candidates unless told. */
  readonly pairwise?: boolean;
}

export interface RankedCandidate {
  /** 1 is first. */
  readonly rank: number;
  readonly id: string;
  readonly goalContribution: Interval;
  readonly feasibility: Interval;
  readonly npvCents: CentsInterval;
  readonly completeness01: number;
  /** Share of draws in which it ranks first. */
  readonly firstRankAcceptability01: number;
  /** Mean rank over all draws. */
  readonly expectedRank: number;
  /** Mean weights by criterion under which it ranks first; null where it never does. */
  readonly centralWeights01: Readonly<Record<string, number>> | null;
}

export interface Ranking {
  readonly model: { readonly id: string; readonly version: number };
  readonly axis: Axis;
  readonly seed: number;
  readonly samples: number;
  /** From first to last. */
  readonly candidates: readonly RankedCandidate[];
  /** Outcome of SMAA-2 by place; places are in the order of ids, not of ranks. */
  readonly acceptability: Acceptability;
}

const MOST_SAMPLES = 1_000_000;

/** {@link rankInSteps}, run to its end at once. */
export function rankCandidates(model: ScoringModel, candidates: readonly RankableCandidate[], options: RankingOptions): Result<Ranking, Problem> {
  const steps = rankInSteps(model, candidates, options);
  return steps.ok ? ok(runToEnd(steps.value)) : steps;
}

/**
 * Ranks candidates by the expected value of one axis and says how robust each rank is (SMAA-2).
 *
 * Values that agree to 1e-9 are a tie; the other axis decides it, then the id, so that the order never depends on the order given. Each candidate's
 * numbers come from fixed scales: adding one never reorders the others. No candidates give an empty ranking.
 *
 * @returns steps to be run off the event loop, each reporting progress, the last returning the ranking; or `SCORING.SAMPLES_OUT_OF_RANGE`,
 *   `SCORING.ID_TWICE`, `SCORING.WRONG_MODEL` for a score that was made with other criteria
 */
export function rankInSteps(
  model: ScoringModel,
  candidates: readonly RankableCandidate[],
  { seed, samples = 10_000, axis = 'GOAL', pairwise = candidates.length <= 1_000 }: RankingOptions,
): Result<Generator<SamplingProgress, Ranking, void>, Problem> {
  if (!Number.isInteger(samples) || samples < 1 || samples > MOST_SAMPLES) return err({ code: 'SCORING.SAMPLES_OUT_OF_RANGE', samples, most: MOST_SAMPLES });
  const sorted = [...candidates].sort((one, other) => compareText(one.id, other.id));
  const doubled = sorted.find((candidate, index) => index > 0 && sorted[index - 1]!.id === candidate.id);
  if (doubled) return err({ code: 'SCORING.ID_TWICE', path: 'candidates', id: doubled.id });
  const stranger = sorted.find((candidate) => !isOfModel(candidate.score, model));
  if (stranger) return err({ code: 'SCORING.WRONG_MODEL', candidate: stranger.id, model: model.id });
  return ok(rankSorted(model, sorted, { seed, samples, axis, pairwise }));
}

function* rankSorted(
  model: ScoringModel,
  sorted: readonly RankableCandidate[],
  { seed, samples, axis, pairwise }: Required<RankingOptions>,
): Generator<SamplingProgress, Ranking, void> {
  const criteria = model.criteria.filter((criterion) => criterion.axis === axis);
  const acceptability = yield* sampleAcceptability(boundsOf(model, axis), sorted.map((candidate) => uncertain(candidate, axis)), { seed, samples, pairwise });
  const places = sorted.map((_, place) => place).sort((one, other) => compareScores(sorted[one]!.score, sorted[other]!.score, axis) || one - other);
  const ranked = places.map((place, position) => ({
    rank: position + 1,
    id: sorted[place]!.id,
    goalContribution: sorted[place]!.score.goalContribution,
    feasibility: sorted[place]!.score.feasibility,
    npvCents: sorted[place]!.npvCents,
    completeness01: sorted[place]!.score.completeness01.overall,
    firstRankAcceptability01: acceptability.firstRankAcceptability01[place]!,
    expectedRank: acceptability.expectedRank[place]!,
    centralWeights01: byCriterion(acceptability.centralWeights01[place]!, criteria.map((criterion) => criterion.id)),
  }));
  return { model: { id: model.id, version: model.version }, axis, seed, samples, candidates: ranked, acceptability };
}

/**
 * Share of draws in which one candidate ranks before another, and the other before it; equal draws are in neither.
 *
 * Draws of weights depend on the seed alone and draws of a candidate on its own id, so the shares are those that a ranking of the same seed and samples would hold for the pair, however many others it has.
 */
export function compareTwo(
  model: ScoringModel,
  [one, other]: readonly [Pick<RankableCandidate, 'id' | 'score'>, Pick<RankableCandidate, 'id' | 'score'>],
  { seed, samples = 10_000, axis = 'GOAL' }: RankingOptions,
): { readonly before01: number; readonly after01: number } {
  const { pairwiseWinning01 } = runToEnd(sampleAcceptability(boundsOf(model, axis), [uncertain(one, axis), uncertain(other, axis)], { seed, samples, pairwise: true }));
  return { before01: pairwiseWinning01!(0, 1), after01: pairwiseWinning01!(1, 0) };
}

function boundsOf(model: ScoringModel, axis: Axis): WeightBounds[] {
  return model.criteria.filter((criterion) => criterion.axis === axis).map(({ weightMin01, weightMax01 }) => ({ min01: weightMin01, max01: weightMax01 }));
}

function uncertain({ id, score }: Pick<RankableCandidate, 'id' | 'score'>, axis: Axis): UncertainCandidate {
  return {
    id,
    utilities01: score.contributions.filter((contribution) => contribution.axis === axis).map((contribution) => contribution.utility01),
    gates: score.gates.filter((gate) => gate.axis === axis).map((gate) => gate.state),
  };
}

/** Negative where the first ranks before the second: by the axis, then by the other axis; 0 is a tie. */
export function compareScores(one: CandidateScore, other: CandidateScore, axis: Axis): number {
  const [first, second] = axis === 'GOAL' ? (['goalContribution', 'feasibility'] as const) : (['feasibility', 'goalContribution'] as const);
  return Math.sign(rounded(other[first]) - rounded(one[first])) || Math.sign(rounded(other[second]) - rounded(one[second]));
}

function rounded({ expected }: Interval): number {
  return Math.round(expected * 1e9);
}

function isOfModel(score: CandidateScore, model: ScoringModel): boolean {
  return (
    score.contributions.length === model.criteria.length &&
    score.gates.length === model.gates.length &&
    model.criteria.every((criterion, index) => score.contributions[index]!.criterion === criterion.id)
  );
}

function byCriterion(weights: readonly number[] | null, ids: readonly string[]): Record<string, number> | null {
  return weights && Object.fromEntries(ids.map((id, index) => [id, weights[index]!]));
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
