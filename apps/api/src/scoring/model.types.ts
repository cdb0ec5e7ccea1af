// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { answerOf, ChangedMeanwhileProblem } from '../platform/graphql/problem.types.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import { ScoringModel } from './scoring.types.js';

@InputType({ description: 'An anchor of a scale.' })
export class AnchorInput {
  @Field(() => Float, { description: 'Value in the unit of the scale.' })
  at!: number;
  @Field(() => Float, { description: 'What it is worth, 0 to 1.' })
  utility01!: number;
}

@InputType({ description: 'What is changed of one criterion; what is left out stays.' })
export class CriterionChangeInput {
  @Field({ description: 'Id of the criterion.' })
  criterion!: string;
  @Field(() => Float, { nullable: true, description: 'Weight, 0 to 1. The weights of an axis must sum to 1.' })
  weight01?: number;
  @Field(() => Float, { nullable: true, description: 'Lower bound of the weight when robustness is tested.' })
  weightMin01?: number;
  @Field(() => Float, { nullable: true, description: 'Upper bound.' })
  weightMax01?: number;
  @Field(() => [AnchorInput], { nullable: true, description: 'Anchors of its scale.' })
  anchors?: AnchorInput[];
}

@InputType({ description: 'What is copied, and what is changed in the copy.' })
export class CopyScoringModelInput {
  @Field({ defaultValue: 'dortmund-2021', description: 'Key of the model to copy.' })
  model!: string;
  @Field(() => Int, { nullable: true, description: 'Its version; the newest where it is left out.' })
  version?: number;
  @Field({ description: 'Key of the copy: small letters, digits, hyphens. A key of your own that is there already gets its next version.' })
  key!: string;
  @Field(() => Int, { nullable: true, description: 'The newest version under that key when editing began; left out for a new key. Refused where a newer one has been stored meanwhile.' })
  replaces?: number | null;
  @Field(() => String, { nullable: true, description: 'German name of the copy.' })
  nameDe?: string;
  @Field(() => String, { nullable: true, description: 'English name; the German one where it is left out.' })
  nameEn?: string;
  @Field(() => [CriterionChangeInput], { nullable: true, description: 'Changes of weights, bounds and anchors.' })
  criteria?: CriterionChangeInput[];
  @Field(() => JsonScalar, { nullable: true, description: 'A whole definition in place of the copied one, as `scoringModels { definition }` shows it: to add or drop criteria, gates, principles.' })
  definition?: unknown;
}

@ObjectType({ description: 'The copy is kept.' })
export class CopyScoringModelSuccess {
  @Field(() => ScoringModel, { description: 'The copy.' })
  model!: unknown;
}

@ObjectType({ description: 'Weights that follow from comparisons of criteria in pairs (AHP).' })
export class ElicitedWeights {
  @Field(() => [Float], { description: 'Weight of each criterion in the order of the rows; they sum to 1.' })
  weights01!: readonly number[];
  @Field(() => Float, { description: 'How far the comparisons contradict each other; 0.1 and more is refused.' })
  consistencyRatio!: number;
}

export const ElicitWeightsPayload = answerOf('elicitWeights', ElicitedWeights);
export const CopyScoringModelPayload = answerOf('copyScoringModel', CopyScoringModelSuccess, ChangedMeanwhileProblem);
