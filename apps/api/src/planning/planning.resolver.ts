// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Problem, Result } from '#kernel';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { CreateScenario } from './create-scenario.use-case.js';
import { DeriveScenario } from './derive-scenario.use-case.js';
import { ExplainPlan } from './explain-plan.queries.js';
import { ExplainPlanItemPayload } from './explanation.types.js';
import * as t from './planning.types.js';
import { PlanFrontier } from './plan-frontier.use-case.js';
import { StartPlanning } from './start-planning.use-case.js';

@Resolver(() => t.Plan)
export class PlanningResolver {
  constructor(
    private readonly reads: Reads,
    private readonly start: StartPlanning,
    private readonly create: CreateScenario,
    private readonly derive: DeriveScenario,
    private readonly explain: ExplainPlan,
    private readonly frontier: PlanFrontier,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('planning:read')
  @Query(() => t.PlanConnection, { description: 'Plans, the newest first.' })
  plans(@Args({ type: () => t.PlanListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('planning:read')
  @Query(() => t.Plan, { nullable: true, description: 'One plan; null where there is none.' })
  plan(@Args('id', { type: () => ID, description: 'Global id.' }) _id: string, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('planning:read')
  @Query(() => t.ScenarioConnection, { description: 'Scenarios.' })
  scenarios(@Args({ type: () => t.ScenarioListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('planning:read')
  @Query(() => ExplainPlanItemPayload, { description: 'Why a migration is not earlier, or in no wave: the demand that binds, and what giving way would bring.' })
  async explainPlanItem(
    @Args('plan', { type: () => ID, nullable: true, description: 'Global id of the plan; the newest where it is left out.' }) plan: string | null,
    @Args('product', { description: 'Key of the product.' }) product: string,
    @Context() context: RequestContext,
  ) {
    return this.present('PlanItemExplanation', await this.explain.execute(plan ?? null, product), context);
  }

  @Needs('planning:write', 'SHARED')
  @Mutation(() => t.StartFrontierPayload, { description: 'Queues the efficient frontier: how much goal contribution which share of the budget buys.' })
  async startFrontier(@Args('input') { plan, timeLimitSeconds, seed }: t.StartFrontierInput, @Context() context: RequestContext) {
    return this.present('StartFrontierSuccess', await this.frontier.start({ plan: plan ?? null, timeLimitSeconds, seed }, context.actorId, context.requestId), context);
  }

  @Needs('planning:write', 'SHARED')
  @Mutation(() => t.DeriveScenarioPayload, { description: 'Keeps a what-if as a scenario of its own: another one with a changed budget or changed teams.' })
  async deriveScenario(@Args('input') { from, name, budgetFactor, teams }: t.DeriveScenarioInput, @Context() context: RequestContext) {
    const changes = { budgetFactor: budgetFactor ?? null, teams: (teams ?? []).map((change) => ({ ...change, periods: change.periods ?? null })) };
    return this.present('DeriveScenarioSuccess', await this.derive.execute(from, name, changes, context.actorId, context.requestId), context);
  }

  @Needs('planning:write', 'SHARED')
  @Mutation(() => t.StartPlanningPayload, { description: 'Queues planning on the newest scoring run.' })
  async startPlanning(@Args('input') input: t.StartPlanningInput, @Context() context: RequestContext) {
    const locks = (input.locks ?? []).map(({ product, period }) => ({ product, period: period ?? null }));
    const result = await this.start.execute({ ...input, scenario: input.scenario ?? null, maxChanges: input.maxChanges ?? null, locks }, context.actorId, context.requestId);
    return result.ok ? { __typename: 'StartPlanningSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }

  @Needs('planning:write', 'SHARED')
  @Mutation(() => t.CreateScenarioPayload, { description: 'Keeps a scenario under a name of its own.' })
  async createScenario(@Args('input') input: t.CreateScenarioInput, @Context() context: RequestContext) {
    const result = await this.create.execute(input.name, input.definition, context.actorId, context.requestId);
    return result.ok ? { __typename: 'CreateScenarioSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }

  private present(name: string, result: Result<object, Problem>, { language }: RequestContext): unknown {
    return result.ok ? { __typename: name, ...result.value } : this.texts.present(result.problem, language);
  }
}

@Resolver(() => t.DeriveScenarioSuccess)
export class DeriveScenarioSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('scenario', () => t.Scenario)
  scenario(@Parent() success: { scenarioId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Scenario', success.scenarioId, info);
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
