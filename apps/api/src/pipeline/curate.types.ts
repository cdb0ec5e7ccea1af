// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { answerOf, ChangedMeanwhileProblem } from '../platform/graphql/problem.types.js';
import { CentsScalar, DateScalar } from '../platform/graphql/scalars.js';

const RELEASE = 'Fields that imports may write again.';

@InputType({ description: 'What a person says about a machine. A field that is not given is not spoken of; null says that there is none.' })
export class CurateHostInput {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number;
  @Field(() => ID, { nullable: true, description: 'The organisational unit it belongs to.' })
  department?: string | null;
  @Field(() => [String], { defaultValue: [], description: RELEASE })
  release!: string[];
}

@InputType({ description: 'What a person says about an organisational unit. A field that is not given is not spoken of; null says that there is none.' })
export class CurateDepartmentInput {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number;
  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string;
  @Field(() => ID, { nullable: true, description: 'The unit above.' })
  parent?: string | null;
  @Field(() => Int, { nullable: true, description: 'People who use IT there.' })
  users?: number | null;
  @Field(() => Int, { nullable: true, description: 'How much change it bears in a period.' })
  changeLoadLimit?: number | null;
  @Field(() => [String], { defaultValue: [], description: RELEASE })
  release!: string[];
}

@InputType({ description: 'An organisational unit that no list has named yet.' })
export class CreateDepartmentInput {
  @Field({ description: 'Code by which lists name it; it stays.' })
  key!: string;
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => ID, { nullable: true, description: 'The unit above; null for one at the top.' })
  parent?: string | null;
  @Field(() => Int, { nullable: true, description: 'People who use IT there; null where it is not known.' })
  users?: number | null;
  @Field(() => Int, { nullable: true, description: 'How much change it bears in a period.' })
  changeLoadLimit?: number | null;
}

@InputType({ description: 'What a person says about a contract. A field that is not given is not spoken of; null says that there is none.' })
export class CurateContractInput {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number;
  @Field(() => ID, { nullable: true, description: 'The product.' })
  product?: string | null;
  @Field(() => ID, { nullable: true, description: 'The other side.' })
  vendor?: string | null;
  @Field(() => ID, { nullable: true, description: 'Who pays.' })
  department?: string | null;
  @Field(() => String, { nullable: true, description: 'What is counted.' })
  metric?: string;
  @Field(() => Int, { nullable: true, description: 'Quantity in units of the metric.' })
  seats?: number | null;
  @Field(() => CentsScalar, { nullable: true, description: 'Cost per year in euro cents.' })
  costPerYearCents?: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startsOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the running term.' })
  endsOn?: string | null;
  @Field(() => Int, { nullable: true, description: 'Notice period in months.' })
  noticePeriodMonths?: number | null;
  @Field(() => Int, { nullable: true, description: 'Notice period in days, where it is not in months.' })
  noticePeriodDays?: number | null;
  @Field(() => Int, { nullable: true, description: 'Months by which it renews itself.' })
  renewalMonths?: number | null;
  @Field(() => [String], { defaultValue: [], description: RELEASE })
  release!: string[];
}

@ObjectType({ description: 'The machine is as was said.' })
export class CurateHostSuccess {}

@ObjectType({ description: 'The unit is as was said.' })
export class CurateDepartmentSuccess {}

@ObjectType({ description: 'There is such a unit now.' })
export class CreateDepartmentSuccess {}

@ObjectType({ description: 'The contract is as was said.' })
export class CurateContractSuccess {}

export const CurateHostPayload = answerOf('curateHost', CurateHostSuccess, ChangedMeanwhileProblem);
export const CurateDepartmentPayload = answerOf('curateDepartment', CurateDepartmentSuccess, ChangedMeanwhileProblem);
export const CreateDepartmentPayload = answerOf('createDepartment', CreateDepartmentSuccess);
export const CurateContractPayload = answerOf('curateContract', CurateContractSuccess, ChangedMeanwhileProblem);
