// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Problem, Result } from '#kernel';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { ComparePlans } from './compare-plans.queries.js';
import { Plan } from './planning.types.js';
import { PutPlanInForce } from './put-plan-in-force.use-case.js';
import { SetMigrationStatus } from './set-migration-status.use-case.js';
import * as t from './steering.types.js';

@Resolver(() => t.Migration)
export class SteeringResolver {
  constructor(
    private readonly reads: Reads,
    private readonly setStatus: SetMigrationStatus,
    private readonly putInForce: PutPlanInForce,
    private readonly compare: ComparePlans,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('planning:read')
  @Query(() => t.MigrationConnection, { description: 'Migrations of the plans that are or were in force, by planned first day.' })
  migrations(@Args({ type: () => t.MigrationListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('planning:read')
  @Query(() => t.ComparePlansPayload, { description: 'Two plans side by side: figures, and what moved, was added or dropped.' })
  async comparePlans(
    @Args('before', { type: () => ID, nullable: true, description: 'Global id of the one; the plan in force where it is left out.' }) before: string | null,
    @Args('after', { type: () => ID, description: 'Global id of the other.' }) after: string,
    @Context() context: RequestContext,
  ) {
    return this.present('PlanComparison', await this.compare.execute(before ?? null, after), context);
  }

  @Needs('planning:steer', 'SHARED')
  @Mutation(() => t.SetMigrationStatusPayload, { description: 'Says how far a migration is.' })
  async setMigrationStatus(@Args('input') input: t.SetMigrationStatusInput, @Context() context: RequestContext) {
    const report = { ...input, on: input.on ?? null, blockers: input.blockers ?? [], note: input.note ?? null };
    return this.present('SetMigrationStatusSuccess', await this.setStatus.execute(report, context.actorId, context.requestId), context);
  }

  @Needs('planning:approve', 'SHARED')
  @Mutation(() => t.PutPlanInForcePayload, { description: 'Makes a plan the one that applies; its migrations can then be steered, and what has begun stays where it is in every new plan.' })
  async putPlanInForce(@Args('input') { plan, replaces }: t.PutPlanInForceInput, @Context() context: RequestContext) {
    return this.present('PutPlanInForceSuccess', await this.putInForce.execute(plan, replaces ?? null, context.actorId, context.requestId), context);
  }

  private present(name: string, result: Result<object, Problem>, { language }: RequestContext): unknown {
    return result.ok ? { __typename: name, ...result.value } : this.texts.present(result.problem, language);
  }
}

@Resolver(() => t.SetMigrationStatusSuccess)
export class SetMigrationStatusSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('migration', () => t.Migration)
  migration(@Parent() success: { migrationId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Migration', success.migrationId, info);
  }
}

@Resolver(() => t.PutPlanInForceSuccess)
export class PutPlanInForceSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('plan', () => Plan)
  plan(@Parent() success: { planId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Plan', success.planId, info);
  }
}
