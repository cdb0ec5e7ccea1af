// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { CalendarDate, Problem, Result } from '#kernel';
import type { RuleCondition } from '#licensing';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { InvalidArgument, localId, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { CopyPolicy } from './copy-policy.use-case.js';
import { CreatePolicyVersion } from './create-policy-version.use-case.js';
import { GrantWaiver } from './grant-waiver.use-case.js';
import * as t from './policy.types.js';
import { RevokeWaiver } from './revoke-waiver.use-case.js';

@Resolver(() => t.LicensePolicy)
export class PolicyResolver {
  constructor(
    private readonly reads: Reads,
    private readonly create: CreatePolicyVersion,
    private readonly copy: CopyPolicy,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('licensing:read')
  @Query(() => t.LicensePolicyConnection, { description: 'The policies that licenses can be checked against, each in its newest version.' })
  policies(@Args({ type: () => t.LicensePolicyListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('licensing:read')
  @Query(() => t.LicensePolicy, { nullable: true, description: 'One policy, in its newest version or the one named; null where there is none.' })
  policy(
    @Args('name', { description: 'Its name.' }) _name: string,
    @Args('version', { type: () => String, nullable: true, description: 'Which version; the newest unless given.' }) _version: string | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reads.root(info);
  }

  @Needs('licensing:approve', 'SHARED')
  @Mutation(() => t.CreatePolicyVersionPayload, { description: 'Stores the next version of a policy, or the first; what is stored is never changed.' })
  async createPolicyVersion(@Args('input') { name, outbound, replaces, rules }: t.CreatePolicyVersionInput, @Context() context: RequestContext) {
    const draft = {
      name,
      replaces: replaces ?? null,
      ...(outbound === undefined || outbound === null ? {} : { outbound }),
      rules: rules.map(({ key, when, outcome, sentenceDe, sentenceEn }) => ({ id: key, when: when as RuleCondition, outcome, sentence: { de: sentenceDe, en: sentenceEn } })),
    };
    return this.present(await this.create.execute(draft, context.actorId, context.requestId), context);
  }

  @Needs('licensing:approve', 'SHARED')
  @Mutation(() => t.CopyPolicyPayload, { description: 'Copies a policy under a name of its own, to be edited.' })
  async copyPolicy(@Args('input') { policy, version, name }: t.CopyPolicyInput, @Context() context: RequestContext) {
    return this.present(await this.copy.execute({ name: policy, version: version ?? null }, name, context.actorId, context.requestId), context);
  }

  private present(result: Result<{ readonly policyId: number }, readonly Problem[]>, { language }: RequestContext): unknown {
    if (result.ok) return { __typename: 'PolicyStored', ...result.value };
    const [first, ...more] = result.problem.map((problem) => this.texts.present(problem, language));
    if (first!.__typename !== 'InputProblem') return first;
    return { ...first, __typename: 'PolicyProblem', problems: [first, ...more] };
  }
}

@Resolver(() => t.LicenseWaiver)
export class WaiverResolver {
  constructor(
    private readonly reads: Reads,
    private readonly grant: GrantWaiver,
    private readonly revoke: RevokeWaiver,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('licensing:read')
  @Query(() => t.LicenseWaiverConnection, { description: 'Waivers from policies, expired and revoked ones too, the one that expires first first.' })
  waivers(@Args({ type: () => t.LicenseWaiverListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('licensing:approve', 'SHARED')
  @Mutation(() => t.GrantWaiverPayload, { description: 'Lets a component pass a policy until a day, although the rules say otherwise.' })
  async grantWaiver(@Args('input') { license, ...input }: t.GrantWaiverInput, @Context() context: RequestContext) {
    const waiver = { ...input, expiresOn: input.expiresOn as CalendarDate, ...(license === undefined || license === null ? {} : { license }) };
    return this.present(await this.grant.execute(waiver, context.actorId, context.requestId), context);
  }

  @Needs('licensing:approve', 'SHARED')
  @Mutation(() => t.RevokeWaiverPayload, { description: 'Ends a waiver before its day; it stays to be seen.' })
  async revokeWaiver(@Args('input') input: t.RevokeWaiverInput, @Context() context: RequestContext) {
    const id = localId('LicenseWaiver', input.waiver);
    if (id instanceof InvalidArgument) return this.texts.present(id.problem, context.language);
    return this.present(await this.revoke.execute(id, context.actorId, context.requestId), context);
  }

  private present(result: Result<{ readonly waiverId: number }, Problem>, { language }: RequestContext): unknown {
    return result.ok ? { __typename: 'WaiverStored', ...result.value } : this.texts.present(result.problem, language);
  }
}

@Resolver(() => t.PolicyStored)
export class PolicyStoredResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('policy', () => t.LicensePolicy)
  policy(@Parent() stored: { policyId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('LicensePolicy', stored.policyId, info);
  }
}

@Resolver(() => t.WaiverStored)
export class WaiverStoredResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('waiver', () => t.LicenseWaiver)
  waiver(@Parent() stored: { waiverId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('LicenseWaiver', stored.waiverId, info);
  }
}
