// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Type } from '@nestjs/common';
import { Args, Context, ID, Info, Mutation, Query, ResolveField, Resolver, Parent, Subscription } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ProblemError } from '../problem-error.js';
import { Needs } from '../permissions/needs.js';
import { ProblemTexts } from '../graphql/problem.types.js';
import { Reads } from '../graphql/reading/index.js';
import type { RequestContext } from '../graphql/request-context.js';
import { jobIdOf } from './jobs.queries.js';
import { JobWatch } from './job.watch.js';
import { JobQueue } from './job.queue.js';
import { CancelJobInput, CancelJobPayload, Job, JobConnection, JobListArgs, type JobStarted } from './jobs.types.js';

@Resolver(() => Job)
export class JobResolver {
  constructor(
    private readonly reads: Reads,
    private readonly queue: JobQueue,
    private readonly watch: JobWatch,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('jobs:read')
  @Query(() => Job, { nullable: true, description: 'One job; null where there is none.' })
  job(@Args('id', { type: () => ID, description: 'Global id.' }) _id: string, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('jobs:read')
  @Query(() => JobConnection, { description: 'Long work, the newest first.' })
  jobs(@Args({ type: () => JobListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('jobs:read')
  @Subscription(() => Job, {
    description: 'A job as it goes on: at once, after each step, and when it has ended; then the subscription ends. Nothing where there is no such job.',
    resolve(this: JobResolver, jobId: string, _args: unknown, _context: unknown, info: GraphQLResolveInfo) {
      return this.reads.one('Job', jobId, info);
    },
  })
  jobProgress(@Args('id', { type: () => ID, description: 'Global id of the job.' }) id: string): AsyncIterable<string> {
    const jobId = jobIdOf(id);
    if (jobId === null) throw new ProblemError({ code: 'PLATFORM.ID_INVALID', id, expected: 'Job' });
    return this.watch.changesOf(jobId);
  }

  @Needs('jobs:cancel', 'SHARED')
  @Mutation(() => CancelJobPayload, { description: 'Ends a job that has not ended; nothing of it is stored, but that planning keeps the best plan it has found, if it has one.' })
  async cancelJob(@Args('input') input: CancelJobInput, @Context() context: RequestContext) {
    const id = jobIdOf(input.id);
    if (id === null) return this.texts.present({ code: 'PLATFORM.NOT_FOUND', what: 'Job', id: input.id }, context.language);
    const result = await this.queue.cancel(id);
    return result.ok ? { __typename: 'CancelJobSuccess', jobId: id } : this.texts.present(result.problem, context.language);
  }
}

/** Resolver of the field `job` for a mutation that answers with a job it queued. */
export function startedJobOf(success: Type<JobStarted>): Type<unknown> {
  @Resolver(() => success)
  class StartedJobResolver {
    constructor(readonly reads: Reads) {}

    @ResolveField('job', () => Job)
    job(@Parent() started: { jobId: string }, @Info() info: GraphQLResolveInfo) {
      return this.reads.one('Job', started.jobId, info);
    }
  }
  return StartedJobResolver;
}
