// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import {
  answeredFacts,
  askNext,
  compareOpenQuestions,
  deriveInputs,
  economics,
  findFlips,
  rankInSteps,
  scoreCandidate,
  secondOpinions,
  sovereigntyProfile,
  urgencyOf,
  type AnsweredCandidate,
  type Axis,
  type CandidateFacts,
  type CandidateScore,
  type EconomicsAssumptions,
  type Questionnaire,
  type RankableCandidate,
  type Ranking,
  type ScoringModel,
} from '#scoring';
import type { StoredAnswer } from './assessment.repository.js';
import { AnswersBySubject } from './answers-by-subject.js';
import { factsOf, seatsOf, type CandidateRow } from './candidate-row.js';
import { moneyOf, type CandidateMoney } from './contract-money.js';
import { questionsFor } from './questions-for.js';

/** All that a run is computed from: the same again gives the same again. */
export interface ScoringWork {
  readonly model: ScoringModel;
  readonly questionnaire: Questionnaire | null;
  readonly rows: readonly CandidateRow[];
  readonly vendorShares: ReadonlyMap<string, number>;
  readonly answers: readonly StoredAnswer[];
  readonly today: CalendarDate;
  readonly seed: number;
  readonly samples: number;
  readonly assumptions: EconomicsAssumptions;
}

/** How far the work is. */
export interface ScoringStep {
  readonly step: 'scoring' | 'sampling' | 'writing';
  readonly done: number;
  readonly total: number;
}

/** What a run leaves behind, as rows of its tables. */
export interface ScoredRows {
  readonly inputsHash: string;
  readonly candidates: number;
  /** Rows of `candidate_score` and of `open_question`, as JSON text. */
  readonly scoresJson: string;
  readonly questionsJson: string;
}

interface Scored {
  readonly row: CandidateRow;
  readonly facts: CandidateFacts;
  readonly answered: AnsweredCandidate;
  readonly money: CandidateMoney;
  readonly rankable: RankableCandidate;
}

/** Ranks of a candidate that are counted one by one. */
const RANKS_SHOWN = 50;
/** The N of "who is among the first N". */
const FIRST = 20;
const AXES: readonly Axis[] = ['GOAL', 'FEASIBILITY'];
const FLIPS_SHOWN = 3;

/** Scores, ranks and questions all candidates, in steps; touches nothing but what it is handed. */
export function* scoreCandidates(work: ScoringWork): Generator<ScoringStep, Result<ScoredRows, Problem>, void> {
  const { model, rows } = work;
  const answers = new AnswersBySubject(work.answers);
  const scored: Scored[] = [];
  for (const row of rows) {
    const one = scoreRow(row, answers, work);
    if (!one.ok) return one;
    scored.push(one.value);
    if (scored.length % 200 === 0) yield { step: 'scoring', done: scored.length, total: rows.length };
  }
  const steps = rankInSteps(model, scored.map((one) => one.rankable), { seed: work.seed, samples: work.samples });
  if (!steps.ok) return steps;
  let step = steps.value.next();
  for (; !step.done; step = steps.value.next()) yield { step: 'sampling', done: step.value.samplesDone, total: work.samples };
  yield { step: 'writing', done: 0, total: rows.length };
  const inputs = scored.map(({ row, facts, money }) => ({ product: row.productKey, alternative: row.alternativeKey, facts, money: money.facts }));
  return ok({
    inputsHash: createHash('sha256').update(JSON.stringify({ today: work.today, inputs })).digest('hex'),
    candidates: rows.length,
    scoresJson: JSON.stringify(scoreRows(work, scored, step.value)),
    questionsJson: JSON.stringify(questionRows(work, scored)),
  });
}

function scoreRow(row: CandidateRow, answers: AnswersBySubject, { model, questionnaire, vendorShares, today, assumptions }: ScoringWork): Result<Scored, Problem> {
  const answered = questionnaire === null ? { facts: {}, expired: [] } : answeredFacts(questionnaire, answers.of(row), today);
  const facts = factsOf(row, answered, row.vendorId === null ? null : (vendorShares.get(String(row.vendorId)) ?? null), today);
  const inputs = deriveInputs(facts, model, today);
  if (!inputs.ok) return ofProduct(inputs, row);
  const score = scoreCandidate(model, inputs.value);
  if (!score.ok) return ofProduct(score, row);
  const money = moneyOf(row.contracts, { seats: seatsOf(row, answered), interfaces: row.interfaces.length, kind: row.kind }, assumptions, today);
  const worth = economics(money.facts, { ...assumptions, startsOn: today });
  if (!worth.ok) return ofProduct(worth, row);
  return ok({ row, facts, answered, money, rankable: { id: row.productKey, score: score.value, npvCents: worth.value.npvCents } });
}

/** A problem with the product at which it showed. */
function ofProduct({ problem }: { readonly ok: false; readonly problem: Problem }, row: CandidateRow): Result<never, Problem> {
  return err({ ...problem, path: problem.path ?? row.productKey, product: row.productKey });
}

function scoreRows({ model, today }: ScoringWork, scored: readonly Scored[], ranking: Ranking): object[] {
  const byKey = new Map(scored.map((one) => [one.row.productKey, one]));
  const { acceptability } = ranking;
  const placeOf = new Map(acceptability.ids.map((id, place) => [id, place]));
  const ordered = ranking.candidates.map((ranked) => byKey.get(ranked.id)!);
  const opinions = secondOpinions(model, ordered.map((one) => one.rankable), 'GOAL');
  const places = ordered.map((one) => placeOf.get(one.row.productKey)!);
  return ranking.candidates.map((ranked, index) => {
    const { row, facts, answered, money, rankable } = ordered[index]!;
    const next = ordered[index + 1];
    const place = places[index]!;
    const winsOver = acceptability.pairwiseWinning01;
    const opinion = opinions[index]!;
    return {
      rank: ranked.rank,
      product_id: row.productId,
      alternative_id: row.alternativeId,
      goal_low: ranked.goalContribution.low,
      goal_expected: ranked.goalContribution.expected,
      goal_high: ranked.goalContribution.high,
      feasibility_low: ranked.feasibility.low,
      feasibility_expected: ranked.feasibility.expected,
      feasibility_high: ranked.feasibility.high,
      npv_low_cents: ranked.npvCents.low,
      npv_expected_cents: ranked.npvCents.expected,
      npv_high_cents: ranked.npvCents.high,
      completeness01: ranked.completeness01,
      first_rank_acceptability01: ranked.firstRankAcceptability01,
      facts: { ...facts, money: money.facts, moneyFrom: { contracts: money.contracts }, expired: answered.expired },
      score: rankable.score satisfies CandidateScore,
      expected_rank: ranked.expectedRank,
      rank_acceptability01: Array.from({ length: Math.min(RANKS_SHOWN, scored.length) }, (_, rank) => acceptability.rankAcceptability01(place, rank + 1)),
      central_weights01: ranked.centralWeights01,
      wins01: winsOver && places.map((other) => winsOver(place, other)),
      topsis_rank: opinion.topsisRank,
      topsis_closeness: opinion.topsisCloseness,
      promethee_rank: opinion.prometheeRank,
      promethee_flow: opinion.prometheeFlow,
      flips: next ? findFlips(model, rankable.score, next.rankable.score, 'GOAL').slice(0, FLIPS_SHOWN) : [],
      sovereignty: { today: sovereigntyProfile(facts, 'today'), alternative: sovereigntyProfile(facts, 'alternative') },
      urgency: urgencyOf({ supportEndsOn: facts.supportEndsOn?.value ?? null, noticeBy: money.noticeBy }, today),
    };
  });
}

/** What is open on either axis, in one order. */
function questionRows({ model, questionnaire }: ScoringWork, scored: readonly Scored[]): object[] {
  const byKey = new Map(scored.map((one) => [one.row.productKey, one]));
  const rankable = scored.map((one) => one.rankable);
  const open = AXES.flatMap((axis) => askNext(model, rankable, axis, FIRST).map((question) => ({ axis, ...question })));
  return open.sort(compareOpenQuestions).map(({ axis, ...open }, index) => {
    const { row, facts } = byKey.get(open.candidate)!;
    return {
      product_id: row.productId,
      axis,
      position: index + 1,
      asks: open.asks,
      part: open.part,
      missing: open.missing,
      questions: questionnaire === null ? [] : questionsFor(open.missing, questionnaire, facts),
      expected_rank_change: open.expectedRankChange,
      changes_first01: open.changesFirst01,
    };
  });
}
