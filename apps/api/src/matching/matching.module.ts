// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type OnModuleInit } from '@nestjs/common';
import { matchingMessages } from '#matching';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { AnswerMatch } from './answer-match.use-case.js';
import { DecideMatch } from './decide-match.use-case.js';
import { MatchRepository } from './match.repository.js';
import { MatchTitles } from './match-titles.use-case.js';
import { MatchingQueries } from './matching.queries.js';
import { DecideMatchSuccessResolver, MatchingResolver } from './matching.resolver.js';
import { decisionMessages } from './messages.js';

@Module({
  providers: [AnswerMatch, DecideMatch, DecideMatchSuccessResolver, MatchRepository, MatchTitles, MatchingQueries, MatchingResolver],
  exports: [MatchTitles],
})
export class MatchingModule implements OnModuleInit {
  constructor(private readonly texts: ProblemTexts) {}

  onModuleInit(): void {
    this.texts.add(matchingMessages);
    this.texts.add(decisionMessages);
  }
}
