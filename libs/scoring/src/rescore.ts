// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem, Result } from '#kernel';
import type { ScoringModel } from './model.js';
import { scoreCandidate, type CandidateScore } from './score-candidate.js';

/**
 * Scores a candidate again on the inputs that its score was made from, with other weights or anchors of the same criteria and gates.
 *
 * @returns the score, or a problem of {@link scoreCandidate} for a model of other criteria
 */
export function rescore(score: CandidateScore, model: ScoringModel): Result<CandidateScore, Problem> {
  return scoreCandidate(model, { criteria: score.contributions.map((contribution) => contribution.input), gates: score.gates });
}

/**
 * The model with one weight moved and the others of its axis shrunk or grown in proportion, so that they still sum to 1: a question of "what if", whatever the bounds say.
 *
 * @param weight01 in [0, 1]; a criterion that alone makes up its axis keeps its weight
 */
export function withWeight(model: ScoringModel, criterion: string, weight01: number): ScoringModel {
  const moved = model.criteria.find((one) => one.id === criterion);
  if (moved === undefined || moved.weight01 === 1) return model;
  const scale = (1 - weight01) / (1 - moved.weight01);
  return { ...model, criteria: model.criteria.map((one) => (one.axis !== moved.axis ? one : { ...one, weight01: one === moved ? weight01 : one.weight01 * scale })) };
}
