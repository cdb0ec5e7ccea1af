// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ObjectType } from '@nestjs/graphql';
import { InstantScalar } from '../platform/graphql/scalars.js';
import { Import } from './importing.types.js';

@ObjectType({ description: 'Where the value of a field comes from.' })
export class FieldOrigin {
  @Field({ description: 'Name of the field.' })
  field!: string;
  @Field({ description: 'IMPORT or PERSON; what a person set is never overwritten by an import.' })
  origin!: string;
  @Field(() => Import, { nullable: true, description: 'The import that brought it.' })
  import!: unknown;
  @Field(() => String, { nullable: true, description: 'Who set it.' })
  actor!: string | null;
  @Field(() => InstantScalar, { description: 'When.' })
  at!: string;
}
