// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Product } from '../catalogue/index.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { answered, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import * as t from './scoring.types.js';
import { StartScoringRun } from './start-scoring-run.use-case.js';

@Resolver(() => t.ScoringRun)
export class ScoringResolver {
  constructor(
    private readonly reads: Reads,
    private readonly start: StartScoringRun,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('scoring:read')
  @Query(() => t.CandidateConnection, { description: 'The candidates of the newest run, the first rank first.' })
  candidates(@Args({ type: () => t.CandidateListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('scoring:read')
  @Query(() => t.Candidate, { nullable: true, description: 'The candidate of a product in the newest run; null where it is none.' })
  candidate(@Args('product', { description: 'Key, name or alias of the product in use.' }) _product: string, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('scoring:read')
  @Query(() => t.OpenQuestionConnection, { description: 'What was not known in the newest run, by how much an answer would change: what to ask next.' })
  openQuestions(@Args({ type: () => t.OpenQuestionListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('scoring:read')
  @Query(() => t.ScoringRunConnection, { description: 'Scoring runs, the newest first.' })
  scoringRuns(@Args({ type: () => t.ScoringRunListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('scoring:read')
  @Query(() => t.ScoringRun, { nullable: true, description: 'One scoring run; null where there is none.' })
  scoringRun(@Args('id', { type: () => ID, description: 'Global id.' }) _id: string, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('scoring:read')
  @Query(() => t.ScoringModelConnection, { description: 'Scoring models, each version for itself.' })
  scoringModels(@Args({ type: () => t.ScoringModelListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @ResolveField('candidates', () => t.CandidateConnection, { description: 'Its candidates, the first rank first.' })
  runCandidates(@Parent() run: object, @Args({ type: () => t.CandidateListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return answered(run, info);
  }

  @ResolveField('openQuestions', () => t.OpenQuestionConnection, { description: 'What it did not know, by how much an answer would change.' })
  runQuestions(@Parent() run: object, @Args({ type: () => t.OpenQuestionListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return answered(run, info);
  }

  @Needs('scoring:run', 'SHARED')
  @Mutation(() => t.StartScoringRunPayload, { description: 'Queues a scoring run over all candidates.' })
  async startScoringRun(@Args('input') input: t.StartScoringRunInput, @Context() context: RequestContext) {
    const result = await this.start.execute({ ...input }, context.actorId, context.requestId);
    return result.ok ? { __typename: 'StartScoringRunSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }
}

@Resolver(() => Product)
export class ProductCandidateResolver {
  @ResolveField('candidate', () => t.Candidate, { nullable: true, description: 'Its score in the newest run; null where it is no candidate.' })
  candidate(@Parent() product: object, @Info() info: GraphQLResolveInfo) {
    return answered(product, info);
  }
}
