// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Float, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { elicitWeights } from '#scoring';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { CopyScoringModel } from './copy-scoring-model.use-case.js';
import * as t from './model.types.js';
import { ScoringModel } from './scoring.types.js';

@Resolver(() => t.CopyScoringModelSuccess)
export class ScoringModelResolver {
  constructor(
    private readonly reads: Reads,
    private readonly copy: CopyScoringModel,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('scoring:run', 'SHARED')
  @Mutation(() => t.CopyScoringModelPayload, { description: 'Makes a scoring model of your own out of another one. Versions never change: an edit is a next version.' })
  async copyScoringModel(@Args('input') input: t.CopyScoringModelInput, @Context() context: RequestContext) {
    const { model, version, key, replaces, nameDe, nameEn, criteria, definition } = input;
    const name = nameDe === undefined && nameEn === undefined ? undefined : { de: (nameDe ?? nameEn)!, en: (nameEn ?? nameDe)! };
    const changes = { name, criteria: criteria?.map((change) => ({ ...withoutNull(change), anchors: change.anchors?.map((anchor) => ({ ...anchor })) })) };
    const result = await this.copy.execute({ model, version: version ?? null, key, replaces: replaces ?? null, changes, definition }, context.actorId, context.requestId);
    return result.ok ? { __typename: 'CopyScoringModelSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }

  @Needs('scoring:read')
  @Query(() => t.ElicitWeightsPayload, { description: 'Weights from comparisons of criteria in pairs by AHP, with the consistency ratio. Nothing is stored: give them to `copyScoringModel`.' })
  elicitWeights(
    @Args('comparisons', { type: () => [[Float]], description: 'Row i, column j: how many times as important criterion i is as criterion j, 1/9 to 9; 2 to 10 criteria.' }) comparisons: number[][],
    @Context() context: RequestContext,
  ) {
    const elicited = elicitWeights(comparisons);
    return elicited.ok ? { __typename: 'ElicitedWeights', ...elicited.value } : this.texts.present(elicited.problem, context.language);
  }

  @ResolveField('model', () => ScoringModel)
  copied(@Parent() success: { modelId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('ScoringModel', success.modelId, info);
  }
}

/** GraphQL may say null where nothing is meant. */
function withoutNull(change: t.CriterionChangeInput): t.CriterionChangeInput {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null)) as unknown as t.CriterionChangeInput;
}
