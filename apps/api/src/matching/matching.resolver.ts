// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Title, TitleConnection, TitleListArgs } from '../importing/index.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { answered, InvalidArgument, localId, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { AnswerMatch } from './answer-match.use-case.js';
import { DecideMatch } from './decide-match.use-case.js';
import { DecideMatchInput, DecideMatchPayload, DecideMatchSuccess, MatchAnswer, TitleInput, TitleMatch } from './matching.types.js';

@Resolver(() => Title)
export class MatchingResolver {
  constructor(
    private readonly reads: Reads,
    private readonly answerMatch: AnswerMatch,
    private readonly decide: DecideMatch,
    private readonly texts: ProblemTexts,
  ) {}

  @Query(() => TitleConnection, { description: 'Titles that wait for a person’s decision, the most installed first.' })
  matchQueue(@Args({ type: () => TitleListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Query(() => [MatchAnswer], { description: 'What matching says about titles, in their order; nothing is stored. At most 5,000 at once.' })
  match(@Args('titles', { type: () => [TitleInput], description: 'The titles.' }) titles: TitleInput[]): Promise<MatchAnswer[]> {
    return this.answerMatch.execute(titles);
  }

  @ResolveField('match', () => TitleMatch, { nullable: true, description: 'What it was recognised as.' })
  titleMatch(@Parent() title: object, @Info() info: GraphQLResolveInfo) {
    return answered(title, info);
  }

  @Mutation(() => DecideMatchPayload, { description: 'Keeps a person’s answer as an alias and applies it to all titles it covers, past and future.' })
  async decideMatch(@Args('input') input: DecideMatchInput, @Context() context: RequestContext) {
    const titleId = localId('Title', input.title);
    const productId = input.product === undefined || input.product === null ? null : localId('Product', input.product);
    if (titleId instanceof InvalidArgument) return this.texts.present(titleId.problem, context.language);
    if (productId instanceof InvalidArgument) return this.texts.present(productId.problem, context.language);
    const result = await this.decide.execute({ titleId, productId, scope: input.scope }, context.actorId, context.requestId);
    return result.ok ? { __typename: 'DecideMatchSuccess', titleId } : this.texts.present(result.problem, context.language);
  }
}

@Resolver(() => DecideMatchSuccess)
export class DecideMatchSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('title', () => Title)
  title(@Parent() success: { titleId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Title', success.titleId, info);
  }
}
