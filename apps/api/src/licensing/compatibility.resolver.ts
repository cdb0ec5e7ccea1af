// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { answered, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { AnswerLicenses } from './answer-licenses.use-case.js';
import * as t from './compatibility.types.js';
import { CompatibilityCheck } from './licensing.types.js';
import { LoadCompatibilityMatrix } from './load-compatibility-matrix.use-case.js';

@Resolver(() => t.CompatibilityMatrix)
export class CompatibilityResolver {
  constructor(
    private readonly reads: Reads,
    private readonly answer: AnswerLicenses,
    private readonly load: LoadCompatibilityMatrix,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('licensing:read')
  @Query(() => CompatibilityCheck, { description: 'Whether parts may go into software that is published under an outbound license: by the newest loaded matrix where it has the pair, else by our own table. At most 5,000 parts.' })
  checkCompatibility(
    @Args('outbound', { description: 'SPDX id of the license of the whole.', defaultValue: 'EUPL-1.2' }) outbound: string,
    @Args('inbound', { type: () => [String], description: 'Licenses of the parts.' }) inbound: string[],
  ): Promise<CompatibilityCheck> {
    return this.answer.compatibility(outbound, inbound);
  }

  @Needs('licensing:read')
  @Query(() => t.CompatibilityMatrixConnection, { description: 'Compatibility matrices that were loaded, the newest first.' })
  compatibilityMatrices(@Args({ type: () => t.CompatibilityMatrixListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @ResolveField('cells', () => t.CompatibilityCellConnection, { description: 'Its cells, row by row in the order of the file.' })
  cells(@Parent() matrix: object, @Args({ type: () => t.CompatibilityCellListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return answered(matrix, info);
  }

  @Needs('licensing:write', 'SHARED')
  @Mutation(() => t.LoadCompatibilityMatrixPayload, { description: 'Takes OSADL’s matrix, handed in with POST /imports, as the one that goes before our own table; all of it or nothing.' })
  async loadCompatibilityMatrix(@Args('input') { uploadId }: t.LoadCompatibilityMatrixInput, @Context() context: RequestContext) {
    const result = await this.load.execute(uploadId, context.actorId, context.requestId);
    return result.ok ? { __typename: 'CompatibilityMatrixLoaded', ...result.value } : this.texts.present(result.problem, context.language);
  }
}

@Resolver(() => t.CompatibilityMatrixLoaded)
export class CompatibilityMatrixLoadedResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('matrix', () => t.CompatibilityMatrix)
  matrix(@Parent() loaded: { matrixId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('CompatibilityMatrix', loaded.matrixId, info);
  }
}
