// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FactKey } from './candidate-facts.js';
import type { CriterionInput, FactUse } from './candidate-inputs.js';
import type { Interval } from './interval.js';
import type { Axis, Criterion, ScoringModel } from './model.js';
import { gateFactor, type CandidateScore } from './score-candidate.js';

/** An input that is not fully known, and what an answer could change. */
export interface OpenQuestion {
  readonly candidate: string;
  /** Id of the criterion or gate. */
  readonly asks: string;
  /** Id of the part, in a criterion of several parts; else null. */
  readonly part: string | null;
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
  const criteria = new Map(model.criteria.map((criterion) => [criterion.id, criterion]));
  const questions: OpenQuestion[] = [];
  for (const { id, score } of candidates) {
    const own = value(score);
    const rank = rankAmong(own, own);
    const ask = (asks: string, part: string | null, missing: readonly FactKey[], answers: readonly number[]) => {
      const ranks = answers.map((answer) => rankAmong(answer, own));
      const expectedRankChange = ranks.reduce((sum, answered) => sum + Math.abs(answered - rank), 0) / ranks.length;
      const changesFirst01 = ranks.filter((answered) => answered <= first !== rank <= first).length / ranks.length;
      questions.push({ candidate: id, asks, part, missing, expectedRankChange, changesFirst01 });
    };
    const factor = gateFactor(score.gates, axis).expected;
    for (const { criterion, axis: itsAxis, weight01, utility01, input } of score.contributions) {
      if (itsAxis !== axis) continue;
      for (const { part, share01, worth, facts } of rowsOf(input, utility01, criteria.get(criterion))) {
        if (worth.low === worth.high) continue;
        const pointsAt = (share: number) => 100 * weight01 * share01 * (worth.low + share * (worth.high - worth.low) - worth.expected);
        ask(criterion, part, unknownOf(facts), ANSWERS.map((share) => own + factor * pointsAt(share)));
      }
    }
    for (const gate of score.gates) {
      if (gate.axis !== axis || gate.state !== 'UNKNOWN') continue;
      ask(gate.gate, null, unknownOf(gate.facts), [0, own * 2]);
    }
  }
  return questions.sort(compareOpenQuestions);
}

/** The order in which to ask, also among questions of several axes; see {@link askNext}. */
export function compareOpenQuestions(one: OpenQuestion, other: OpenQuestion): number {
  return (
    other.expectedRankChange - one.expectedRankChange ||
    other.changesFirst01 - one.changesFirst01 ||
    compareText(one.candidate, other.candidate) ||
    compareText(one.asks, other.asks) ||
    compareText(one.part ?? '', other.part ?? '')
  );
}

/** A criterion as a whole, or each of its parts with its share of the points: an answer never tells more than one part. */
function rowsOf(input: CriterionInput, utility01: Interval, criterion: Criterion | undefined): readonly { part: string | null; share01: number; worth: Interval; facts: readonly FactUse[] }[] {
  if (criterion?.measure.kind !== 'POINTS') return [{ part: null, share01: 1, worth: utility01, facts: input.facts }];
  const points = new Map(criterion.measure.parts.map((part) => [part.id, part.points]));
  return input.parts.map(({ part, utility01: worth, facts }) => ({ part, share01: (points.get(part) ?? 0) / 100, worth, facts }));
}

function unknownOf(facts: readonly FactUse[]): FactKey[] {
  return facts.filter((fact) => fact.value === null).map((fact) => fact.fact);
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
