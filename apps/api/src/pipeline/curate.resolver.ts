// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Contract, Department } from '../catalogue/index.js';
import { Host, type Curation } from '../importing/index.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { InvalidArgument, localId, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { CreateDepartment } from './create-department.use-case.js';
import { CurateRecord } from './curate-record.use-case.js';
import * as t from './curate.types.js';

/** Types that the fields of the inputs point to. */
const REFERENCES: Readonly<Record<string, string>> = { department: 'Department', parent: 'Department', product: 'Product', vendor: 'Vendor' };

@Resolver()
export class CurateResolver {
  constructor(
    private readonly curate: CurateRecord,
    private readonly create: CreateDepartment,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('inventory:write', { changes: { field: 'id', type: 'Host', by: 'ID' }, into: { field: 'department', type: 'Department', by: 'ID' } })
  @Mutation(() => t.CurateHostPayload, { description: 'Says something about a machine; imports leave it alone from then on.' })
  curateHost(@Args('input') input: t.CurateHostInput, @Context() context: RequestContext) {
    return this.answer('Host', { ...input }, context);
  }

  @Needs('inventory:write', { changes: { field: 'id', type: 'Department', by: 'ID' }, into: { field: 'parent', type: 'Department', by: 'ID' } })
  @Mutation(() => t.CurateDepartmentPayload, { description: 'Says something about an organisational unit; imports leave it alone from then on.' })
  curateDepartment(@Args('input') input: t.CurateDepartmentInput, @Context() context: RequestContext) {
    return this.answer('Department', { ...input }, context);
  }

  @Needs('inventory:write', { changes: { field: 'key', type: 'Department', by: 'KEY' }, into: { field: 'parent', type: 'Department', by: 'ID', isWhole: true } })
  @Mutation(() => t.CreateDepartmentPayload, { description: 'Makes an organisational unit that no list has named yet.' })
  async createDepartment(@Args('input') { key, name, parent, users, changeLoadLimit }: t.CreateDepartmentInput, @Context() context: RequestContext) {
    const above = parent === undefined || parent === null ? null : localId('Department', parent);
    if (above instanceof InvalidArgument) return this.texts.present(above.problem, context.language);
    const result = await this.create.execute({ key: key.trim(), name: name.trim(), parent: above, users: users ?? null, changeLoadLimit: changeLoadLimit ?? null }, context.actorId, context.requestId);
    return result.ok ? { __typename: 'CreateDepartmentSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }

  @Needs('contracts:write', { changes: { field: 'id', type: 'Contract', by: 'ID' }, into: { field: 'department', type: 'Department', by: 'ID' } })
  @Mutation(() => t.CurateContractPayload, { description: 'Says something about a contract; imports leave it alone from then on.' })
  curateContract(@Args('input') input: t.CurateContractInput, @Context() context: RequestContext) {
    return this.answer('Contract', { ...input }, context);
  }

  private async answer(entity: Curation['entity'], { id, revision, release, ...said }: { readonly id: string; readonly revision: number; readonly release: string[] } & Readonly<Record<string, unknown>>, context: RequestContext) {
    const key = localId(entity, id);
    if (key instanceof InvalidArgument) return this.texts.present(key.problem, context.language);
    const fields: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(said)) {
      const type = REFERENCES[field];
      const local = type === undefined || value === null || value === undefined ? value : localId(type, String(value));
      if (local instanceof InvalidArgument) return this.texts.present(local.problem, context.language);
      fields[field] = local;
    }
    const result = await this.curate.execute({ entity, id: key, revision, fields, release }, context.actorId, context.requestId);
    return result.ok ? { __typename: `Curate${entity}Success`, ...result.value } : this.texts.present(result.problem, context.language);
  }
}

@Resolver(() => t.CurateHostSuccess)
export class CurateHostSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('host', () => Host)
  host(@Parent() { id }: { id: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Host', id, info);
  }
}

@Resolver(() => t.CurateDepartmentSuccess)
export class CurateDepartmentSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('department', () => Department)
  department(@Parent() { id }: { id: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Department', id, info);
  }
}

@Resolver(() => t.CreateDepartmentSuccess)
export class CreateDepartmentSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('department', () => Department)
  department(@Parent() { id }: { id: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Department', id, info);
  }
}

@Resolver(() => t.CurateContractSuccess)
export class CurateContractSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('contract', () => Contract)
  contract(@Parent() { id }: { id: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Contract', id, info);
  }
}
