// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type OnModuleInit } from '@nestjs/common';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import { startedJobOf } from '../platform/jobs/jobs.resolver.js';
import { ComparePlans } from './compare-plans.queries.js';
import { CreateScenario } from './create-scenario.use-case.js';
import { DeriveScenario } from './derive-scenario.use-case.js';
import { ExplainPlan } from './explain-plan.queries.js';
import { PerformPlanning, type PlanningOrder } from './perform-planning.use-case.js';
import { planMessages } from './messages.js';
import { FRONTIER_JOB, PlanFrontier, type FrontierOrder } from './plan-frontier.use-case.js';
import { PlanRepository } from './plan.repository.js';
import { PlanThreads } from './plan-threads.js';
import { PlanningQueries } from './planning.queries.js';
import { CreateScenarioSuccessResolver, DeriveScenarioSuccessResolver, PlanningResolver } from './planning.resolver.js';
import { StartFrontierSuccess, StartPlanningSuccess } from './planning.types.js';
import { PlansController } from './plans.controller.js';
import { PutPlanInForce } from './put-plan-in-force.use-case.js';
import { SetMigrationStatus } from './set-migration-status.use-case.js';
import { PLANNING_JOB, StartPlanning } from './start-planning.use-case.js';
import { SteeringQueries } from './steering.queries.js';
import { SteeringRepository } from './steering.repository.js';
import { StoredPlanRepository } from './stored-plan.repository.js';
import { PutPlanInForceSuccessResolver, SetMigrationStatusSuccessResolver, SteeringResolver } from './steering.resolver.js';
import { ChangeTarget } from './targets/change-target.use-case.js';
import { EstateRepository } from './targets/estate.repository.js';
import { MeasureTargets } from './targets/measure-targets.use-case.js';
import { SetTarget } from './targets/set-target.use-case.js';
import { TargetWatch } from './targets/target-watch.js';
import { TargetQueries } from './targets/target.queries.js';
import { TargetRepository } from './targets/target.repository.js';
import { TargetHistoryResolver, TargetResolver, TargetStoredResolver } from './targets/target.resolver.js';
import { WritePlanFile } from './write-plan-file.queries.js';

@Module({
  controllers: [PlansController],
  providers: [
    ChangeTarget,
    ComparePlans,
    CreateScenario,
    CreateScenarioSuccessResolver,
    DeriveScenario,
    DeriveScenarioSuccessResolver,
    EstateRepository,
    ExplainPlan,
    MeasureTargets,
    PerformPlanning,
    PlanFrontier,
    PlanRepository,
    PlanThreads,
    PlanningQueries,
    PlanningResolver,
    PutPlanInForce,
    PutPlanInForceSuccessResolver,
    SetMigrationStatus,
    SetMigrationStatusSuccessResolver,
    SetTarget,
    StartPlanning,
    SteeringQueries,
    SteeringRepository,
    SteeringResolver,
    StoredPlanRepository,
    TargetHistoryResolver,
    TargetQueries,
    TargetRepository,
    TargetResolver,
    TargetStoredResolver,
    TargetWatch,
    WritePlanFile,
    startedJobOf(StartFrontierSuccess),
    startedJobOf(StartPlanningSuccess),
  ],
  exports: [PerformPlanning, PutPlanInForce, SetTarget],
})
export class PlanningModule implements OnModuleInit {
  constructor(
    private readonly texts: ProblemTexts,
    private readonly queue: JobQueue,
    private readonly perform: PerformPlanning,
    private readonly frontier: PlanFrontier,
  ) {}

  onModuleInit(): void {
    this.texts.add(planMessages);
    this.queue.define<PlanningOrder>(PLANNING_JOB, (context) => this.perform.execute(context));
    this.queue.define<FrontierOrder>(FRONTIER_JOB, (context) => this.frontier.perform(context));
  }
}
