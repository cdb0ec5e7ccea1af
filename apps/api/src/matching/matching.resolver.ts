// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Title, TitleConnection, TitleListArgs } from '../importing/index.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { answered, InvalidArgument, localId, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { AnswerMatch } from './answer-match.use-case.js';
import { DecideMatch } from './decide-match.use-case.js';
import * as t from './matching.types.js';
import { ReplayMatches } from './replay-matches.use-case.js';
import { UndoDecision } from './undo-decision.use-case.js';

@Resolver(() => Title)
export class MatchingResolver {
  constructor(
    private readonly reads: Reads,
    private readonly answerMatch: AnswerMatch,
    private readonly decide: DecideMatch,
    private readonly undo: UndoDecision,
    private readonly replay: ReplayMatches,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('inventory:read')
  @Query(() => TitleConnection, { description: 'Titles that wait for a person’s decision, the most installed first.' })
  matchQueue(@Args({ type: () => TitleListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('inventory:read')
  @Query(() => [t.MatchAnswer], { description: 'What matching says about titles, in their order; nothing is stored. At most 5,000 at once.' })
  match(@Args('titles', { type: () => [t.TitleInput], description: 'The titles.' }) titles: t.TitleInput[]): Promise<t.MatchAnswer[]> {
    return this.answerMatch.execute(titles);
  }

  @ResolveField('match', () => t.TitleMatch, { nullable: true, description: 'What it was recognised as.' })
  titleMatch(@Parent() title: object, @Info() info: GraphQLResolveInfo) {
    return answered(title, info);
  }

  @Needs('inventory:read')
  @Query(() => t.TitleFamilyConnection, { description: 'What waits for a person’s decision, by family of titles, those with the most installations first.' })
  matchFamilies(@Args({ type: () => t.TitleFamilyListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('inventory:read')
  @Query(() => t.MatchDecisionConnection, { description: 'What people decided about titles, the newest first.' })
  matchDecisions(@Args({ type: () => t.MatchDecisionListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('matching:decide', 'SHARED')
  @Mutation(() => t.DecideMatchPayload, { description: 'Keeps a person’s answer and applies it to all titles it covers, past and future. The same answer again changes nothing.' })
  async decideMatch(@Args('input') input: t.DecideMatchInput, @Context() context: RequestContext) {
    const titleId = localId('Title', input.title);
    const productId = input.product === undefined || input.product === null ? null : localId('Product', input.product);
    if (titleId instanceof InvalidArgument) return this.texts.present(titleId.problem, context.language);
    if (productId instanceof InvalidArgument) return this.texts.present(productId.problem, context.language);
    const { newProduct } = input;
    const answer = {
      titleId,
      productId,
      scope: input.scope,
      as: input.as ?? (newProduct ? ('NEW_PRODUCT' as const) : productId === null ? ('NOT_SOFTWARE' as const) : ('PRODUCT' as const)),
      newProduct: newProduct ? { name: newProduct.name.trim(), vendor: newProduct.vendor?.trim() || null, category: newProduct.category, isSpecialisedProcedure: newProduct.specialisedProcedure } : null,
      revision: input.revision,
    };
    const result = await this.decide.execute(answer, context.actorId, context.requestId);
    return result.ok ? { __typename: 'DecideMatchSuccess', titleId, decisionId: `MatchDecision:${result.value.decisionId}`, changedTitles: result.value.changed } : this.texts.present(result.problem, context.language);
  }

  @Needs('matching:decide', 'SHARED')
  @Mutation(() => t.UndoMatchDecisionPayload, { description: 'Takes a decision back: all is as if it had never been made; an earlier one about the same title counts again.' })
  async undoMatchDecision(@Args('input') input: t.UndoMatchDecisionInput, @Context() context: RequestContext) {
    const decisionId = localId('MatchDecision', input.decision);
    if (decisionId instanceof InvalidArgument) return this.texts.present(decisionId.problem, context.language);
    const result = await this.undo.execute(decisionId, context.actorId, context.requestId);
    return result.ok ? { __typename: 'UndoMatchDecisionSuccess', decisionId, changedTitles: result.value.changed } : this.texts.present(result.problem, context.language);
  }

  @Needs('matching:decide', 'SHARED')
  @Mutation(() => t.ReplayMatchingPayload, { description: 'Queues a new recognition of all titles by today’s catalogue and decisions.' })
  async replayMatching(@Context() context: RequestContext) {
    const result = await this.replay.start(context.actorId, context.requestId);
    return result.ok ? { __typename: 'ReplayMatchingSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }
}

@Resolver(() => t.DecideMatchSuccess)
export class DecideMatchSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('title', () => Title)
  title(@Parent() success: { titleId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Title', success.titleId, info);
  }
}

@Resolver(() => t.UndoMatchDecisionSuccess)
export class UndoMatchDecisionSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('decision', () => t.MatchDecision)
  decision(@Parent() success: { decisionId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('MatchDecision', success.decisionId, info);
  }
}
