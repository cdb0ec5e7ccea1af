// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CalendarDate } from '#kernel';
import { MEASURES, type Measure as MeasureName } from '#planning';
import { answerOf, ChangedMeanwhileProblem } from '../../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../../platform/graphql/relay.js';
import { CountScalar, DateScalar, InstantScalar } from '../../platform/graphql/scalars.js';
import { Plan, Wave } from '../planning.types.js';

export const Measure = Object.fromEntries(MEASURES.map((name) => [name, name])) as { readonly [Name in MeasureName]: Name };
registerEnumType(Measure, {
  name: 'Measure',
  description:
    'Open-source share of products in use, of specialised procedures, of installations, of devices (everything on them), of what contracts cost in a year; published share of own software; number of products that need a decision.',
});

export enum TargetUnit {
  SHARE = 'SHARE',
  COUNT = 'COUNT',
}
registerEnumType(TargetUnit, { name: 'TargetUnit', description: 'A share of 0 to 1, to be at least the goal; a count, to be at most the goal.' });

export enum TargetStanding {
  REACHED = 'REACHED',
  NOT_REACHED = 'NOT_REACHED',
  UNCERTAIN = 'UNCERTAIN',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(TargetStanding, { name: 'TargetStanding', description: 'Whether the goal is met today: surely, surely not, depends on what nobody knows, or there is nothing to measure.' });

export enum TargetOutlook {
  ON_COURSE = 'ON_COURSE',
  OFF_COURSE = 'OFF_COURSE',
  UNCERTAIN = 'UNCERTAIN',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(TargetOutlook, { name: 'TargetOutlook', description: 'Whether the goal is met on its day by the plan in force (today, where its day has passed): surely, surely not, depends on what nobody knows, or there is nothing to measure.' });

@ObjectType({ description: 'A value to come: it holds from its day to the next one.' })
export class ForecastPoint {
  @Field(() => DateScalar, { description: 'Day from which it holds.' })
  on!: string;
  @Field(() => Float, { description: 'The least it can be.' })
  low!: number;
  @Field(() => Float, { description: 'The most it can be.' })
  high!: number;
}

@ObjectType({ implements: () => [Node], description: 'What was measured at an instant, and the forecast made then; never changed. It holds until the next one of its measure.' })
export class Measurement extends Node {
  @Field(() => Measure, { description: 'What is measured.' })
  measure!: MeasureName;
  @Field(() => InstantScalar, { description: 'When.' })
  measuredAt!: string;
  @Field(() => Float, { nullable: true, description: 'The least it can be: everything unknown counts against it. Null where there is nothing to measure.' })
  low!: number | null;
  @Field(() => Float, { nullable: true, description: 'The most it can be: everything unknown counts for it. Equal to low where everything is known.' })
  high!: number | null;
  @Field(() => CountScalar, { description: 'What is as it should be, in units of the measure: products, installations, devices, euro cents a year, own software.' })
  reached!: number;
  @Field(() => CountScalar, { description: 'What is not.' })
  missed!: number;
  @Field(() => CountScalar, { description: 'What may be either, because its license or product is not known.' })
  unknown!: number;
  @Field(() => CountScalar, { description: 'What may be either, because its name is not recognised yet: decide the match queue.' })
  unrecognised!: number;
  @Field(() => CountScalar, { description: 'Contracts without a known cost; they are in none of the other numbers, but in low and high.' })
  uncounted!: number;
  @Field(() => Plan, { nullable: true, description: 'The plan in force that the forecast follows; null where none was.' })
  plan!: unknown;
  @Field(() => [ForecastPoint], { description: 'How it goes on by that plan, by day; days without a change are left out.' })
  forecast!: ForecastPoint[];
}

@ObjectType({ description: 'What a target asked for until it was changed.' })
export class TargetVersion {
  @Field(() => Int, { description: 'From 1.' })
  revision!: number;
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => Float, { description: 'Goal.' })
  goal!: number;
  @Field(() => DateScalar, { description: 'Day by which.' })
  dueOn!: string;
  @Field(() => String, { nullable: true, description: 'Note; of a withdrawn target the reason.' })
  note!: string | null;
  @Field({ description: 'Whether it was withdrawn.' })
  isWithdrawn!: boolean;
  @Field({ description: 'Who set it.' })
  setBy!: string;
  @Field(() => InstantScalar, { description: 'When.' })
  setAt!: string;
}

@ObjectType({ implements: () => [Node], description: 'What the administration wants to reach by when (Fahrtziel), how far it is, and where the plan in force leads.' })
export class Target extends Node {
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => Measure, { description: 'What is measured.' })
  measure!: MeasureName;
  @Field(() => TargetUnit, { description: 'What the goal is.' })
  unit!: TargetUnit;
  @Field(() => Float, { description: 'A share of 0 to 1 that is to be reached, or a count that is not to be passed.' })
  goal!: number;
  @Field(() => DateScalar, { description: 'Day by which.' })
  dueOn!: string;
  @Field(() => String, { nullable: true, description: 'Note; of a withdrawn target the reason.' })
  note!: string | null;
  @Field(() => [String], { description: 'Principles of the memorandum that it serves.' })
  principles!: string[];
  @Field({ description: 'Whether it was withdrawn.' })
  isWithdrawn!: boolean;
  @Field(() => Int, { description: 'Grows with every change.' })
  revision!: number;
  @Field(() => InstantScalar, { description: 'When this version was set.' })
  setAt!: string;
  @Field(() => Measurement, { nullable: true, description: 'The newest measurement; null before the first.' })
  current!: unknown;
  @Field(() => Float, { nullable: true, description: 'What is missing to the goal at least; 0 where it may be met. Null where nothing is measured.' })
  leastGap!: number | null;
  @Field(() => Float, { nullable: true, description: 'What is missing to the goal at most; 0 where it is met. Null where nothing is measured.' })
  mostGap!: number | null;
  @Field(() => TargetStanding, { description: 'Whether the goal is met today.' })
  standing!: TargetStanding;
  @Field(() => TargetOutlook, { description: 'Whether it is met on its day by the plan in force.' })
  outlook!: TargetOutlook;
  @Field(() => Float, { nullable: true, description: 'The least the forecast says for its day (for today, where that has passed).' })
  dueLow!: number | null;
  @Field(() => Float, { nullable: true, description: 'The most the forecast says for that day.' })
  dueHigh!: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day on which the goal is surely met by the plan in force, today where it is; null: not by this plan.' })
  surelyReachedOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day on which it may be met; null: not by this plan.' })
  possiblyReachedOn!: string | null;
  @Field(() => [ForecastPoint], { description: 'How the measure goes on by the plan in force, by day; days without a change are left out.' })
  forecast!: ForecastPoint[];
  @Field(() => ForecastPoint, { nullable: true, description: 'The next day on which the measure changes by that plan; null where none does.' })
  nextStop!: ForecastPoint | null;
  @Field(() => Wave, { nullable: true, description: 'The next wave of the plan in force (Zwischenstopp); null without one to come.' })
  nextWave!: unknown;
  @Field(() => [Measurement], { description: 'Measurements, the newest first; each holds until the next. Also those from before the target was set.' })
  history!: Measurement[];
  @Field(() => [TargetVersion], { description: 'All that it has asked for, the oldest first.' })
  versions!: TargetVersion[];
}

@InputType({ description: 'Which targets.' })
export class TargetFilter {
  @Field(() => [Measure], { nullable: true, description: 'In one of these measures.' })
  measures?: MeasureName[];
  @Field(() => Boolean, { nullable: true, description: 'Only those withdrawn, or only those that hold.' })
  isWithdrawn?: boolean;
}

@InputType({ description: 'Which measurements.' })
export class MeasurementFilter {
  @Field(() => [Measure], { nullable: true, description: 'Of one of these measures.' })
  measures?: MeasureName[];
  @Field(() => DateScalar, { nullable: true, description: 'On this day or later.' })
  since?: string;
}

export const TargetOrderField = orderFieldsOf('Target', { DUE_ON: 'DUE_ON' });
export const MeasurementOrderField = orderFieldsOf('Measurement', { MEASURED_AT: 'MEASURED_AT' });
export const TargetConnection = connectionOf(Target, 'targets');
export const MeasurementConnection = connectionOf(Measurement, 'measurements');
export const TargetListArgs = listArgsOf(TargetFilter, orderOf('Target', TargetOrderField));
export const MeasurementListArgs = listArgsOf(MeasurementFilter, orderOf('Measurement', MeasurementOrderField));

@InputType({ description: 'A target.' })
export class SetTargetInput {
  @Field(() => Measure, { description: 'What is measured.' })
  measure!: MeasureName;
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => Float, { description: 'A share above 0 and at most 1; for OPEN_PRODUCTS a whole number from 0.' })
  goal!: number;
  @Field(() => DateScalar, { description: 'Day by which; not in the past.' })
  dueOn!: CalendarDate;
  @Field(() => String, { nullable: true, description: 'Note.' })
  note?: string | null;
}

@InputType({ description: 'What is different of a target; what is left out stays.' })
export class ChangeTargetInput {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number;
  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;
  @Field(() => Float, { nullable: true, description: 'Goal.' })
  goal?: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day by which; not in the past.' })
  dueOn?: CalendarDate | null;
  @Field(() => String, { nullable: true, description: 'Note; null: none.' })
  note?: string | null;
}

@InputType({ description: 'Which target is given up, and why.' })
export class WithdrawTargetInput {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number;
  @Field({ description: 'Why.' })
  reason!: string;
}

@ObjectType({ description: 'The target is kept.' })
export class TargetStored {
  @Field(() => Target, { description: 'The target.' })
  target!: unknown;
}

@ObjectType({ description: 'Everything is measured.' })
export class TargetsMeasured {
  @Field(() => Int, { description: 'Measures that have another value or forecast than before.' })
  changed!: number;
}

export const SetTargetPayload = answerOf('setTarget', TargetStored);
export const ChangeTargetPayload = answerOf('changeTarget', TargetStored, ChangedMeanwhileProblem);
export const WithdrawTargetPayload = answerOf('withdrawTarget', TargetStored, ChangedMeanwhileProblem);
