// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { answerOf } from '../platform/graphql/problem.types.js';
import { JsonScalar } from '../platform/graphql/scalars.js';

/** Language of sentences that are asked for. */
export enum SentenceLanguage {
  de = 'de',
  en = 'en',
}
registerEnumType(SentenceLanguage, { name: 'SentenceLanguage', description: 'Language of sentences.' });

@ObjectType({ description: 'One axis of a score in a sentence.' })
export class AxisSentence {
  @Field({ description: 'GOAL or FEASIBILITY.' })
  axis!: string;
  @Field({ description: 'The number, and how much of it is backed by data.' })
  sentence!: string;
}

@ObjectType({ description: 'A gate, whether it is open, and by which facts.' })
export class GateExplanation {
  @Field({ description: 'Id of the gate.' })
  gate!: string;
  @Field({ description: 'Name.' })
  name!: string;
  @Field({ description: 'Whether it is fulfilled, and what that does to the score.' })
  sentence!: string;
  @Field(() => [String], { description: 'Each fact with its value, source and date.' })
  facts!: string[];
  @Field(() => [String], { description: 'Principles with the words of the resolution.' })
  principles!: string[];
}

@ObjectType({ description: 'What one criterion brings, down to each fact.' })
export class CriterionExplanation {
  @Field({ description: 'Id of the criterion.' })
  criterion!: string;
  @Field({ description: 'Name.' })
  name!: string;
  @Field({ description: 'GOAL or FEASIBILITY.' })
  axis!: string;
  @Field({ description: 'Its points, by which weight, from which input.' })
  sentence!: string;
  @Field(() => [String], { description: 'Points of each part, where it has several.' })
  parts!: string[];
  @Field(() => [String], { description: 'Anchors of its scales: enough to recompute the points by hand.' })
  scales!: string[];
  @Field(() => [String], { description: 'Each fact with its value, source and date, or that it is unknown.' })
  facts!: string[];
  @Field(() => [String], { description: 'Principles with the words of the resolution.' })
  principles!: string[];
}

@ObjectType({ description: 'The money of a candidate in sentences.' })
export class EconomicsExplanation {
  @Field({ description: 'The net present value, or which end of it is open.' })
  sentence!: string;
  @Field(() => [String], { description: 'Each amount and date with its source.' })
  inputs!: string[];
  @Field(() => [String], { description: 'Each setting that the money rests on: value, version, author, date; or that it comes with the program.' })
  assumptions!: string[];
}

@ObjectType({ description: 'Every number of a candidate, down to input, source, date and the words of the resolution.' })
export class CandidateExplanation {
  @Field(() => ID, { description: 'Global id of the candidate.' })
  candidateId!: string;
  @Field({ description: 'The product in use.' })
  product!: string;
  @Field({ description: 'The chosen alternative.' })
  alternative!: string;
  @Field({ description: 'Rank, how sure it is, and that none of it is a tender award.' })
  rank!: string;
  @Field(() => [AxisSentence], { description: 'Both axes.' })
  axes!: AxisSentence[];
  @Field(() => [GateExplanation], { description: 'Gates.' })
  gates!: GateExplanation[];
  @Field(() => [CriterionExplanation], { description: 'Criteria in the order of the model.' })
  criteria!: CriterionExplanation[];
  @Field(() => EconomicsExplanation, { description: 'The money.' })
  economics!: EconomicsExplanation;
  @Field(() => [String], { description: 'How sure its place is: against the next candidate, under which weight they would swap, and second opinions.' })
  robustness!: string[];
  @Field(() => [String], { description: 'What makes it urgent; beside the score.' })
  urgency!: string[];
  @Field(() => [String], { description: 'Answers that count no longer.' })
  expired!: string[];
}

@ObjectType({ description: 'The smallest change of one weight that swaps two candidates, the others following in proportion.' })
export class WeightFlip {
  @Field({ description: 'Id of the criterion.' })
  criterion!: string;
  @Field(() => Float, { description: 'Its weight, 0 to 1.' })
  weightNow01!: number;
  @Field(() => Float, { description: 'The weight at which both are equal.' })
  weightAtFlip01!: number;
  @Field({ description: 'Whether all weights then lie within the bounds of the model.' })
  isWithinBounds!: boolean;
}

@ObjectType({ description: 'Two candidates of one run side by side.' })
export class CandidateComparison {
  @Field(() => Float, { description: 'Share of draws in which the first ranks before the second (pairwise winning index), 0 to 1.' })
  before01!: number;
  @Field(() => Float, { description: 'Share of draws in which the second ranks before the first.' })
  after01!: number;
  @Field(() => [WeightFlip], { description: 'What would swap them, the smallest change first.' })
  flips!: WeightFlip[];
  @Field({ description: 'The same in sentences.' })
  sentence!: string;
}

@ObjectType({ description: 'Why a candidate moved.' })
export class MoveCause {
  @Field({ description: 'Id of the criterion or gate.' })
  because!: string;
  @Field({ description: 'GOAL or FEASIBILITY.' })
  axis!: string;
  @Field(() => Float, { nullable: true, description: 'Change of its expected points before gates; null for a gate, and for a criterion that only one model has.' })
  pointsChange!: number | null;
  @Field({ description: 'Whether the model gives it another weight.' })
  hasWeightChanged!: boolean;
  @Field(() => JsonScalar, { description: 'Facts that changed: [{ fact, before: { value, source, asOf }, after: … }].' })
  facts!: unknown;
  @Field({ description: 'The same in a sentence, in the language of the request.' })
  sentence!: string;
}

@ObjectType({ description: 'What became of a candidate between two runs.' })
export class RunMove {
  @Field({ description: 'Key of the product.' })
  productKey!: string;
  @Field({ description: 'Name of the product.' })
  productName!: string;
  @Field(() => Int, { nullable: true, description: 'Rank in the earlier run; null where it was not in it.' })
  rankBefore!: number | null;
  @Field(() => Int, { nullable: true, description: 'Rank in the later run.' })
  rankAfter!: number | null;
  @Field(() => Float, { nullable: true, description: 'Change of the expected goal contribution.' })
  goalContributionChange!: number | null;
  @Field(() => Float, { nullable: true, description: 'Change of the expected feasibility.' })
  feasibilityChange!: number | null;
  @Field(() => [MoveCause], { description: 'Why, the largest change first. Empty where only others moved around it.' })
  causes!: MoveCause[];
}

@ObjectType({ description: 'Two runs side by side.' })
export class ScoringRunComparison {
  @Field(() => Int, { description: 'Candidates that are not the same in both.' })
  moved!: number;
  @Field(() => [RunMove], { description: 'Those of the later run by rank, then those that are gone.' })
  moves!: RunMove[];
}

@ObjectType({ description: 'One place in which two models differ.' })
export class ModelDifference {
  @Field({ description: 'CRITERION, GATE or PRINCIPLE.' })
  kind!: string;
  @Field({ description: 'Id of the entry.' })
  entry!: string;
  @Field({ description: 'Path below it; empty where only one model has the entry.' })
  path!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'Value in the first model.' })
  before!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'Value in the second model.' })
  after!: unknown;
}

@ObjectType({ description: 'Two models side by side.' })
export class ScoringModelComparison {
  @Field(() => [ModelDifference], { description: 'All differences; empty where there are none.' })
  differences!: ModelDifference[];
}

export const CompareCandidatesPayload = answerOf('compareCandidates', CandidateComparison);
export const ExplainCandidatePayload = answerOf('explainCandidate', CandidateExplanation);
export const CompareScoringRunsPayload = answerOf('compareScoringRuns', ScoringRunComparison);
export const CompareScoringModelsPayload = answerOf('compareScoringModels', ScoringModelComparison);
