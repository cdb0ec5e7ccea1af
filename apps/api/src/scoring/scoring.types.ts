// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Alternative, Product } from '../catalogue/index.js';
import { answerOf } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { CentsScalar, DateScalar, InstantScalar, JsonScalar } from '../platform/graphql/scalars.js';
import { JobStarted } from '../platform/jobs/jobs.types.js';

@ObjectType({ description: 'A number that is not known exactly: from the worst to the best that the missing inputs allow, with the expected value between.' })
export class ScoreInterval {
  @Field(() => Float, { description: 'At least.' })
  low!: number;
  @Field(() => Float, { description: 'Expected.' })
  expected!: number;
  @Field(() => Float, { description: 'At most.' })
  high!: number;
}

@ObjectType({ description: 'An amount of money that is not known exactly; an end that cannot be known is null.' })
export class CentsInterval {
  @Field(() => CentsScalar, { nullable: true, description: 'At least, in euro cents.' })
  low!: number | null;
  @Field(() => CentsScalar, { nullable: true, description: 'Expected, in euro cents.' })
  expected!: number | null;
  @Field(() => CentsScalar, { nullable: true, description: 'At most, in euro cents.' })
  high!: number | null;
}

@ObjectType({ implements: () => [Node], description: 'A versioned set of criteria and weights; never changed once it is there.' })
export class ScoringModel extends Node {
  @Field({ description: 'Key.' })
  key!: string;
  @Field(() => Int, { description: 'Version.' })
  version!: number;
  @Field(() => JsonScalar, { description: 'Criteria, scales with their anchors, weights with bounds, gates, principles.' })
  definition!: unknown;
}

@ObjectType({ implements: () => [Node], description: 'A product in use that is not open source, with its chosen alternative, scored in one run. Not a tender award.' })
export class Candidate extends Node {
  @Field(() => Int, { description: 'Place by goal contribution; 1 is first.' })
  rank!: number;
  @Field(() => Product, { description: 'The product in use.' })
  product!: unknown;
  @Field(() => Alternative, { description: 'The chosen alternative.' })
  alternative!: unknown;
  @Field(() => ScoringRun, { description: 'The run it was scored in.' })
  run!: unknown;
  @Field(() => ScoreInterval, { description: 'How far the move serves the principles, 0 to 100.' })
  goalContribution!: ScoreInterval;
  @Field(() => ScoreInterval, { description: 'How ready alternative, data, interfaces and people are, 0 to 100.' })
  feasibility!: ScoreInterval;
  @Field(() => CentsInterval, { description: 'Cash effect over the horizon in euro cents of today.' })
  npvCents!: CentsInterval;
  @Field(() => Float, { description: 'Share of the weight that is backed by data, 0 to 1.' })
  completeness01!: number;
  @Field(() => Float, { description: 'Share of draws of weights and inputs in which it ranks first (SMAA-2), 0 to 1.' })
  firstRankAcceptability01!: number;
  @Field(() => Float, { nullable: true, description: 'Mean rank over all draws; 1 is the best.' })
  expectedRank!: number | null;
  @Field(() => [Float], { nullable: true, description: 'Share of draws in which it takes each of the first 50 ranks, the first rank first, 0 to 1.' })
  rankAcceptability01!: number[] | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Mean of the weights under which it ranks first, by criterion; null where it never does.' })
  centralWeights01!: unknown;
  @Field(() => [Float], { nullable: true, description: 'Pairwise winning index: share of draws in which it ranks before each candidate of the run, in the order of their ranks; null above 1,000 candidates, where `compareCandidates` tells it for any two.' })
  wins01!: number[] | null;
  @Field(() => Int, { nullable: true, description: 'Second opinion: its place by TOPSIS on the same inputs.' })
  topsisRank!: number | null;
  @Field(() => Float, { nullable: true, description: 'Closeness to the best by TOPSIS, 0 to 1.' })
  topsisCloseness!: number | null;
  @Field(() => Int, { nullable: true, description: 'Second opinion: its place by PROMETHEE II on the same inputs.' })
  prometheeRank!: number | null;
  @Field(() => Float, { nullable: true, description: 'Net flow by PROMETHEE II, −1 to 1.' })
  prometheeFlow!: number | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Smallest changes of one weight that would put the next candidate before it: [{ criterion, weightNow01, weightAtFlip01, isWithinBounds }].' })
  flips!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'Profiles by the EU Cloud Sovereignty Framework, { today, alternative }: objectives SOV-1 to SOV-8 with level 0 to 4, score 0 to 100, lowestLevel, completeness01. A view beside the score.' })
  sovereignty!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'What makes it urgent: { supportPoints: { low, high } of 10, notes: [{ note, on, days }] }. Noted beside the score.' })
  urgency!: unknown;
  @Field(() => JsonScalar, { description: 'The inputs: for each fact value, source and date; `money` in cents and days, `moneyFrom` its contracts, `expired` answers that count no longer.' })
  facts!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'The score in figures: each criterion with input, utility and points, each gate. `explainCandidate` says it in sentences.' })
  score!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'What the score was computed from, for whoever ranks under other weights: value and knowledge of each criterion, state of each gate, without the facts behind them.' })
  scoreInputs!: unknown;
}

@ObjectType({ implements: () => [Node], description: 'Something that was not known in a run, and what an answer could change.' })
export class OpenQuestion extends Node {
  @Field(() => Int, { description: 'Place by expected change of rank among all that is open in the run, on either axis; 1 is what to ask next.' })
  position!: number;
  @Field({ description: 'GOAL or FEASIBILITY.' })
  axis!: string;
  @Field(() => Candidate, { description: 'The candidate it is about.' })
  candidate!: Candidate;
  @Field({ description: 'Id of the criterion or gate.' })
  asks!: string;
  @Field(() => String, { nullable: true, description: 'Id of the part, in a criterion of several parts.' })
  part!: string | null;
  @Field(() => [String], { description: 'Facts that are missing.' })
  missing!: string[];
  @Field(() => [String], { description: 'Ids of the questions of the questionnaire whose answers would give them; empty where only an inventory or a contract can.' })
  questions!: string[];
  @Field(() => Float, { description: 'Mean of the places by which the candidate would move over the possible answers.' })
  expectedRankChange!: number;
  @Field(() => Float, { description: 'Share of the possible answers that bring it among the first 20 or out of them, 0 to 1.' })
  changesFirst01!: number;
}

@ObjectType({ implements: () => [Node], description: 'An immutable snapshot: model, inputs, seed and outcome.' })
export class ScoringRun extends Node {
  @Field(() => ScoringModel, { description: 'The model.' })
  model!: ScoringModel;
  @Field(() => Float, { description: 'Seed of the sampling.' })
  seed!: number;
  @Field(() => Int, { description: 'Draws of weights and inputs.' })
  samples!: number;
  @Field(() => DateScalar, { description: 'Day for which it was scored.' })
  asOf!: string;
  @Field(() => String, { nullable: true, description: 'Questionnaire whose answers went in, with its version.' })
  questionnaire!: string | null;
  @Field({ description: 'SHA-256 of all inputs.' })
  inputsHash!: string;
  @Field(() => JsonScalar, { description: 'Assumptions behind effort and money.' })
  assumptions!: unknown;
  @Field(() => InstantScalar, { description: 'When it was finished.' })
  finishedAt!: string;
}

export const OpenQuestionOrderField = orderFieldsOf('OpenQuestion', { POSITION: 'POSITION' });
export const CandidateOrderField = orderFieldsOf('Candidate', { RANK: 'RANK', FEASIBILITY: 'FEASIBILITY', COMPLETENESS: 'COMPLETENESS' });
export const ScoringRunOrderField = orderFieldsOf('ScoringRun', { FINISHED_AT: 'FINISHED_AT' });
export const ScoringModelOrderField = orderFieldsOf('ScoringModel', { KEY: 'KEY' });

@InputType({ description: 'Which candidates.' })
export class CandidateFilter {
  @Field(() => String, { nullable: true, description: 'Key of the product.' })
  product?: string;
  @Field(() => Float, { nullable: true, description: 'Expected feasibility of at least this.' })
  feasibilityFrom?: number;
}

@InputType({ description: 'Which open questions.' })
export class OpenQuestionFilter {
  @Field(() => String, { nullable: true, description: 'GOAL or FEASIBILITY.' })
  axis?: string;
  @Field(() => String, { nullable: true, description: 'Key of the product in use.' })
  product?: string;
  @Field(() => String, { nullable: true, description: 'Id of a question of the questionnaire that would help.' })
  question?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only what people’s answers would give, or only what an inventory or a contract has to say.' })
  answerable?: boolean;
}

@InputType({ description: 'Which runs.' })
export class ScoringRunFilter {
  @Field(() => String, { nullable: true, description: 'Key of the model.' })
  model?: string;
}

@InputType({ description: 'Which models.' })
export class ScoringModelFilter {
  @Field(() => String, { nullable: true, description: 'Key.' })
  key?: string;
  @Field(() => Int, { nullable: true, description: 'Version.' })
  version?: number;
}

export const CandidateConnection = connectionOf(Candidate, 'candidates');
export const ScoringRunConnection = connectionOf(ScoringRun, 'scoring runs');
export const ScoringModelConnection = connectionOf(ScoringModel, 'scoring models');
export const OpenQuestionConnection = connectionOf(OpenQuestion, 'open questions');
export const OpenQuestionListArgs = listArgsOf(OpenQuestionFilter, orderOf('OpenQuestion', OpenQuestionOrderField));
export const CandidateListArgs = listArgsOf(CandidateFilter, orderOf('Candidate', CandidateOrderField));
export const ScoringRunListArgs = listArgsOf(ScoringRunFilter, orderOf('ScoringRun', ScoringRunOrderField));
export const ScoringModelListArgs = listArgsOf(ScoringModelFilter, orderOf('ScoringModel', ScoringModelOrderField));

@InputType({ description: 'How to score.' })
export class StartScoringRunInput {
  @Field({ defaultValue: 'dortmund-2021', description: 'Key of the model.' })
  model!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the model; the newest where it is left out.' })
  version?: number | null;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of the sampling.' })
  seed!: number;
  @Field(() => Int, { defaultValue: 10_000, description: 'Draws of weights and inputs.' })
  samples!: number;
}

@ObjectType({ description: 'The run was queued.' })
export class StartScoringRunSuccess extends JobStarted {}

export const StartScoringRunPayload = answerOf('startScoringRun', StartScoringRunSuccess);
