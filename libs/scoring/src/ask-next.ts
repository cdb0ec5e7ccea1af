// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FactKey } from './candidate-facts.js';
import type { Axis, ScoringModel } from './model.js';
import { gateFactor, type CandidateScore } from './score-candidate.js';

/** An input that is not fully known, and what an answer could change. */
export interface OpenQuestion {
  readonly candidate: string;
  /** Id of the criterion or gate. */
  readonly asks: string;
  readonly missing: readonly FactKey[];
  /** Mean of the places by which the candidate would move over the possible answers. */
  readonly expectedRankChange: number;
  /** Share of the possible answers that bring the candidate into the first N or out of them. */
  readonly changesFirst01: number;
}

/** Answers tried: from worst to best in equal steps of what they are worth. */
const ANSWERS = [0, 0.25, 0.5, 0.75, 1];

/**
 * Orders what is not known by how much an answer would change the ranking: expected rank change first, then changes of who is among the first N, then
 * candidate and question. All other inputs stay at their expected value.
 *
 * Cost: candidates × criteria × log candidates.
 *
 * @param first the N of "among the first N"
 */
export function askNext(model: ScoringModel, candidates: readonly { readonly id: string; readonly score: CandidateScore }[], axis: Axis, first: number): OpenQuestion[] {
  const value = (score: CandidateScore) => (axis === 'GOAL' ? score.goalContribution : score.feasibility).expected;
  const all = candidates.map((candidate) => value(candidate.score)).sort((one, other) => other - one);
  const rankAmong = (score: number, own: number) => 1 + countAbove(all, score) - (own > score + 1e-9 ? 1 : 0);
  const questions: OpenQuestion[] = [];
  for (const { id, score } of candidates) {
    const own = value(score);
    const rank = rankAmong(own, own);
    const ask = (asks: string, missing: readonly FactKey[], answers: readonly number[]) => {
      const ranks = answers.map((answer) => rankAmong(answer, own));
      const expectedRankChange = ranks.reduce((sum, answered) => sum + Math.abs(answered - rank), 0) / ranks.length;
      const changesFirst01 = ranks.filter((answered) => answered <= first !== rank <= first).length / ranks.length;
      questions.push({ candidate: id, asks, missing, expectedRankChange, changesFirst01 });
    };
    const factor = gateFactor(score.gates, axis).expected;
    for (const { criterion, axis: itsAxis, points, input } of score.contributions) {
      if (itsAxis !== axis || points.low === points.high) continue;
      const missing = input.facts.filter((fact) => fact.value === null).map((fact) => fact.fact);
      ask(criterion, missing, ANSWERS.map((share) => own + factor * (points.low + share * (points.high - points.low) - points.expected)));
    }
    for (const gate of score.gates) {
      if (gate.axis !== axis || gate.state !== 'UNKNOWN') continue;
      ask(gate.gate, gate.facts.filter((fact) => fact.value === null).map((fact) => fact.fact), [0, own * 2]);
    }
  }
  return questions.sort(
    (one, other) =>
      other.expectedRankChange - one.expectedRankChange ||
      other.changesFirst01 - one.changesFirst01 ||
      compareText(one.candidate, other.candidate) ||
      compareText(one.asks, other.asks),
  );
}

/** How many of the numbers, sorted from high to low, lie above one. */
function countAbove(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > value + 1e-9) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
