// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ProblemError } from '../problem-error.js';
import { Needs } from '../permissions/needs.js';
import { Node } from './relay.js';
import { ReadModel, Reads } from './reading/index.js';

@Resolver(() => Node)
export class NodeResolver {
  constructor(
    private readonly model: ReadModel,
    private readonly reads: Reads,
  ) {}

  @Needs('schema:read')
  @Query(() => Node, { nullable: true, description: 'The object with this global id, or null where there is none (any more).' })
  async node(@Args('id', { type: () => ID, description: 'A global id from any answer.' }) id: string, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const [type, key] = id.split(':');
    const schemaType = type === undefined ? undefined : info.schema.getType(type);
    const isNode = schemaType && 'getInterfaces' in schemaType && schemaType.getInterfaces().some((one) => one.name === 'Node');
    if (!isNode || !this.model.has(type!) || !/^[\w-]{1,36}$/.test(key ?? '')) throw new ProblemError({ code: 'PLATFORM.ID_INVALID', id, expected: 'Node' });
    return this.reads.one(type!, key!, info);
  }
}
