// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ObjectType } from '@nestjs/graphql';
import type { OperatorSettings } from '../config/operator-settings.js';

@ObjectType({ description: 'Who runs this installation, as they say it in its settings; what they have not said is null.' })
export class Operator implements OperatorSettings {
  @Field(() => String, { nullable: true, description: 'Name of the public body.' })
  name!: string | null;
  @Field(() => String, { nullable: true, description: 'Address of its imprint.' })
  imprintUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'Address of its notice on data protection.' })
  privacyUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'The law that asks for accessibility.' })
  accessibilityLaw!: string | null;
  @Field(() => String, { nullable: true, description: 'Where barriers are reported: a mail address, or the address of a form.' })
  accessibilityContact!: string | null;
  @Field(() => String, { nullable: true, description: 'Arbitration, ombuds or enforcement body, for whoever got no answer.' })
  accessibilityBody!: string | null;
  @Field(() => String, { nullable: true, description: 'Its address.' })
  accessibilityBodyUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'Day on which the operator last looked through the accessibility statement.' })
  accessibilityReviewedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'A video in sign language on what this is and on the statement.' })
  signLanguageUrl!: string | null;
}
