// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Product, ProductFilter } from '../catalogue/index.js';
import { answerOf, ChangedMeanwhileProblem } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { DateScalar, InstantScalar } from '../platform/graphql/scalars.js';
import { Needs } from '../platform/permissions/needs.js';
import { Candidate } from './scoring.types.js';

export enum M1Reading {
  OSS_FIRST = 'OSS_FIRST',
  EQUAL_FOOTING = 'EQUAL_FOOTING',
}
registerEnumType(M1Reading, { name: 'M1Reading', description: 'How the administration reads M1: proprietary software needs an exemption, or both are weighed and the weighing is recorded.' });

export enum StandingState {
  COMPLIES = 'COMPLIES',
  PLANNED = 'PLANNED',
  EXEMPT = 'EXEMPT',
  WEIGHED = 'WEIGHED',
  OPEN = 'OPEN',
}
registerEnumType(StandingState, { name: 'StandingState', description: 'Comply or explain: open source, to be replaced by the plan in force, exempt, weighed (on equal footing only), or open: it needs a decision.' });

export enum ExemptionState {
  HOLDS = 'HOLDS',
  NOT_YET = 'NOT_YET',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}
registerEnumType(ExemptionState, { name: 'ExemptionState', description: 'Whether an exemption holds today.' });

// The filter of products belongs to the catalogue, which knows nothing of these states.
Field(() => [StandingState], { nullable: true, description: 'In use and in one of these states of comply or explain.' })(ProductFilter.prototype, 'standings');

@ObjectType({ implements: () => [Node], description: 'The written reason why software that is not open source stays, for a while.' })
export class Exemption extends Node {
  @Field(() => Product, { description: 'The product that stays.' })
  product!: unknown;
  @Field({ description: 'Why.' })
  reason!: string;
  @Field(() => String, { nullable: true, description: 'What shows it.' })
  evidence!: string | null;
  @Field({ description: 'Who approved it: a body or a position.' })
  approver!: string;
  @Field(() => DateScalar, { description: 'First day on which it holds.' })
  grantedOn!: string;
  @Field(() => DateScalar, { description: 'Last day on which it holds; after it the product is open again.' })
  expiresOn!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Day from which the reason has to be looked at again.' })
  recheckOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was taken back.' })
  revokedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Who took it back.' })
  revokedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  revokedReason!: string | null;
  @Field(() => ExemptionState, { description: 'Whether it holds today.' })
  state!: ExemptionState;
  @Field({ description: 'Whether it holds and its re-check is due.' })
  isRecheckDue!: boolean;
  @Field(() => InstantScalar, { description: 'When it was recorded.' })
  recordedAt!: string;
}

@Needs('scoring:read')
@ObjectType({ implements: () => [Node], description: 'The record that open and proprietary software were weighed.' })
export class Weighing extends Node {
  @Field({ description: 'Why the product stays.' })
  reason!: string;
  @Field({ description: 'Who weighed.' })
  weighedBy!: string;
  @Field(() => DateScalar, { description: 'When.' })
  weighedOn!: string;
}

@ObjectType({ implements: () => [Node], description: 'A product in use and the one state it is in. The open ones are the to-do list of the council.' })
export class ProductStanding extends Node {
  @Field(() => Product, { description: 'The product.' })
  product!: unknown;
  @Field(() => StandingState, { description: 'Its state today.' })
  state!: StandingState;
  @Field({ description: 'Whether nobody knows its license: it is then treated as not open source.' })
  isLicenseUnknown!: boolean;
  @Field({ description: 'Whether it comes and goes with hardware or other software: a component, driver, runtime or library without a contract of its own. No candidate, but not lost.' })
  isAccessory!: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'First day of the migration that replaces it by the plan in force.' })
  plannedOn!: string | null;
  @Field(() => Exemption, { nullable: true, description: 'The exemption that holds; of several the one that holds longest.' })
  exemption!: unknown;
  @Field(() => Exemption, { nullable: true, description: 'The exemption that held last and has expired.' })
  expiredExemption!: unknown;
  @Field({ description: 'Whether the reason of its exemption has to be looked at again.' })
  isRecheckDue!: boolean;
  @Field(() => Weighing, { nullable: true, description: 'The newest weighing.' })
  weighing!: unknown;
  @Field(() => Candidate, { nullable: true, description: 'Its score in the newest run.' })
  candidate!: unknown;
}

@ObjectType({ description: 'How many products are in which state.' })
export class ComplianceSummary {
  @Field(() => M1Reading, { description: 'The reading of M1 under which they are counted.' })
  reading!: M1Reading;
  @Field(() => Int, { description: 'Open source.' })
  complies!: number;
  @Field(() => Int, { description: 'To be replaced by the plan in force.' })
  planned!: number;
  @Field(() => Int, { description: 'With an exemption that holds.' })
  exempt!: number;
  @Field(() => Int, { description: 'Weighed.' })
  weighed!: number;
  @Field(() => Int, { description: 'In need of a decision.' })
  open!: number;
  @Field(() => Int, { description: 'Of the open ones those that are accessories: components, drivers, runtimes, libraries without a contract of their own.' })
  openAccessories!: number;
  @Field(() => Int, { description: 'Exempt, and the re-check is due.' })
  recheckDue!: number;
}

export const ExemptionOrderField = orderFieldsOf('Exemption', { EXPIRES_ON: 'EXPIRES_ON' });
export const ProductStandingOrderField = orderFieldsOf('ProductStanding', { INSTALLATIONS: 'INSTALLATIONS' });

@InputType({ description: 'Which exemptions.' })
export class ExemptionFilter {
  @Field(() => String, { nullable: true, description: 'Key of the product.' })
  product?: string;
  @Field(() => [ExemptionState], { nullable: true, description: 'One of these.' })
  states?: ExemptionState[];
  @Field(() => Boolean, { nullable: true, description: 'Only those whose re-check is due, or only the others.' })
  recheckDue?: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'Expires on this day or before.' })
  expiresUntil?: string;
}

@InputType({ description: 'Which products.' })
export class ProductStandingFilter {
  @Field(() => [StandingState], { nullable: true, description: 'One of these.' })
  states?: StandingState[];
  @Field(() => Boolean, { nullable: true, description: 'Only those whose re-check is due, or only the others.' })
  recheckDue?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Only those whose license nobody knows, or only the others.' })
  licenseUnknown?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Only accessories, or only the others.' })
  accessory?: boolean;
}

export const ExemptionConnection = connectionOf(Exemption, 'exemptions');
export const ProductStandingConnection = connectionOf(ProductStanding, 'products');
export const ExemptionListArgs = listArgsOf(ExemptionFilter, orderOf('Exemption', ExemptionOrderField));
export const ProductStandingListArgs = listArgsOf(ProductStandingFilter, orderOf('ProductStanding', ProductStandingOrderField));

@InputType({ description: 'An exemption.' })
export class GrantExemptionInput {
  @Field({ description: 'Key of the product.' })
  product!: string;
  @Field({ description: 'Why it stays.' })
  reason!: string;
  @Field(() => String, { nullable: true, description: 'What shows it.' })
  evidence?: string;
  @Field({ description: 'Who approved it: a body or a position.' })
  approver!: string;
  @Field(() => DateScalar, { nullable: true, description: 'First day; today where it is left out.' })
  grantedOn?: string;
  @Field(() => DateScalar, { description: 'Last day.' })
  expiresOn!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Day from which the reason has to be looked at again.' })
  recheckOn?: string;
}

@InputType({ description: 'Which exemption is taken back, and why.' })
export class RevokeExemptionInput {
  @Field(() => ID, { description: 'Global id of the exemption.' })
  id!: string;
  @Field({ description: 'Why.' })
  reason!: string;
  @Field({ description: 'Who takes it back.' })
  revokedBy!: string;
}

@InputType({ description: 'A weighing.' })
export class RecordWeighingInput {
  @Field({ description: 'Key of the product.' })
  product!: string;
  @Field({ description: 'Why it stays.' })
  reason!: string;
  @Field({ description: 'Who weighed.' })
  weighedBy!: string;
  @Field(() => DateScalar, { nullable: true, description: 'When; today where it is left out.' })
  weighedOn?: string;
}

@InputType({ description: 'The reading of M1.' })
export class SetM1ReadingInput {
  @Field(() => M1Reading, { description: 'The reading.' })
  reading!: M1Reading;
  @Field(() => M1Reading, { description: 'The reading that was read, and that it replaces. Refused where another one holds meanwhile.' })
  replaces!: M1Reading;
}

@ObjectType({ description: 'The register has it.' })
export class ExemptionStored {
  @Field(() => Exemption, { description: 'The exemption.' })
  exemption!: unknown;
}

@ObjectType({ description: 'The weighing is on record.' })
export class WeighingStored {
  @Field(() => ProductStanding, { nullable: true, description: 'The product and its state; null where it is not in use.' })
  standing!: unknown;
}

@ObjectType({ description: 'The reading is set.' })
export class M1ReadingSet {
  @Field(() => M1Reading, { description: 'The reading that holds from now on.' })
  reading!: M1Reading;
}

export const GrantExemptionPayload = answerOf('grantExemption', ExemptionStored);
export const RevokeExemptionPayload = answerOf('revokeExemption', ExemptionStored);
export const RecordWeighingPayload = answerOf('recordWeighing', WeighingStored);
export const SetM1ReadingPayload = answerOf('setM1Reading', M1ReadingSet, ChangedMeanwhileProblem);
