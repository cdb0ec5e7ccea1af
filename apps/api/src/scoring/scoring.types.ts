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
  @Field(() => JsonScalar, { description: 'The inputs: for each fact value, source and date; `money` in cents and days.' })
  facts!: unknown;
  @Field(() => JsonScalar, { description: 'Every number explained, in German and English: { de, en } each with axes, gates, criteria; `score` in figures.' })
  explanation!: unknown;
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
  @Field({ description: 'SHA-256 of all inputs.' })
  inputsHash!: string;
  @Field(() => JsonScalar, { description: 'Assumptions behind effort and money.' })
  assumptions!: unknown;
  @Field(() => InstantScalar, { description: 'When it was finished.' })
  finishedAt!: string;
}

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

@InputType({ description: 'Which runs.' })
export class ScoringRunFilter {
  @Field(() => String, { nullable: true, description: 'Key of the model.' })
  model?: string;
}

@InputType({ description: 'Which models.' })
export class ScoringModelFilter {
  @Field(() => String, { nullable: true, description: 'Key.' })
  key?: string;
}

export const CandidateConnection = connectionOf(Candidate, 'candidates');
export const ScoringRunConnection = connectionOf(ScoringRun, 'scoring runs');
export const ScoringModelConnection = connectionOf(ScoringModel, 'scoring models');
export const CandidateListArgs = listArgsOf(CandidateFilter, orderOf('Candidate', CandidateOrderField));
export const ScoringRunListArgs = listArgsOf(ScoringRunFilter, orderOf('ScoringRun', ScoringRunOrderField));
export const ScoringModelListArgs = listArgsOf(ScoringModelFilter, orderOf('ScoringModel', ScoringModelOrderField));

@InputType({ description: 'How to score.' })
export class StartScoringRunInput {
  @Field({ defaultValue: 'dortmund-2021', description: 'Key of the model.' })
  model!: string;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of the sampling.' })
  seed!: number;
  @Field(() => Int, { defaultValue: 10_000, description: 'Draws of weights and inputs.' })
  samples!: number;
}

@ObjectType({ description: 'The run was queued.' })
export class StartScoringRunSuccess extends JobStarted {}

export const StartScoringRunPayload = answerOf('startScoringRun', StartScoringRunSuccess);
