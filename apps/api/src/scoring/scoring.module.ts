// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type OnModuleInit } from '@nestjs/common';
import type { Messages } from '#kernel';
import { scoringMessages } from '#scoring';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import { startedJobOf } from '../platform/jobs/jobs.resolver.js';
import { AssessmentRepository } from './assessment.repository.js';
import { CandidateRepository } from './candidate.repository.js';
import { ComparisonRepository } from './comparison.repository.js';
import { CopyScoringModel } from './copy-scoring-model.use-case.js';
import { LoadScoringBase } from './load-scoring-base.use-case.js';
import { ScoringModelResolver } from './model.resolver.js';
import { PerformScoringRun, type ScoringOrder } from './perform-scoring-run.use-case.js';
import { QuestioningQueries } from './questioning.queries.js';
import { QuestioningResolver } from './questioning.resolver.js';
import { ScoringModelRepository } from './scoring-model.repository.js';
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
  'SCORING.CATALOGUE_CHANGED': {
    de: 'Während der Bewertung wurde der Katalog geändert: eine der bewerteten Alternativen gibt es nicht mehr. Bitte die Bewertung noch einmal starten.',
    en: 'The catalogue was changed while the scoring ran: one of the alternatives is gone. Please start the scoring again.',
  },
  'SCORING.VERSION_CHANGED': {
    de: '„{what}“ Version {version} ist schon gespeichert und lautet anders. Eine Version ändert sich nie: bitte die Version in der Datei erhöhen.',
    en: '“{what}” version {version} is stored already and reads differently. A version never changes: please raise the version in the file.',
  },
  'SCORING.MODEL_KEY_INVALID': {
    de: '„{key}“ ist kein möglicher Schlüssel für ein Modell. Bitte Kleinbuchstaben, Ziffern und Bindestriche verwenden, etwa musterstadt-2027.',
    en: '“{key}” is not a possible key of a model. Please use small letters, digits and hyphens, for example musterstadt-2027.',
  },
  'SCORING.MODEL_IS_SHIPPED': {
    de: 'Das Modell „{model}“ kommt mit dem Programm und wird nicht verändert. Bitte der Kopie einen eigenen Schlüssel geben.',
    en: 'The model “{model}” comes with the program and is not changed. Please give the copy a key of its own.',
  },
  'SCORING.MODEL_VERSION_TAKEN': {
    de: 'Version {version} von „{model}“ wurde gerade von jemand anderem angelegt. Bitte noch einmal versuchen.',
    en: 'Version {version} of “{model}” was made by somebody else just now. Please try again.',
  },
  'SCORING.NO_CANDIDATES': {
    de: 'Es gibt keine Migrationskandidaten: kein erfasstes Produkt ist proprietär und hat eine bekannte offene Alternative. Lesen Sie zuerst ein Inventar ein (fahrplan import) oder bearbeiten Sie die Warteschlange der nicht erkannten Titel.',
    en: 'There are no migration candidates: no product in use is proprietary and has a known open alternative. Import an inventory first (fahrplan import), or work through the queue of titles that were not recognised.',
  },
};

@Module({
  providers: [
    AssessmentRepository,
    CandidateRepository,
    ComparisonRepository,
    CopyScoringModel,
    LoadScoringBase,
    PerformScoringRun,
    ProductCandidateResolver,
    QuestioningQueries,
    QuestioningResolver,
    ScoringModelRepository,
    ScoringModelResolver,
    ScoringQueries,
    ScoringResolver,
    ScoringRunRepository,
    StartScoringRun,
    startedJobOf(StartScoringRunSuccess),
  ],
  exports: [LoadScoringBase, PerformScoringRun],
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
