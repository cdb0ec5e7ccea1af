// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Axis, ScoringModel } from '../model.js';
import { gateFactor, type CandidateScore } from '../score-candidate.js';
import { prometheeNetFlows, type Preference } from './promethee.js';
import { topsisCloseness } from './topsis.js';

/** What two other methods say of the same inputs; to be shown beside the additive rank and labelled as such. */
export interface SecondOpinion {
  readonly id: string;
  /** 0…1. */
  readonly topsisCloseness: number;
  readonly topsisRank: number;
  /** −1…1. */
  readonly prometheeFlow: number;
  readonly prometheeRank: number;
}

/** A difference of less than 5 points of 100 is none, one of 30 and more is a clear preference. */
const preference: Preference = { shape: 'LINEAR', indifference: 0.05, strict: 0.3 };

/**
 * Ranks candidates by TOPSIS and PROMETHEE II on the expected utilities of one axis, a gate taking its part of each.
 *
 * Both look at the candidates that are there: adding one can reorder the others, which the additive rank never does. Ties share the better rank.
 *
 * Cost: candidates² × criteria.
 *
 * @returns one per candidate, in the order given
 */
export function secondOpinions(model: ScoringModel, candidates: readonly { readonly id: string; readonly score: CandidateScore }[], axis: Axis): SecondOpinion[] {
  const places = [...model.criteria.keys()].filter((place) => model.criteria[place]!.axis === axis);
  const rows = candidates.map(({ score }) => {
    const factor = gateFactor(score.gates, axis).expected;
    return places.map((place) => score.contributions[place]!.utility01.expected * factor);
  });
  const columns = places.map((place) => ({ weight01: model.criteria[place]!.weight01, isBenefit: true, preference }));
  const closeness = topsisCloseness(rows, columns);
  const flows = prometheeNetFlows(rows, columns);
  const [topsisRanks, prometheeRanks] = [ranksOf(closeness), ranksOf(flows)];
  return candidates.map(({ id }, index) => ({
    id, topsisCloseness: closeness[index]!, topsisRank: topsisRanks[index]!, prometheeFlow: flows[index]!, prometheeRank: prometheeRanks[index]!,
  }));
}

/** Rank of each value, the greatest first; values that agree to 1e-9 share the better rank. */
function ranksOf(values: readonly number[]): number[] {
  const rounded = values.map((value) => Math.round(value * 1e9));
  const sorted = [...rounded].sort((one, other) => other - one);
  const first = new Map<number, number>();
  for (const [index, value] of sorted.entries()) if (!first.has(value)) first.set(value, index + 1);
  return rounded.map((value) => first.get(value)!);
}
