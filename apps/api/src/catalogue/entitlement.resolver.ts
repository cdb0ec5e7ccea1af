// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Problem, Result } from '#kernel';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { answered, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { Contract, Product } from './catalogue.types.js';
import { contractDraft, countRow, entitlementDraft } from './drafts.js';
import * as t from './entitlement.types.js';
import { KeepContracts } from './keep-contracts.use-case.js';

@Resolver(() => t.Entitlement)
export class EntitlementResolver {
  constructor(
    private readonly reads: Reads,
    private readonly keep: KeepContracts,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('contracts:read')
  @Query(() => t.EntitlementConnection, { description: 'Rights of use that were entered; contracts with seats are rights too and stand under `contracts`.' })
  entitlements(@Args({ type: () => t.EntitlementListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('contracts:read')
  @Query(() => t.UsageCountConnection, { description: 'What people counted of the use of products, the newest first.' })
  usageCounts(@Args({ type: () => t.UsageCountListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('contracts:read')
  @Query(() => t.NoticeWarningConnection, { description: 'Warnings 180, 90 and 30 days before the last day for notice of every contract with a term whose notice period is known, the earliest first. A contract that can be left on any day has no last day.' })
  noticeWarnings(@Args({ type: () => t.NoticeWarningListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('contracts:write', { changes: { field: 'number', type: 'Contract', by: 'KEY' }, into: { field: 'department', type: 'Department', by: 'KEY', isWhole: true } })
  @Mutation(() => t.UpsertContractPayload, { description: 'Adds a contract, or replaces the one with its number as a whole.' })
  async upsertContract(@Args('input') input: t.UpsertContractInput, @Context() context: RequestContext) {
    return this.present('ContractStored', await this.keep.put(contractDraft(input), context), context);
  }

  @Needs('contracts:write', { changes: { field: 'number', type: 'Entitlement', by: 'KEY' }, into: { field: 'contract', type: 'Contract', by: 'KEY', isWhole: true } })
  @Mutation(() => t.UpsertEntitlementPayload, { description: 'Adds a right of use, or replaces the one with its number as a whole.' })
  async upsertEntitlement(@Args('input') input: t.UpsertEntitlementInput, @Context() context: RequestContext) {
    return this.present('EntitlementStored', await this.keep.put(entitlementDraft(input), context), context);
  }

  @Needs('contracts:write', 'WHOLE')
  @Mutation(() => t.RecordUsageCountPayload, { description: 'Keeps what somebody counted of a product’s use, in place of the count of the same that was read.' })
  async recordUsageCount(@Args('input') input: t.RecordUsageCountInput, @Context() context: RequestContext) {
    if (input.metric === 'SITE') return this.texts.present({ code: 'CATALOGUE.SITE_IS_NOT_COUNTED', path: 'metric' }, context.language);
    return this.present('UsageCountStored', await this.keep.count(input.product, countRow(input), input.revision ?? null, context), context);
  }

  @Needs('contracts:write', { changes: { field: 'number', type: 'Contract', by: 'KEY' } })
  @Mutation(() => t.RemoveContractPayload, { description: 'Takes a contract away that nothing was entered under.' })
  async removeContract(@Args('input') { number, revision }: t.RemoveByNumberInput, @Context() context: RequestContext) {
    return this.present('RemovedByNumber', await this.keep.remove('contract', number, revision, context), context);
  }

  @Needs('contracts:write', { changes: { field: 'number', type: 'Entitlement', by: 'KEY' } })
  @Mutation(() => t.RemoveEntitlementPayload, { description: 'Takes a right of use away.' })
  async removeEntitlement(@Args('input') { number, revision }: t.RemoveByNumberInput, @Context() context: RequestContext) {
    return this.present('RemovedByNumber', await this.keep.remove('entitlement', number, revision, context), context);
  }

  private present(name: string, result: Result<object, Problem>, { language }: RequestContext): unknown {
    return result.ok ? { __typename: name, ...result.value } : this.texts.present(result.problem, language);
  }
}

@Resolver(() => Contract)
export class ContractRightsResolver {
  @ResolveField('revision', () => Int, { description: 'Grows with every change.' })
  revision(@Parent() contract: object, @Info() info: GraphQLResolveInfo) {
    return answered(contract, info);
  }

  @ResolveField('entitlements', () => [t.Entitlement], { description: 'Rights of use that were entered under it.' })
  entitlements(@Parent() contract: object, @Info() info: GraphQLResolveInfo) {
    return answered(contract, info);
  }
}

@Resolver(() => Product)
export class ProductRightsResolver {
  @ResolveField('entitlements', () => [t.Entitlement], { description: 'Rights of use that were entered for it.' })
  entitlements(@Parent() product: object, @Info() info: GraphQLResolveInfo) {
    return answered(product, info);
  }
}

@Resolver(() => t.ContractStored)
export class ContractStoredResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('contract', () => Contract)
  contract(@Parent() stored: { id: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Contract', stored.id, info);
  }
}

@Resolver(() => t.EntitlementStored)
export class EntitlementStoredResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('entitlement', () => t.Entitlement)
  entitlement(@Parent() stored: { id: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Entitlement', stored.id, info);
  }
}

@Resolver(() => t.UsageCountStored)
export class UsageCountStoredResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('count', () => t.UsageCount)
  count(@Parent() stored: { id: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('UsageCount', stored.id, info);
  }
}
