// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { CalendarDate, Problem, Result } from '#kernel';
import { Product } from '../catalogue/index.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { answered, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import * as t from './compliance.types.js';
import { ComplianceSummaries } from './compliance-summary.queries.js';
import { GrantExemption } from './grant-exemption.use-case.js';
import { ReadM1 } from './read-m1.use-case.js';
import { RevokeExemption } from './revoke-exemption.use-case.js';

@Resolver(() => t.ExemptionStored)
export class ComplianceResolver {
  constructor(
    private readonly reads: Reads,
    private readonly grant: GrantExemption,
    private readonly revoke: RevokeExemption,
    private readonly m1: ReadM1,
    private readonly summaries: ComplianceSummaries,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('scoring:read')
  @Query(() => t.ExemptionConnection, { description: 'The register of exemptions, those that expire first at the top; expired and revoked ones stay in it.' })
  exemptions(@Args({ type: () => t.ExemptionListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('scoring:read')
  @Query(() => t.ProductStandingConnection, { description: 'Comply or explain: every product in use in its one state. `states: [OPEN]` is the to-do list of the council.' })
  standings(@Args({ type: () => t.ProductStandingListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('scoring:read')
  @Query(() => t.ComplianceSummary, { description: 'How many products in use are in which state, and the reading of M1.' })
  complianceSummary(): Promise<t.ComplianceSummary> {
    return this.summaries.summary();
  }

  @Needs('scoring:approve', 'SHARED')
  @Mutation(() => t.GrantExemptionPayload, { description: 'Grants an exemption. What is granted is never rewritten: it can be taken back, and another one granted.' })
  async grantExemption(@Args('input') input: t.GrantExemptionInput, @Context() context: RequestContext) {
    const { product, reason, evidence, approver, grantedOn, expiresOn, recheckOn } = input;
    const order = { product, reason, evidence: evidence ?? null, approver, grantedOn: (grantedOn ?? null) as CalendarDate | null, expiresOn: expiresOn as CalendarDate, recheckOn: (recheckOn ?? null) as CalendarDate | null };
    return this.present('ExemptionStored', await this.grant.execute(order, context.actorId, context.requestId), context);
  }

  @Needs('scoring:approve', 'SHARED')
  @Mutation(() => t.RevokeExemptionPayload, { description: 'Takes an exemption back from today on.' })
  async revokeExemption(@Args('input') { id, reason, revokedBy }: t.RevokeExemptionInput, @Context() context: RequestContext) {
    return this.present('ExemptionStored', await this.revoke.execute(id, reason, revokedBy, context.actorId, context.requestId), context);
  }

  @Needs('scoring:approve', 'SHARED')
  @Mutation(() => t.RecordWeighingPayload, { description: 'Records that open and proprietary software were weighed for a product; counts under EQUAL_FOOTING.' })
  async recordWeighing(@Args('input') { product, reason, weighedBy, weighedOn }: t.RecordWeighingInput, @Context() context: RequestContext) {
    return this.present('WeighingStored', await this.m1.weigh(product, reason, weighedBy, (weighedOn ?? null) as CalendarDate | null, context.actorId, context.requestId), context);
  }

  @Needs('scoring:approve', 'SHARED')
  @Mutation(() => t.SetM1ReadingPayload, { description: 'Sets how the administration reads M1.' })
  async setM1Reading(@Args('input') { reading, replaces }: t.SetM1ReadingInput, @Context() context: RequestContext) {
    return this.present('M1ReadingSet', await this.m1.set(reading, replaces, context.actorId, context.requestId), context);
  }

  @ResolveField('exemption', () => t.Exemption)
  stored(@Parent() { exemptionId }: { exemptionId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Exemption', exemptionId, info);
  }

  private present(name: string, result: Result<object, Problem>, { language }: RequestContext): unknown {
    return result.ok ? { __typename: name, ...result.value } : this.texts.present(result.problem, language);
  }
}

@Resolver(() => t.WeighingStored)
export class WeighingStoredResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('standing', () => t.ProductStanding, { nullable: true })
  standing(@Parent() { productId }: { productId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('ProductStanding', productId, info);
  }
}

@Resolver(() => Product)
export class ProductStandingResolver {
  @ResolveField('standing', () => t.ProductStanding, { nullable: true, description: 'Comply or explain: its state; null where it is not in use.' })
  standing(@Parent() product: object, @Info() info: GraphQLResolveInfo) {
    return answered(product, info);
  }

  @ResolveField('exemptions', () => [t.Exemption], { description: 'Its exemptions, those that end last first, expired and revoked ones too.' })
  exemptions(@Parent() product: object, @Info() info: GraphQLResolveInfo) {
    return answered(product, info);
  }
}
