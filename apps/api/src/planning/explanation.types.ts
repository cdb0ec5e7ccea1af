// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { answerOf } from '../platform/graphql/problem.types.js';
import { CentsScalar, DateScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'What keeps a migration from a start.' })
export class PlanObstacle {
  @Field(() => Int, { description: 'The period in which it cannot start, from 0.' })
  period!: number;
  @Field(() => DateScalar, { nullable: true, description: 'First day of that period.' })
  startsOn!: string | null;
  @Field({ description: 'Stable code of the demand that binds.' })
  code!: string;
  @Field({ description: 'In German.' })
  de!: string;
  @Field({ description: 'In English.' })
  en!: string;
  @Field(() => Float, { nullable: true, description: 'What the plan would gain if just that were there, money included, told in goal points that count from the first period on; null where that cannot be said.' })
  gainPoints!: number | null;
  @Field(() => CentsScalar, { nullable: true, description: 'The same in discounted euro cents; null also where the scenario does not say what a point is worth in money.' })
  gainCents!: number | null;
}

@ObjectType({ description: 'Why a migration is where it is in a plan, or why it is in no wave.' })
export class PlanItemExplanation {
  @Field(() => ID, { description: 'Global id of the plan.' })
  planId!: string;
  @Field({ description: 'Name of the product.' })
  productName!: string;
  @Field(() => Int, { nullable: true, description: 'Period in which it starts, from 0; null where it is in no wave.' })
  period!: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day of that period.' })
  startsOn!: string | null;
  @Field(() => [PlanObstacle], { description: 'What stands in the way of each start that would be worth more; empty where none would be.' })
  obstacles!: PlanObstacle[];
}
export const ExplainPlanItemPayload = answerOf('explainPlanItem', PlanItemExplanation);
