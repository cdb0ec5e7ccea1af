// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Global, Module } from '@nestjs/common';
import { JobQueue } from './job.queue.js';
import { JobRepository } from './job.repository.js';
import { JobWatch } from './job.watch.js';
import { JobQueries } from './jobs.queries.js';
import { JobResolver, startedJobOf } from './jobs.resolver.js';
import { CancelJobSuccess } from './jobs.types.js';

/** Long work on a queue inside PostgreSQL; global, because several features queue. */
@Global()
@Module({ providers: [JobQueue, JobRepository, JobQueries, JobResolver, JobWatch, startedJobOf(CancelJobSuccess)], exports: [JobQueue] })
export class JobsModule {}
