// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { unwrap, type Problem, type Result } from '#kernel';
import { ProblemTexts } from '../../platform/graphql/problem.types.js';
import { answered, Reads } from '../../platform/graphql/reading/index.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { Needs } from '../../platform/permissions/needs.js';
import { ChangeTarget } from './change-target.use-case.js';
import { MeasureTargets } from './measure-targets.use-case.js';
import { SetTarget } from './set-target.use-case.js';
import * as t from './target.types.js';

@Resolver()
export class TargetResolver {
  constructor(
    private readonly reads: Reads,
    private readonly set: SetTarget,
    private readonly change: ChangeTarget,
    private readonly measure: MeasureTargets,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('planning:read')
  @Query(() => t.TargetConnection, { description: 'Targets, those due first first; withdrawn ones too.' })
  targets(@Args({ type: () => t.TargetListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('planning:read')
  @Query(() => t.MeasurementConnection, { description: 'Measurements, also of measures without a target; the newest first.' })
  measurements(@Args({ type: () => t.MeasurementListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('planning:write', 'SHARED')
  @Mutation(() => t.SetTargetPayload, { description: 'Sets a target, and measures.' })
  async setTarget(@Args('input') { measure, name, goal, dueOn, note }: t.SetTargetInput, @Context() context: RequestContext) {
    return this.present(await this.set.execute(measure, { name, goal, dueOn, note: note ?? null }, context.actorId, context.requestId), context);
  }

  @Needs('planning:write', 'SHARED')
  @Mutation(() => t.ChangeTargetPayload, { description: 'Changes a target; what it asked for before stays readable.' })
  async changeTarget(@Args('input') { id, revision, name, goal, dueOn, note }: t.ChangeTargetInput, @Context() context: RequestContext) {
    const change = { ...(name == null ? {} : { name }), ...(goal == null ? {} : { goal }), ...(dueOn == null ? {} : { dueOn }), ...(note === undefined ? {} : { note }) };
    return this.present(await this.change.change(id, revision, change, context.actorId, context.requestId), context);
  }

  @Needs('planning:write', 'SHARED')
  @Mutation(() => t.WithdrawTargetPayload, { description: 'Gives a target up; it stays readable.' })
  async withdrawTarget(@Args('input') { id, revision, reason }: t.WithdrawTargetInput, @Context() context: RequestContext) {
    return this.present(await this.change.withdraw(id, revision, reason, context.actorId, context.requestId), context);
  }

  @Needs('planning:write', 'SHARED')
  @Mutation(() => t.TargetsMeasured, { description: 'Measures everything that targets can be set in. Happens by itself after every change, and daily.' })
  async measureTargets(): Promise<t.TargetsMeasured> {
    return unwrap(await this.measure.execute());
  }

  private present(result: Result<object, Problem>, { language }: RequestContext): unknown {
    return result.ok ? { __typename: 'TargetStored', ...result.value } : this.texts.present(result.problem, language);
  }
}

@Resolver(() => t.TargetStored)
export class TargetStoredResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('target', () => t.Target)
  target(@Parent() { targetId }: { targetId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Target', targetId, info);
  }
}

/** Gives the list of measurements its argument. */
@Resolver(() => t.Target)
export class TargetHistoryResolver {
  @ResolveField('history', () => [t.Measurement], { description: 'Measurements, the newest first; each holds until the next. Also those from before the target was set.' })
  history(@Args('first', { type: () => Int, nullable: true, description: 'So many; 100 unless given, at most 1,000.' }) _first: number | null, @Parent() target: object, @Info() info: GraphQLResolveInfo) {
    return answered(target, info);
  }
}
