// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Reads } from '../platform/graphql/reading/index.js';
import { Needs } from '../platform/permissions/needs.js';
import { AuditEntry, AuditEntryConnection, AuditEntryListArgs } from './audit.types.js';

@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(private readonly reads: Reads) {}

  @Needs('audit:read')
  @Query(() => AuditEntryConnection, { description: 'Who changed what, the newest first.' })
  auditTrail(@Args({ type: () => AuditEntryListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }
}
