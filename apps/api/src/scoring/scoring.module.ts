// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { scoringMessages } from '#scoring';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import { startedJobOf } from '../platform/jobs/jobs.resolver.js';
import { AssessmentQueries } from './assessment.queries.js';
import { AssessmentRepository } from './assessment.repository.js';
import { AssessmentResolver, ProductAssessmentResolver } from './assessment.resolver.js';
import { AssignArchetype } from './assign-archetype.use-case.js';
import { CandidateRepository } from './candidate.repository.js';
import { ComparisonRepository } from './comparison.repository.js';
import { ComplianceQueries } from './compliance.queries.js';
import { ComplianceResolver, ProductStandingResolver, WeighingStoredResolver } from './compliance.resolver.js';
import { ComplianceSummaries } from './compliance-summary.queries.js';
import { CopyScoringModel } from './copy-scoring-model.use-case.js';
import { EconomicsSettingRepository } from './economics-setting.repository.js';
import { EconomicsSettingResolver } from './economics-setting.resolver.js';
import { ExemptionRepository } from './exemption.repository.js';
import { GrantExemption } from './grant-exemption.use-case.js';
import { HandOutQuestionnaire } from './hand-out-questionnaire.queries.js';
import { LoadScoringBase } from './load-scoring-base.use-case.js';
import { serverMessages } from './messages.js';
import { ScoringModelResolver } from './model.resolver.js';
import { PerformScoringRun, type ScoringOrder } from './perform-scoring-run.use-case.js';
import { QuestioningQueries } from './questioning.queries.js';
import { QuestioningResolver } from './questioning.resolver.js';
import { QuestionnairesController } from './questionnaires.controller.js';
import { ReadM1 } from './read-m1.use-case.js';
import { RecordAssessments } from './record-assessments.use-case.js';
import { RevokeExemption } from './revoke-exemption.use-case.js';
import { ScoringModelRepository } from './scoring-model.repository.js';
import { ScoringQueries } from './scoring.queries.js';
import { ProductCandidateResolver, ScoringResolver } from './scoring.resolver.js';
import { ScoringRunRepository } from './scoring-run.repository.js';
import { StartScoringRunSuccess } from './scoring.types.js';
import { SCORING_JOB, StartScoringRun } from './start-scoring-run.use-case.js';
import { StateEconomicsSetting } from './state-economics-setting.use-case.js';

const runs = [CandidateRepository, PerformScoringRun, ProductCandidateResolver, ScoringQueries, ScoringResolver, ScoringRunRepository, StartScoringRun, startedJobOf(StartScoringRunSuccess)];
const models = [CopyScoringModel, LoadScoringBase, ScoringModelRepository, ScoringModelResolver];
const questioning = [ComparisonRepository, QuestioningQueries, QuestioningResolver];
const economics = [EconomicsSettingRepository, EconomicsSettingResolver, StateEconomicsSetting];
const assessments = [AssessmentQueries, AssessmentRepository, AssessmentResolver, AssignArchetype, HandOutQuestionnaire, ProductAssessmentResolver, RecordAssessments];
const compliance = [ComplianceQueries, ComplianceResolver, ComplianceSummaries, ExemptionRepository, GrantExemption, ProductStandingResolver, ReadM1, RevokeExemption, WeighingStoredResolver];

@Module({})
export class ScoringModule implements OnModuleInit {
  constructor(
    private readonly texts: ProblemTexts,
    private readonly queue: JobQueue,
    private readonly perform: PerformScoringRun,
  ) {}

  /** @param importing the stage as it was put together; it reads the questionnaires that come back */
  static with(importing: DynamicModule): DynamicModule {
    return {
      module: ScoringModule,
      imports: [importing],
      controllers: [QuestionnairesController],
      providers: [...runs, ...models, ...questioning, ...economics, ...assessments, ...compliance],
      exports: [LoadScoringBase, PerformScoringRun],
    };
  }

  onModuleInit(): void {
    this.texts.add(scoringMessages);
    this.texts.add(serverMessages);
    this.queue.define<ScoringOrder>(SCORING_JOB, (context) => this.perform.execute(context));
  }
}
