// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../graphql/relay.js';
import { InputProblem, answerOf } from '../graphql/problem.types.js';
import { CountScalar, InstantScalar, JsonScalar } from '../graphql/scalars.js';

export enum JobStatus {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(JobStatus, { name: 'JobStatus', description: 'Where a job stands.' });

@ObjectType({ implements: () => [Node], description: 'Long work: an import, a scoring run, planning.' })
export class Job extends Node {
  @Field({ description: 'import, match, score or plan.' })
  kind!: string;
  @Field(() => JobStatus, { description: 'Where it stands.' })
  status!: JobStatus;
  @Field(() => String, { nullable: true, description: 'What it is doing.' })
  step!: string | null;
  @Field(() => CountScalar, { description: 'How much of the step is done.' })
  done!: number;
  @Field(() => CountScalar, { nullable: true, description: 'How much the step has; null where only the end shows it.' })
  total!: number | null;
  @Field(() => String, { nullable: true, description: 'What it is about: a file, a model, a scenario.' })
  subject!: string | null;
  @Field(() => ID, { nullable: true, description: 'Global id of what it made; null while it runs and for dry runs.' })
  resultId!: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Figures of what it did; while it runs, of what it has found so far.' })
  summary!: unknown;
  @Field(() => InputProblem, { nullable: true, description: 'Why it failed.' })
  problem!: unknown;
  @Field(() => InstantScalar, { description: 'When it was asked for.' })
  createdAt!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When it began.' })
  startedAt!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it ended.' })
  finishedAt!: string | null;
}

export const JobOrderField = orderFieldsOf('Job', { CREATED_AT: 'CREATED_AT' });

@InputType({ description: 'Which jobs.' })
export class JobFilter {
  @Field(() => [JobStatus], { nullable: true, description: 'One of these.' })
  statuses?: JobStatus[];
  @Field(() => String, { nullable: true, description: 'import, match, score or plan.' })
  kind?: string;
}

export const JobConnection = connectionOf(Job, 'jobs');
export const JobListArgs = listArgsOf(JobFilter, orderOf('Job', JobOrderField));

@ObjectType({ isAbstract: true })
export abstract class JobStarted {
  @Field(() => Job, { description: 'The job; ask for it until it has ended.' })
  job!: unknown;
}

@InputType({ description: 'Which job to end.' })
export class CancelJobInput {
  @Field(() => ID, { description: 'Global id of the job.' })
  id!: string;
}

@ObjectType({ description: 'The job ends at its next step, or has not begun.' })
export class CancelJobSuccess extends JobStarted {}

export const CancelJobPayload = answerOf('cancelJob', CancelJobSuccess);
