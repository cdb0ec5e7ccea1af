// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type OnModuleInit } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { IMPORT_JOB, ImportingModule, UNDO_JOB, type ImportRequest, type UndoRequest } from '../importing/index.js';
import { LicensingModule } from '../licensing/index.js';
import { MatchingModule } from '../matching/index.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import { PlanningModule } from '../planning/index.js';
import { ScoringModule } from '../scoring/index.js';
import { AdministrationRepository } from './administration.repository.js';
import { FillDemo } from './fill-demo.use-case.js';
import { CurateRecord } from './curate-record.use-case.js';
import { CreateDepartment } from './create-department.use-case.js';
import { CreateDepartmentSuccessResolver, CurateContractSuccessResolver, CurateDepartmentSuccessResolver, CurateHostSuccessResolver, CurateResolver } from './curate.resolver.js';
import { RunImport } from './run-import.use-case.js';
import { SteerDemo } from './steer-demo.use-case.js';
import { UndoImport } from './undo-import.use-case.js';

/** Of different sources; those of one source take turns. */
const IMPORTS_AT_ONCE = 2;

/**
 * The whole way:
 *
 *   importing → matching → catalogue → scoring → planning
 *
 * A file is read into the inventory and its titles are recognised in one job (`RunImport`); scoring and planning are jobs of their own stages, started by people.
 */
@Module({})
export class PipelineModule implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly runImport: RunImport,
    private readonly undoImport: UndoImport,
  ) {}

  static with(settings: Parameters<typeof ImportingModule.with>[0]) {
    const importing = ImportingModule.with(settings);
    return {
      module: PipelineModule,
      imports: [importing, LicensingModule.with(importing, settings.dataFolder), MatchingModule, CatalogueModule.with(importing), ScoringModule.with(importing), PlanningModule],
      providers: [AdministrationRepository, CreateDepartment, CreateDepartmentSuccessResolver, CurateResolver, CurateHostSuccessResolver, CurateContractSuccessResolver, CurateDepartmentSuccessResolver, CurateRecord, FillDemo, RunImport, SteerDemo, UndoImport],
    };
  }

  onModuleInit(): void {
    this.queue.define<ImportRequest>(IMPORT_JOB, (context) => this.runImport.execute(context), IMPORTS_AT_ONCE);
    this.queue.define<UndoRequest>(UNDO_JOB, (context) => this.undoImport.execute(context));
  }
}
