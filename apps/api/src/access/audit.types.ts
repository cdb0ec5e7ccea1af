// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { InstantScalar, JsonScalar } from '../platform/graphql/scalars.js';

@ObjectType({ implements: () => [Node], description: 'One change on record; never rewritten.' })
export class AuditEntry extends Node {
  @Field(() => InstantScalar, { description: 'When.' })
  at!: string;
  @Field({ description: 'Who: the name of the actor, which says nothing of the person.' })
  actor!: string;
  @Field(() => String, { nullable: true, description: 'What the provider calls the person; null where that is forgotten, or where there is none.' })
  person!: string | null;
  @Field({ description: 'What was done.' })
  operation!: string;
  @Field({ description: 'Kind of what it was done to.' })
  entity!: string;
  @Field({ description: 'Which one.' })
  entityId!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'What it was before.' })
  before!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'What it is since.' })
  after!: unknown;
  @Field(() => String, { nullable: true, description: 'Id of the request or job.' })
  requestId!: string | null;
}

export const AuditEntryOrderField = orderFieldsOf('AuditEntry', { AT: 'AT' });

@InputType({ description: 'Which changes.' })
export class AuditEntryFilter {
  @Field(() => String, { nullable: true, description: 'Kind of what was changed.' })
  entity?: string;
  @Field(() => ID, { nullable: true, description: 'Which one, as `entityId` gives it.' })
  entityId?: string;
  @Field(() => String, { nullable: true, description: 'What was done.' })
  operation?: string;
  @Field(() => String, { nullable: true, description: 'Name of the actor.' })
  actor?: string;
}

export const AuditEntryConnection = connectionOf(AuditEntry, 'changes');
export const AuditEntryListArgs = listArgsOf(AuditEntryFilter, orderOf('AuditEntry', AuditEntryOrderField));
