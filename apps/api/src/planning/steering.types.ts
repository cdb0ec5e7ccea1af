// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CalendarDate } from '#kernel';
import { Product } from '../catalogue/index.js';
import { answerOf, ChangedMeanwhileProblem } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { CentsScalar, DateScalar, InstantScalar } from '../platform/graphql/scalars.js';
import type { MigrationStatus as Status } from './migration-status.js';
import { Plan } from './planning.types.js';

export enum MigrationStatus {
  PLANNED = 'PLANNED',
  RUNNING = 'RUNNING',
  BLOCKED = 'BLOCKED',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
}
registerEnumType(MigrationStatus, { name: 'MigrationStatus', description: 'In the plan in force and not begun; begun; something stands in the way (Baustelle); finished; given up.' });

export enum CancelledBy {
  DECISION = 'DECISION',
  PLAN = 'PLAN',
}
registerEnumType(CancelledBy, { name: 'CancelledBy', description: 'Somebody decided so: new plans leave it out; a new plan in force no longer has it: the next one may.' });

export enum PlanChangeKind {
  ADDED = 'ADDED',
  DROPPED = 'DROPPED',
  EARLIER = 'EARLIER',
  LATER = 'LATER',
}
registerEnumType(PlanChangeKind, { name: 'PlanChangeKind', description: 'What happens to a migration from one plan to another.' });

@ObjectType({ description: 'Something that was said of a migration; never changed.' })
export class MigrationEvent {
  @Field(() => MigrationStatus, { description: 'Where it was from then on.' })
  status!: Status;
  @Field(() => DateScalar, { description: 'Day it is about.' })
  on!: string;
  @Field(() => DateScalar, { description: 'First day by the plan in force then.' })
  plannedStartsOn!: string;
  @Field(() => [String], { description: 'What stood in the way.' })
  blockers!: string[];
  @Field(() => String, { nullable: true, description: 'Note.' })
  note!: string | null;
  @Field(() => InstantScalar, { description: 'When it was said.' })
  recordedAt!: string;
}

@ObjectType({ implements: () => [Node], description: 'A migration of a plan that is or was in force, and how far it is.' })
export class Migration extends Node {
  @Field(() => Product, { description: 'The product that goes.' })
  product!: unknown;
  @Field(() => Product, { description: 'The product that comes.' })
  alternative!: unknown;
  @Field(() => Plan, { description: 'The plan its days come from.' })
  plan!: unknown;
  @Field(() => MigrationStatus, { description: 'How far it is.' })
  status!: Status;
  @Field(() => DateScalar, { description: 'First day by that plan.' })
  plannedStartsOn!: string;
  @Field(() => DateScalar, { description: 'Last day by that plan.' })
  plannedEndsOn!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which it really began; null before.' })
  startedOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was done; null unless it is.' })
  endedOn!: string | null;
  @Field({ description: 'Whether it should have begun or ended by now and has not.' })
  isLate!: boolean;
  @Field(() => [String], { description: 'What stands in the way (Baustellen); empty unless it is blocked.' })
  blockers!: string[];
  @Field(() => CancelledBy, { nullable: true, description: 'By what it was cancelled; null unless it is.' })
  cancelledBy!: CancelledBy | null;
  @Field(() => String, { nullable: true, description: 'Note to what was last said of it.' })
  note!: string | null;
  @Field(() => Int, { description: 'Grows with every change.' })
  revision!: number;
  @Field(() => [MigrationStatus], { description: 'What can be reported of it next, see `setMigrationStatus`; empty where it is done.' })
  nextStatuses!: Status[];
  @Field(() => [MigrationEvent], { description: 'All that was said of it, the oldest first.' })
  history!: MigrationEvent[];
}

@InputType({ description: 'Which migrations.' })
export class MigrationFilter {
  @Field(() => [MigrationStatus], { nullable: true, description: 'In one of these states.' })
  status?: Status[];
  @Field(() => String, { nullable: true, description: 'Of the product with this key.' })
  product?: string;
}

export const MigrationOrderField = orderFieldsOf('Migration', { PLANNED_STARTS_ON: 'PLANNED_STARTS_ON' });
export const MigrationConnection = connectionOf(Migration, 'migrations');
export const MigrationListArgs = listArgsOf(MigrationFilter, orderOf('Migration', MigrationOrderField));

@InputType({ description: 'How far a migration is.' })
export class SetMigrationStatusInput {
  @Field({ description: 'Key of the product that goes.' })
  product!: string;
  @Field(() => MigrationStatus, { description: 'Where it is now.' })
  status!: Status;
  @Field(() => DateScalar, { nullable: true, description: 'Since which day; today where it is left out.' })
  on?: CalendarDate | null;
  @Field(() => [String], { nullable: true, description: 'What stands in the way; needed when it is blocked, and only then.' })
  blockers?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Note.' })
  note?: string | null;
  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number;
}

@ObjectType({ description: 'The status is kept.' })
export class SetMigrationStatusSuccess {
  @Field(() => Migration, { description: 'The migration.' })
  migration!: unknown;
}
export const SetMigrationStatusPayload = answerOf('setMigrationStatus', SetMigrationStatusSuccess, ChangedMeanwhileProblem);

@InputType({ description: 'Which plan is to apply.' })
export class PutPlanInForceInput {
  @Field(() => ID, { description: 'Global id of the plan.' })
  plan!: string;
  @Field(() => ID, { nullable: true, description: 'Global id of the plan in force that was read; left out where none was. Refused where another one has been put in force meanwhile.' })
  replaces?: string | null;
}

@ObjectType({ description: 'The plan applies.' })
export class PutPlanInForceSuccess {
  @Field(() => Plan, { description: 'The plan.' })
  plan!: unknown;
}
export const PutPlanInForcePayload = answerOf('putPlanInForce', PutPlanInForceSuccess, ChangedMeanwhileProblem);

@ObjectType({ description: 'What happens to one migration from one plan to another.' })
export class PlanItemChange {
  @Field({ description: 'Key of the product.' })
  productKey!: string;
  @Field({ description: 'Its name.' })
  productName!: string;
  @Field(() => PlanChangeKind, { description: 'What happens.' })
  kind!: PlanChangeKind;
  @Field(() => DateScalar, { nullable: true, description: 'First day in the one plan; null where it is not in it.' })
  fromStartsOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day in the other plan; null where it is not in it.' })
  toStartsOn!: string | null;
}

@ObjectType({ description: 'A plan in one row.' })
export class PlanSummary {
  @Field({ description: 'Scenario.' })
  name!: string;
  @Field({ description: 'What is proven: OPTIMAL, FEASIBLE, INFEASIBLE.' })
  status!: string;
  @Field(() => Float, { nullable: true, description: 'Worth in discounted euro cents; null without a plan.' })
  objective!: number | null;
  @Field(() => Float, { nullable: true, description: 'Proven gap, 0 to 1.' })
  gap01!: number | null;
  @Field(() => Int, { description: 'Migrations in it.' })
  items!: number;
  @Field(() => Float, { description: 'Points of goal contribution of all of them.' })
  value!: number;
  @Field(() => CentsScalar, { description: 'One-off and dual-running cost within the horizon, in euro cents.' })
  costCents!: number;
  @Field(() => CentsScalar, { description: 'Savings within the horizon, in euro cents.' })
  savingCents!: number;
  @Field(() => Float, { description: 'Person-days.' })
  effortDays!: number;
  @Field(() => Int, { nullable: true, description: 'Last period in which something starts; null for an empty plan.' })
  lastWave!: number | null;
  @Field(() => Int, { description: 'Migrations that differ from the first plan.' })
  changes!: number;
}

@ObjectType({ description: 'Two plans side by side.' })
export class PlanComparison {
  @Field(() => PlanSummary, { description: 'The one.' })
  before!: PlanSummary;
  @Field(() => PlanSummary, { description: 'The other.' })
  after!: PlanSummary;
  @Field(() => [PlanItemChange], { description: 'What moved, was added or dropped, by first day.' })
  changes!: PlanItemChange[];
}
export const ComparePlansPayload = answerOf('comparePlans', PlanComparison);
