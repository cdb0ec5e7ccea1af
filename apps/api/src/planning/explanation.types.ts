// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
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
  @Field(() => CentsScalar, { nullable: true, description: 'What the worth of the plan would gain in discounted euro cents if just that were there; null where that cannot be said.' })
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
