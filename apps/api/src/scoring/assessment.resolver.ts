// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { CalendarDate } from '#kernel';
import { Product } from '../catalogue/index.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { answered, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import * as t from './assessment.types.js';
import { AssignArchetype } from './assign-archetype.use-case.js';
import { RecordAssessments } from './record-assessments.use-case.js';

const MOST_PROBLEMS = 1_000;

@Resolver(() => t.AnswerAssessmentSuccess)
export class AssessmentResolver {
  constructor(
    private readonly reads: Reads,
    private readonly record: RecordAssessments,
    private readonly assign: AssignArchetype,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('scoring:read')
  @Query(() => t.QuestionnaireConnection, { description: 'Questionnaires, each version for itself.' })
  questionnaires(@Args({ type: () => t.QuestionnaireListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('scoring:read')
  @Query(() => t.ArchetypeConnection, { description: 'Kinds of products that share answers.' })
  archetypes(@Args({ type: () => t.ArchetypeListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('scoring:read')
  @Query(() => t.AssessmentConnection, { description: 'Answers, the newest first, those that were followed by newer ones too.' })
  assessments(@Args({ type: () => t.AssessmentListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('scoring:write', 'SHARED')
  @Mutation(() => t.AnswerAssessmentPayload, { description: 'Answers a question about a product or an archetype. The next scoring run counts it.' })
  async answerAssessment(@Args('input') input: t.AnswerAssessmentInput, @Context() context: RequestContext) {
    const { product, archetype, alternative, question, answer, author, source, answeredOn, validUntil } = input;
    const given = {
      product: product ?? null, archetype: archetype ?? null, alternative: alternative ?? null, question, answer: answer ?? null, author, source: source ?? null,
      answeredOn: (answeredOn ?? null) as CalendarDate | null, validUntil: (validUntil ?? null) as CalendarDate | null,
    };
    const result = await this.record.answer(given, input.follows, context.actorId, context.requestId);
    return result.ok ? { __typename: 'AnswerAssessmentSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }

  @Needs('scoring:write', 'SHARED')
  @Mutation(() => t.ImportAssessmentsPayload, { description: 'Takes the answers of a questionnaire that was handed out by GET /questionnaires/open.xlsx or open.csv, filled in, and uploaded by POST /imports.' })
  async importAssessments(@Args('input') { uploadId, author, dryRun }: t.ImportAssessmentsInput, @Context() context: RequestContext) {
    const result = await this.record.sheet(uploadId, author ?? null, dryRun, context.actorId, context.requestId);
    if (!result.ok) return this.texts.present(result.problem, context.language);
    const problems = result.value.problems.slice(0, MOST_PROBLEMS).map((problem) => ({ ...this.texts.present(problem, context.language), __typename: 'InputProblem' }));
    return { __typename: 'ImportAssessmentsSuccess', ...result.value, problems };
  }

  @Needs('scoring:write', 'SHARED')
  @Mutation(() => t.AssignArchetypePayload, { description: 'Puts products into an archetype, whatever their category says.' })
  async assignArchetype(@Args('input') { products, archetype }: t.AssignArchetypeInput, @Context() context: RequestContext) {
    const result = await this.assign.execute(products, archetype ?? null, context.actorId, context.requestId);
    return result.ok ? { __typename: 'AssignArchetypeSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }

  @ResolveField('assessment', () => t.Assessment)
  assessment(@Parent() success: { assessmentId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Assessment', success.assessmentId, info);
  }
}

@Resolver(() => Product)
export class ProductAssessmentResolver {
  @ResolveField('archetype', () => t.Archetype, { nullable: true, description: 'The kind of product with which it shares answers.' })
  archetype(@Parent() product: object, @Info() info: GraphQLResolveInfo) {
    return answered(product, info);
  }

  @ResolveField('assessments', () => [t.Assessment], { description: 'The newest answer to each question about it.' })
  assessments(@Parent() product: object, @Info() info: GraphQLResolveInfo) {
    return answered(product, info);
  }
}
