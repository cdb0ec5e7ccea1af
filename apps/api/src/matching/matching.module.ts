// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type OnModuleInit } from '@nestjs/common';
import { matchingMessages } from '#matching';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import { startedJobOf } from '../platform/jobs/jobs.resolver.js';
import { AnswerMatch } from './answer-match.use-case.js';
import { DecideMatch } from './decide-match.use-case.js';
import { MatchDecisionRepository } from './match-decision.repository.js';
import { MatchKnowledgeRepository } from './match-knowledge.repository.js';
import { MatchRepository } from './match.repository.js';
import { MatchTitles } from './match-titles.use-case.js';
import { MatchingQueries } from './matching.queries.js';
import { DecideMatchSuccessResolver, MatchingResolver, UndoMatchDecisionSuccessResolver } from './matching.resolver.js';
import { decisionMessages } from './messages.js';
import { ReplayMatchingSuccess } from './matching.types.js';
import { REPLAY_JOB, ReplayMatches } from './replay-matches.use-case.js';
import { UndoDecision } from './undo-decision.use-case.js';

@Module({
  providers: [
    AnswerMatch,
    DecideMatch,
    DecideMatchSuccessResolver,
    MatchDecisionRepository,
    MatchKnowledgeRepository,
    MatchRepository,
    MatchTitles,
    MatchingQueries,
    MatchingResolver,
    ReplayMatches,
    UndoDecision,
    UndoMatchDecisionSuccessResolver,
    startedJobOf(ReplayMatchingSuccess),
  ],
  exports: [MatchTitles, ReplayMatches],
})
export class MatchingModule implements OnModuleInit {
  constructor(
    private readonly texts: ProblemTexts,
    private readonly queue: JobQueue,
    private readonly replay: ReplayMatches,
  ) {}

  onModuleInit(): void {
    this.texts.add(matchingMessages);
    this.texts.add(decisionMessages);
    this.queue.define(REPLAY_JOB, (context) => this.replay.execute(context));
  }
}
