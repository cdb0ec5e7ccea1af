// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { unwrap, type Problem, type Result } from '#kernel';
import type { Outcome } from '#licensing';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { answered, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { CheckOwnPublication } from './check-own-publication.use-case.js';
import { partOf } from './findings-page.js';
import { KeepOwnSoftware } from './keep-own-software.use-case.js';
import { SbomFinding } from './licensing.types.js';
import * as t from './own-software.types.js';
import { PolicyOutcome } from './policy.types.js';
import { publiccodeFieldsOf } from './publiccode-fields-of.js';
import { RegisterPubliccode } from './register-publiccode.use-case.js';
import { SetOwnSoftwareParts } from './set-own-software-parts.use-case.js';

@Resolver(() => t.OwnSoftware)
export class OwnSoftwareResolver {
  constructor(
    private readonly reads: Reads,
    private readonly keep: KeepOwnSoftware,
    private readonly register: RegisterPubliccode,
    private readonly setParts: SetOwnSoftwareParts,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('licensing:read')
  @Query(() => t.OwnSoftwareConnection, { description: 'Software of the administration itself.' })
  ownSoftware(@Args({ type: () => t.OwnSoftwareListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @ResolveField('parts', () => t.OwnSoftwarePartConnection, { description: 'Its parts, in the order of the bill of materials.' })
  parts(@Parent() software: object, @Args({ type: () => t.OwnSoftwarePartListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return answered(software, info);
  }

  @Needs('licensing:write', 'SHARED')
  @Mutation(() => t.UpsertOwnSoftwarePayload, { description: 'Adds own software to the register, or changes what is given of it.' })
  async upsertOwnSoftware(@Args('input') input: t.UpsertOwnSoftwareInput, @Context() context: RequestContext) {
    return this.present('OwnSoftwareStored', await this.keep.put(input.key, publiccodeFieldsOf(input), input.revision ?? null, context), context);
  }

  @Needs('licensing:write', 'SHARED')
  @Mutation(() => t.RegisterPubliccodePayload, { description: 'Takes own software into the register from its publiccode.yml, handed in with POST /imports; warnings are no hindrance.' })
  async registerPubliccode(@Args('input') { uploadId, key, revision }: t.RegisterPubliccodeInput, @Context() context: RequestContext) {
    const result = await this.register.execute(uploadId, key ?? null, revision ?? null, context);
    if (result.ok) return { __typename: 'OwnSoftwareStored', ...result.value };
    const [first, ...more] = result.problem.map((problem) => this.texts.present(problem, context.language));
    if (first!.__typename !== 'InputProblem') return first;
    return { ...first, __typename: 'PubliccodeProblem', problems: [first, ...more] };
  }

  @Needs('licensing:write', 'SHARED')
  @Mutation(() => t.SetOwnSoftwarePartsPayload, { description: 'Replaces the parts of own software by those of a bill of materials, handed in with POST /imports.' })
  async setOwnSoftwareParts(@Args('input') { key, revision, uploadId }: t.SetOwnSoftwarePartsInput, @Context() context: RequestContext) {
    return this.present('OwnSoftwareStored', await this.setParts.execute(key, revision, uploadId, context), context);
  }

  @Needs('licensing:write', 'SHARED')
  @Mutation(() => t.RemoveOwnSoftwarePayload, { description: 'Takes own software out of the register.' })
  async removeOwnSoftware(@Args('input') { key, revision }: t.RemoveOwnSoftwareInput, @Context() context: RequestContext) {
    return this.present('OwnSoftwareRemoved', await this.keep.remove(key, revision, context), context);
  }

  private present(name: string, result: Result<object, Problem>, { language }: RequestContext): unknown {
    return result.ok ? { __typename: name, ...result.value } : this.texts.present(result.problem, language);
  }
}

@Resolver(() => t.OwnSoftwareStored)
export class OwnSoftwareStoredResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('software', () => t.OwnSoftware)
  software(@Parent() stored: { softwareId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('OwnSoftware', stored.softwareId, info);
  }
}

@Resolver(() => t.PublicationCheck)
export class PublicationCheckResolver {
  constructor(
    private readonly check: CheckOwnPublication,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('licensing:read')
  @Query(() => t.CheckPublicationPayload, { description: 'Whether own software is published, and whether its parts and its license let it be.' })
  async checkPublication(@Args('key', { description: 'Key of the software.' }) key: string, @Context() { language }: RequestContext): Promise<unknown> {
    const result = await this.check.execute(key);
    return result.ok ? { __typename: 'PublicationCheck', ...result.value } : this.texts.present(result.problem, language);
  }

  @Needs('licensing:read')
  @Query(() => t.PublicationShare, { description: 'How much of the own software is published.' })
  async publicationShare(): Promise<t.PublicationShare> {
    return unwrap(await this.check.share());
  }

  @ResolveField('findings', () => [SbomFinding], { description: 'One finding for each part, in the order of the bill of materials.' })
  findings(
    @Parent() check: t.PublicationCheck,
    @Args('verdicts', { type: () => [PolicyOutcome], nullable: true, description: 'Only these decisions.' }) verdicts: Outcome[] | null,
    @Args('first', { type: () => Int, defaultValue: 1_000, description: 'At most so many; up to 50,000.' }) first: number,
    @Args('skip', { type: () => Int, defaultValue: 0, description: 'Leaves out so many at the start.' }) skip: number,
  ): readonly SbomFinding[] {
    return partOf(check.allFindings, { verdicts, first, skip });
  }
}
