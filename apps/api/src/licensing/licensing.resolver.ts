// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Problem, Result } from '#kernel';
import type { Outcome, Usage } from '#licensing';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { AnswerLicenses } from './answer-licenses.use-case.js';
import { CheckLicense } from './check-license.use-case.js';
import { CheckSbom } from './check-sbom.use-case.js';
import { partOf } from './findings-page.js';
import * as t from './licensing.types.js';
import { PolicyOutcome } from './policy.types.js';

const POLICY = { description: 'Name of the policy.', defaultValue: 'beschaffung' };
const VERSION = { type: () => String, nullable: true, description: 'Version of the policy; the newest unless given.' };
const KIND = { type: () => String, nullable: true, description: 'What kind of software it is, for rules that ask for it.' };
const USAGE = { type: () => t.LicenseUsage, nullable: true, description: 'What is done with the software; by default PUBLICATION where the policy has an outbound license, else INTERNAL.' };

@Resolver()
export class LicensingResolver {
  constructor(
    private readonly answer: AnswerLicenses,
    private readonly check: CheckLicense,
    private readonly sbom: CheckSbom,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('licensing:read')
  @Query(() => t.LicenseAnswer, { description: 'What a text means as a license, and whether that is open source, with proof.' })
  license(@Args('text', { description: 'One license statement: id, expression, title, URL, any spelling, or the whole text.' }) text: string): t.LicenseAnswer {
    return this.answer.texts([text])[0]!;
  }

  @Needs('licensing:read')
  @Query(() => [t.LicenseAnswer], { description: 'As `license`, for many texts, in their order. At most 5,000 at once.' })
  licensesOf(@Args('texts', { type: () => [String], description: 'The texts.' }) texts: string[]): t.LicenseAnswer[] {
    return this.answer.texts(texts);
  }

  @Needs('licensing:read')
  @Query(() => t.CheckLicensePayload, { description: 'What a policy says about a license text, and what has to be done.' })
  async checkLicense(
    @Args('text', { description: 'The license text.' }) text: string,
    @Args('policy', POLICY) name: string,
    @Args('policyVersion', VERSION) version: string | null,
    @Args('usage', USAGE) usage: Usage | null,
    @Args('productKind', KIND) productKind: string | null,
    @Context() context: RequestContext,
  ): Promise<unknown> {
    return this.present('LicenseCheck', await this.check.execute(text, { name, version }, { usage, productKind }), context);
  }

  @Needs('licensing:read')
  @Query(() => t.CheckSbomPayload, { description: 'Checks a bill of materials (CycloneDX, SPDX) that was handed in by POST /imports; nothing is stored.' })
  async checkSbom(
    @Args('uploadId', { type: () => ID, description: 'The `uploadId` that POST /imports answered.' }) uploadId: string,
    @Args('policy', POLICY) name: string,
    @Args('policyVersion', VERSION) version: string | null,
    @Args('usage', USAGE) usage: Usage | null,
    @Args('productKind', KIND) productKind: string | null,
    @Context() context: RequestContext,
  ): Promise<unknown> {
    return this.present('SbomCheck', await this.sbom.execute(uploadId, { name, version }, { usage, productKind }), context);
  }

  private present(name: string, result: Result<object, Problem>, { language }: RequestContext): unknown {
    return result.ok ? { __typename: name, ...result.value } : this.texts.present(result.problem, language);
  }
}

@Resolver(() => t.SbomCheck)
export class SbomFindingsResolver {
  @ResolveField('findings', () => [t.SbomFinding], { description: 'One finding for each component, in the order of the file.' })
  findings(
    @Parent() check: t.SbomCheck,
    @Args('verdicts', { type: () => [PolicyOutcome], nullable: true, description: 'Only these decisions.' }) verdicts: Outcome[] | null,
    @Args('first', { type: () => Int, defaultValue: 1_000, description: 'At most so many; up to 50,000.' }) first: number,
    @Args('skip', { type: () => Int, defaultValue: 0, description: 'Leaves out so many at the start.' }) skip: number,
  ): readonly t.SbomFinding[] {
    return partOf(check.allFindings, { verdicts, first, skip });
  }
}
