// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { Language, Problem, Result } from '#kernel';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { ProblemError } from '../platform/problem-error.js';
import { Needs } from '../platform/permissions/needs.js';
import { QuestioningQueries } from './questioning.queries.js';
import * as t from './questioning.types.js';

const LANGUAGE = { type: () => t.SentenceLanguage, nullable: true, description: 'Language of the sentences; that of the request where it is left out.' };
const MOST_MOVES = 1_000;

@Resolver()
export class QuestioningResolver {
  constructor(
    private readonly queries: QuestioningQueries,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('scoring:read')
  @Query(() => t.ExplainCandidatePayload, { description: 'Every number of a candidate, down to its input, source and date, and the words of the resolution.' })
  async explainCandidate(@Args('id', { type: () => ID, description: 'Global id of the candidate.' }) id: string, @Args('language', LANGUAGE) language: Language | null, @Context() context: RequestContext) {
    return this.present('CandidateExplanation', await this.queries.explain(id, language ?? context.language), context);
  }

  @Needs('scoring:read')
  @Query(() => t.CompareCandidatesPayload, { description: 'How often one candidate of a run ranks before another one of it, and what would swap them; for any pair, also of runs that keep no `wins01`.' })
  async compareCandidates(
    @Args('one', { type: () => ID, description: 'Global id of one candidate.' }) one: string,
    @Args('other', { type: () => ID, description: 'Global id of the other.' }) other: string,
    @Args('language', LANGUAGE) language: Language | null,
    @Context() context: RequestContext,
  ) {
    return this.present('CandidateComparison', await this.queries.compareCandidates(one, other, language ?? context.language), context);
  }

  @Needs('scoring:read')
  @Query(() => t.CompareScoringRunsPayload, { description: 'What moved between two runs, of the same model or of different ones, and because of which input.' })
  async compareScoringRuns(
    @Args('before', { type: () => ID, description: 'Global id of the earlier run.' }) before: string,
    @Args('after', { type: () => ID, description: 'Global id of the later run.' }) after: string,
    @Args('first', { type: () => Int, defaultValue: 100, description: 'At most so many moves; up to 1,000.' }) first: number,
    @Args('language', LANGUAGE) language: Language | null,
    @Context() context: RequestContext,
  ) {
    if (first < 0 || first > MOST_MOVES) throw new ProblemError({ code: 'PLATFORM.PAGE_SIZE_OUT_OF_RANGE', argument: 'first', value: first, most: MOST_MOVES });
    return this.present('ScoringRunComparison', await this.queries.compareRuns(before, after, first, language ?? context.language), context);
  }

  @Needs('scoring:read')
  @Query(() => t.CompareScoringModelsPayload, { description: 'In what two scoring models differ.' })
  async compareScoringModels(
    @Args('before', { type: () => ID, description: 'Global id of one model.' }) before: string,
    @Args('after', { type: () => ID, description: 'Global id of the other.' }) after: string,
    @Context() context: RequestContext,
  ) {
    return this.present('ScoringModelComparison', await this.queries.compareModels(before, after), context);
  }

  private present(name: string, result: Result<object, Problem>, { language }: RequestContext): unknown {
    return result.ok ? { __typename: name, ...result.value } : this.texts.present(result.problem, language);
  }
}
