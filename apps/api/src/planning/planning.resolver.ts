// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { CreateScenario } from './create-scenario.use-case.js';
import * as t from './planning.types.js';
import { StartPlanning } from './start-planning.use-case.js';

@Resolver(() => t.Plan)
export class PlanningResolver {
  constructor(
    private readonly reads: Reads,
    private readonly start: StartPlanning,
    private readonly create: CreateScenario,
    private readonly texts: ProblemTexts,
  ) {}

  @Query(() => t.PlanConnection, { description: 'Plans, the newest first.' })
  plans(@Args({ type: () => t.PlanListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Query(() => t.Plan, { nullable: true, description: 'One plan; null where there is none.' })
  plan(@Args('id', { type: () => ID, description: 'Global id.' }) _id: string, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Query(() => t.ScenarioConnection, { description: 'Scenarios.' })
  scenarios(@Args({ type: () => t.ScenarioListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Mutation(() => t.StartPlanningPayload, { description: 'Queues planning on the newest scoring run.' })
  async startPlanning(@Args('input') input: t.StartPlanningInput, @Context() context: RequestContext) {
    const result = await this.start.execute({ ...input, scenario: input.scenario ?? null, maxChanges: input.maxChanges ?? null }, context.actorId, context.requestId);
    return result.ok ? { __typename: 'StartPlanningSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }

  @Mutation(() => t.CreateScenarioPayload, { description: 'Keeps a scenario under a name of its own.' })
  async createScenario(@Args('input') input: t.CreateScenarioInput, @Context() context: RequestContext) {
    const result = await this.create.execute(input.name, input.definition, context.actorId, context.requestId);
    return result.ok ? { __typename: 'CreateScenarioSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }
}

@Resolver(() => t.CreateScenarioSuccess)
export class CreateScenarioSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('scenario', () => t.Scenario)
  scenario(@Parent() success: { scenarioId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Scenario', success.scenarioId, info);
  }
}
