// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type OnModuleInit } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { IMPORT_JOB, ImportingModule, type ImportRequest } from '../importing/index.js';
import { LicensingModule } from '../licensing/index.js';
import { MatchingModule } from '../matching/index.js';
import { JobQueue } from '../platform/jobs/job.queue.js';
import { PlanningModule } from '../planning/index.js';
import { ScoringModule } from '../scoring/index.js';
import { AdministrationRepository } from './administration.repository.js';
import { FillDemo } from './fill-demo.use-case.js';
import { RunImport } from './run-import.use-case.js';

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
  ) {}

  static with(settings: Parameters<typeof ImportingModule.with>[0]) {
    const importing = ImportingModule.with(settings);
    return {
      module: PipelineModule,
      imports: [importing, LicensingModule.with(importing, settings.dataFolder), MatchingModule, CatalogueModule.with(importing), ScoringModule, PlanningModule],
      providers: [AdministrationRepository, FillDemo, RunImport],
    };
  }

  onModuleInit(): void {
    this.queue.define<ImportRequest>(IMPORT_JOB, (context) => this.runImport.execute(context));
  }
}
