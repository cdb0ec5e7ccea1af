// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type OnModuleInit } from '@nestjs/common';
import type { Messages } from '#kernel';
import { scoringMessages } from '#scoring';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import { startedJobOf } from '../platform/jobs/jobs.resolver.js';
import { CandidateRepository } from './candidate.repository.js';
import { PerformScoringRun, type ScoringOrder } from './perform-scoring-run.use-case.js';
import { ScoringQueries } from './scoring.queries.js';
import { ProductCandidateResolver, ScoringResolver } from './scoring.resolver.js';
import { ScoringRunRepository } from './scoring-run.repository.js';
import { StartScoringRunSuccess } from './scoring.types.js';
import { SCORING_JOB, StartScoringRun } from './start-scoring-run.use-case.js';

const runMessages: Messages = {
  'SCORING.NOT_FOUND': {
    de: '{what} „{id}“ gibt es nicht. Das mitgelieferte Modell heißt dortmund-2021.',
    en: '{what} “{id}” does not exist. The model that comes with the program is dortmund-2021.',
  },
  'SCORING.NO_CANDIDATES': {
    de: 'Es gibt keine Migrationskandidaten: kein erfasstes Produkt ist proprietär und hat eine bekannte offene Alternative. Lesen Sie zuerst ein Inventar ein (fahrplan import) oder bearbeiten Sie die Warteschlange der nicht erkannten Titel.',
    en: 'There are no migration candidates: no product in use is proprietary and has a known open alternative. Import an inventory first (fahrplan import), or work through the queue of titles that were not recognised.',
  },
};

@Module({
  providers: [CandidateRepository, PerformScoringRun, ProductCandidateResolver, ScoringQueries, ScoringResolver, ScoringRunRepository, StartScoringRun, startedJobOf(StartScoringRunSuccess)],
  exports: [PerformScoringRun],
})
export class ScoringModule implements OnModuleInit {
  constructor(
    private readonly texts: ProblemTexts,
    private readonly queue: JobQueue,
    private readonly perform: PerformScoringRun,
  ) {}

  onModuleInit(): void {
    this.texts.add(scoringMessages);
    this.texts.add(runMessages);
    this.queue.define<ScoringOrder>(SCORING_JOB, (context) => this.perform.execute(context));
  }
}
