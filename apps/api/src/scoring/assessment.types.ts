// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Product, ProductFilter } from '../catalogue/index.js';
import { answerOf, ChangedMeanwhileProblem, InputProblem } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { DateScalar, InstantScalar, JsonScalar } from '../platform/graphql/scalars.js';

// The filter of products belongs to the catalogue, which knows nothing of answers.
Field(() => String, { nullable: true, description: 'Key of the archetype with which it shares answers.' })(ProductFilter.prototype, 'archetype');
Field(() => String, { nullable: true, description: 'Id of a question to which it has no answer of its own that counts; answers that hold with one alternative only are not looked at.' })(ProductFilter.prototype, 'unanswered');

@ObjectType({ implements: () => [Node], description: 'A versioned list of the questions that no inventory answers; never changed once it is there.' })
export class Questionnaire extends Node {
  @Field({ description: 'Key.' })
  key!: string;
  @Field(() => Int, { description: 'Version.' })
  version!: number;
  @Field(() => JsonScalar, { description: 'Questions with text in German and English, kind and values of their answers, validity, and when they are asked.' })
  definition!: unknown;
}

@ObjectType({ implements: () => [Node], description: 'Products of one kind, which share answers.' })
export class Archetype extends Node {
  @Field({ description: 'Key.' })
  key!: string;
  @Field({ description: 'German name.' })
  nameDe!: string;
  @Field({ description: 'English name.' })
  nameEn!: string;
  @Field(() => [String], { description: 'Categories whose products belong to it, unless one of them was put into another.' })
  categories!: string[];
  @Field(() => Int, { description: 'Products in use that belong to it.' })
  productCount!: number;
}

@ObjectType({ implements: () => [Node], description: 'An answer as it was given; never changed, only followed by a newer one.' })
export class Assessment extends Node {
  @Field(() => Product, { nullable: true, description: 'The product it is about; null where it is about an archetype.' })
  product!: unknown;
  @Field(() => Archetype, { nullable: true, description: 'The archetype it is about.' })
  archetype!: unknown;
  @Field(() => Product, { nullable: true, description: 'The alternative, where it holds with this one only.' })
  alternative!: unknown;
  @Field({ description: 'Id of the question.' })
  question!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'The answer; null takes an earlier one back.' })
  answer!: unknown;
  @Field({ description: 'Who answered.' })
  author!: string;
  @Field(() => String, { nullable: true, description: 'What it rests on.' })
  source!: string | null;
  @Field(() => DateScalar, { description: 'Day of the answer.' })
  answeredOn!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it counts.' })
  validUntil!: string | null;
  @Field({ description: 'Whether no newer answer to the same question has followed.' })
  isNewest!: boolean;
  @Field({ description: 'Whether it counts no longer because its validity is over.' })
  isExpired!: boolean;
  @Field(() => InstantScalar, { description: 'When it was recorded.' })
  recordedAt!: string;
}

export const AssessmentOrderField = orderFieldsOf('Assessment', { ANSWERED_ON: 'ANSWERED_ON', VALID_UNTIL: 'VALID_UNTIL' });
export const ArchetypeOrderField = orderFieldsOf('Archetype', { KEY: 'KEY' });
export const QuestionnaireOrderField = orderFieldsOf('Questionnaire', { KEY: 'KEY' });

@InputType({ description: 'Which answers.' })
export class AssessmentFilter {
  @Field(() => String, { nullable: true, description: 'Key of the product.' })
  product?: string;
  @Field(() => String, { nullable: true, description: 'Key of the archetype.' })
  archetype?: string;
  @Field(() => String, { nullable: true, description: 'Id of the question.' })
  question?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only answers that no newer one has followed, or only the others.' })
  newest?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Only answers whose validity is over, or only the others.' })
  expired?: boolean;
  @Field(() => InstantScalar, { nullable: true, description: 'Recorded after this instant.' })
  recordedAfter?: string;
}

@InputType({ description: 'Which archetypes.' })
export class ArchetypeFilter {
  @Field(() => String, { nullable: true, description: 'Key.' })
  key?: string;
}

@InputType({ description: 'Which questionnaires.' })
export class QuestionnaireFilter {
  @Field(() => String, { nullable: true, description: 'Key.' })
  key?: string;
}

export const AssessmentConnection = connectionOf(Assessment, 'answers');
export const ArchetypeConnection = connectionOf(Archetype, 'archetypes');
export const QuestionnaireConnection = connectionOf(Questionnaire, 'questionnaires');
export const AssessmentListArgs = listArgsOf(AssessmentFilter, orderOf('Assessment', AssessmentOrderField));
export const ArchetypeListArgs = listArgsOf(ArchetypeFilter, orderOf('Archetype', ArchetypeOrderField));
export const QuestionnaireListArgs = listArgsOf(QuestionnaireFilter, orderOf('Questionnaire', QuestionnaireOrderField));

@InputType({ description: 'An answer about a product or an archetype.' })
export class AnswerAssessmentInput {
  @Field(() => String, { nullable: true, description: 'Key of the product.' })
  product?: string;
  @Field(() => String, { nullable: true, description: 'Key of the archetype, in place of a product: the answer counts for each of its products that has none of its own.' })
  archetype?: string;
  @Field(() => String, { nullable: true, description: 'Key of the alternative, for questions about both; without it the answer holds with every alternative.' })
  alternative?: string;
  @Field({ description: 'Id of the question.' })
  question!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'The answer: a value of the question, or the words of a person; null takes the answer back.' })
  answer?: unknown;
  @Field({ description: 'Who answers: a position, not a person.' })
  author!: string;
  @Field(() => String, { nullable: true, description: 'What it rests on.' })
  source?: string;
  @Field(() => DateScalar, { nullable: true, description: 'Day of the answer; today where it is left out.' })
  answeredOn?: string;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it counts; as long as the question says where it is left out.' })
  validUntil?: string;
  @Field(() => ID, { nullable: true, description: 'The newest answer to this question about this subject that the author has seen; null: none. Where another one stands meanwhile, nothing is kept. Left out: not checked.' })
  follows?: string | null;
}

@ObjectType({ description: 'The answer stands.' })
export class AnswerAssessmentSuccess {
  @Field(() => Assessment, { description: 'The answer.' })
  assessment!: unknown;
}

@InputType({ description: 'A filled questionnaire.' })
export class ImportAssessmentsInput {
  @Field(() => ID, { description: 'The `uploadId` that POST /imports answered: CSV, XLSX or ODS.' })
  uploadId!: string;
  @Field(() => String, { nullable: true, description: 'Who answered, for rows that do not say.' })
  author?: string;
  @Field({ defaultValue: false, description: 'Only look, keep nothing.' })
  dryRun!: boolean;
}

@ObjectType({ description: 'What became of a filled questionnaire.' })
export class ImportAssessmentsSuccess {
  @Field(() => Int, { description: 'Rows below the header.' })
  rows!: number;
  @Field(() => Int, { description: 'Answers that are new.' })
  accepted!: number;
  @Field(() => Int, { description: 'Answers that were there already.' })
  unchanged!: number;
  @Field(() => Int, { description: 'Rows without an answer.' })
  empty!: number;
  @Field(() => [InputProblem], { description: 'One for each cell that could not be taken, with line and column. At most 1,000.' })
  problems!: InputProblem[];
}

@InputType({ description: 'A product, as it was read.' })
export class ProductAsReadInput {
  @Field({ description: 'Key of the product.' })
  product!: string;
  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number;
}

@InputType({ description: 'Which products belong to which archetype.' })
export class AssignArchetypeInput {
  @Field(() => [ProductAsReadInput], { description: 'The products.' })
  products!: ProductAsReadInput[];
  @Field(() => String, { nullable: true, description: 'Key of the archetype; null: to none.' })
  archetype?: string;
}

@ObjectType({ description: 'The products belong to it now.' })
export class AssignArchetypeSuccess {
  @Field(() => Int, { description: 'Products that were assigned.' })
  assigned!: number;
}

export const AnswerAssessmentPayload = answerOf('answerAssessment', AnswerAssessmentSuccess);
export const ImportAssessmentsPayload = answerOf('importAssessments', ImportAssessmentsSuccess);
export const AssignArchetypePayload = answerOf('assignArchetype', AssignArchetypeSuccess, ChangedMeanwhileProblem);
