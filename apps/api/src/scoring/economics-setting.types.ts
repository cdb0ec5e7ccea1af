// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { answerOf, ChangedMeanwhileProblem } from '../platform/graphql/problem.types.js';
import { DateScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'One version of a setting of the economics, as the administration stated it.' })
export class EconomicsSettingVersion {
  @Field(() => Int, { description: 'Version; 1 is the first.' })
  version!: number;
  @Field(() => Float, { description: 'Lower end, or the number.' })
  low!: number;
  @Field(() => Float, { description: 'Upper end; the same where it is a single number.' })
  high!: number;
  @Field({ description: 'Who states it.' })
  author!: string;
  @Field(() => String, { nullable: true, description: 'On what it rests.' })
  source!: string | null;
  @Field(() => DateScalar, { description: 'Since when.' })
  setOn!: string;
}

@ObjectType({ description: 'Something that the economics assume about money or effort.' })
export class EconomicsSetting {
  @Field({ description: 'Key.' })
  key!: string;
  @Field({ description: 'What it is, in the language of the request.' })
  name!: string;
  @Field({ description: 'MONTHS, SHARE (0.02 is 2 %), CENTS, DAYS or FACTOR.' })
  unit!: string;
  @Field({ description: 'The value in words, in the language of the request.' })
  text!: string;
  @Field(() => Float, { description: 'Lower end of what counts, or the number.' })
  low!: number;
  @Field(() => Float, { description: 'Upper end; the same where it is a single number.' })
  high!: number;
  @Field({ description: 'Whether it may be a range.' })
  isRange!: boolean;
  @Field(() => EconomicsSettingVersion, { nullable: true, description: 'The version that counts; null where what comes with the program does.' })
  stated!: EconomicsSettingVersion | null;
  @Field(() => [EconomicsSettingVersion], { description: 'Its versions, the newest first; the last 100.' })
  versions!: EconomicsSettingVersion[];
}

@InputType({ description: 'What the administration states about a setting.' })
export class StateEconomicsSettingInput {
  @Field({ description: 'Key of the setting, as `economicsSettings` lists it.' })
  key!: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read and is replaced; left out where what comes with the program counted. Refused where a newer one has been stated meanwhile.' })
  replaces?: number | null;
  @Field(() => Float, { description: 'The number, or the lower end of the range.' })
  low!: number;
  @Field(() => Float, { nullable: true, description: 'Upper end; the same as `low` where it is left out.' })
  high?: number | null;
  @Field({ description: 'Who states it: a position or an office.' })
  author!: string;
  @Field(() => String, { nullable: true, description: 'On what it rests.' })
  source?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Since when; today where it is left out.' })
  setOn?: string | null;
}

@ObjectType({ description: 'The setting has its next version.' })
export class EconomicsSettingStated {
  @Field(() => EconomicsSetting, { description: 'The setting.' })
  setting!: EconomicsSetting;
}

export const StateEconomicsSettingPayload = answerOf('stateEconomicsSetting', EconomicsSettingStated, ChangedMeanwhileProblem);
