// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessModule, publicView } from './access/index.js';
import type { Config } from './platform/config/config.js';
import { DatabaseModule } from './platform/database/database.module.js';
import type { OpenDatabase } from './platform/database/open-database.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import type { TrustedDocuments } from './platform/graphql/trusted-documents.js';
import { HealthController } from './platform/health/health.controller.js';
import { DatabaseAwayFilter } from './platform/health/database-away.filter.js';
import { Readiness } from './platform/health/readiness.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { Metrics } from './platform/metrics/metrics.js';
import { LOG, type Log } from './platform/logging/log.token.js';
import { TRACING, type Tracing } from './platform/tracing/tracing.js';
import { OPERATOR_SETTINGS, OperatorResolver } from './platform/web/operator.resolver.js';
import { PipelineModule } from './pipeline/pipeline.module.js';

@Global()
@Module({})
class LogModule {}

@Global()
@Module({})
class TracingModule {}

@Global()
@Module({ providers: [Metrics], exports: [Metrics] })
class MetricsModule {}

/** The program, put together for a configuration and an opened database. */
@Module({})
export class AppModule {
  static with(config: Config, database: OpenDatabase, log: Log, tracing: Tracing | null, trustedDocuments: TrustedDocuments, schemaFile: string | true = true): DynamicModule {
    return {
      module: AppModule,
      controllers: [HealthController],
      providers: [Readiness, OperatorResolver, { provide: OPERATOR_SETTINGS, useValue: config.operator }, { provide: APP_FILTER, useClass: DatabaseAwayFilter }],
      imports: [
        { module: LogModule, providers: [{ provide: LOG, useValue: log }], exports: [LOG] },
        { module: TracingModule, providers: [{ provide: TRACING, useValue: tracing }], exports: [TRACING] },
        MetricsModule,
        DatabaseModule.with(database),
        AccessModule.with(config),
        GraphqlModule.with({ schemaFile, publicView, isExplorerOn: config.isExplorerOn, mostSubscriptions: config.mostSubscriptions, trustedDocuments }),
        JobsModule,
        PipelineModule.with(config),
      ],
    };
  }
}
