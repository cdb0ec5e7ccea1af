// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { answered, InvalidArgument, localId, Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { FieldOrigin } from './field-origin.types.js';
import * as t from './importing.types.js';
import { StartImport } from './start-import.use-case.js';
import { StartUndo } from './start-undo.use-case.js';

@Resolver(() => t.Host)
export class ImportingResolver {
  constructor(
    private readonly reads: Reads,
    private readonly startImportUseCase: StartImport,
    private readonly startUndo: StartUndo,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('inventory:read')
  @Query(() => t.ImportConnection, { description: 'Imports, the newest first.' })
  imports(@Args({ type: () => t.ImportListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('inventory:read')
  @Query(() => t.Import, { name: 'import', nullable: true, description: 'One import; null where there is none.' })
  oneImport(@Args('id', { type: () => ID, description: 'Global id.' }) _id: string, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('inventory:read')
  @Query(() => t.HostConnection, { description: 'Machines on which software was observed.' })
  hosts(@Args({ type: () => t.HostListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('inventory:read')
  @Query(() => t.TitleConnection, { description: 'Raw names, the most installed first.' })
  titles(@Args({ type: () => t.TitleListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('inventory:read')
  @Query(() => t.InstallationConnection, { description: 'Titles observed on hosts.' })
  installations(@Args({ type: () => t.InstallationListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('inventory:read')
  @Query(() => t.PastInstallationConnection, { description: 'Titles that were observed on hosts and are gone, the latest first.' })
  pastInstallations(@Args({ type: () => t.PastInstallationListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @ResolveField('provenance', () => [FieldOrigin], { description: 'Where its fields come from.' })
  hostProvenance(@Parent() host: object, @Info() info: GraphQLResolveInfo) {
    return answered(host, info);
  }

  @ResolveField('installations', () => t.InstallationConnection, { description: 'What is installed on it.' })
  hostInstallations(@Parent() host: object, @Args({ type: () => t.InstallationListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return answered(host, info);
  }

  @Needs('inventory:write', 'WHOLE')
  @Mutation(() => t.StartImportPayload, { description: 'Queues the import of a file that was handed in with `POST /imports`.' })
  async startImport(@Args('input') input: t.StartImportInput, @Context() context: RequestContext) {
    const mapping = Object.fromEntries((input.mapping ?? []).map(({ column, field }) => [column, field]));
    const result = await this.startImportUseCase.execute({ ...input, mapping }, context.actorId, context.requestId);
    return result.ok ? { __typename: 'StartImportSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }

  @Needs('inventory:write', 'WHOLE')
  @Mutation(() => t.UndoImportPayload, { description: 'Queues the undoing of an import as a whole; what later imports and people say stays, and has to be accepted.' })
  async undoImport(@Args('input') input: t.UndoImportInput, @Context() context: RequestContext) {
    const importId = localId('Import', input.id);
    if (importId instanceof InvalidArgument) return this.texts.present(importId.problem, context.language);
    const result = await this.startUndo.execute({ importId, dryRun: input.dryRun, acceptConflicts: input.acceptConflicts }, context.actorId, context.requestId);
    return result.ok ? { __typename: 'UndoImportSuccess', ...result.value } : this.texts.present(result.problem, context.language);
  }
}

@Resolver(() => t.Title)
export class TitleResolver {
  @ResolveField('registerEntries', () => [t.RegisterEntry], { description: 'Entries of registers that name it.' })
  registerEntries(@Parent() title: object, @Info() info: GraphQLResolveInfo) {
    return answered(title, info);
  }
}
