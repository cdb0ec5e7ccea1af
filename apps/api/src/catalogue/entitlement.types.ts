// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { answerOf, ChangedMeanwhileProblem } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { CentsScalar, DateScalar } from '../platform/graphql/scalars.js';
import { Contract, Product } from './catalogue.types.js';
import { LicenseMetric } from './license-position.types.js';

const REVISION = { nullable: true, description: 'The revision that was read and is replaced; left out for a new one. Refused where somebody else has changed it meanwhile.' };

@ObjectType({ implements: () => [Node], description: 'So many rights of use of a product, in one metric.' })
export class Entitlement extends Node {
  @Field({ description: 'Number by which it is known.' })
  number!: string;
  @Field(() => Product, { description: 'Of which product.' })
  product!: unknown;
  @Field(() => Contract, { nullable: true, description: 'Under which contract.' })
  contract!: unknown;
  @Field(() => LicenseMetric, { description: 'What is counted.' })
  metric!: string;
  @Field(() => Int, { nullable: true, description: 'How many; null where nobody knows, and for SITE.' })
  quantity!: number | null;
  @Field(() => String, { nullable: true, description: 'Site that a SITE license covers; null: everywhere.' })
  site!: string | null;
  @Field(() => String, { nullable: true, description: 'Highest version it covers, lower ones included; null: every version (upgrade right).' })
  upToVersion!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: no end.' })
  validUntil!: string | null;
  @Field(() => CentsScalar, { nullable: true, description: 'Price of one right in euro cents; null where not known.' })
  unitCostCents!: number | null;
  @Field(() => Int, { description: 'Grows with every change.' })
  revision!: number;
}

@ObjectType({ description: 'What somebody counted of a product’s use.' })
export class UsageCount {
  @Field(() => Product, { description: 'Of which product.' })
  product!: unknown;
  @Field(() => LicenseMetric, { description: 'What was counted.' })
  metric!: string;
  @Field(() => String, { nullable: true, description: 'Of which version; null: not told apart.' })
  version!: string | null;
  @Field(() => String, { nullable: true, description: 'At which site; null: everywhere.' })
  site!: string | null;
  @Field(() => Int, { description: 'How many.' })
  quantity!: number;
  @Field(() => DateScalar, { description: 'When.' })
  countedOn!: string;
  @Field({ description: 'By whom.' })
  author!: string;
  @Field(() => Int, { description: 'Grows with every change.' })
  revision!: number;
}

@ObjectType({ description: 'A day on which somebody is to be warned that the last day for notice comes up.' })
export class NoticeWarning {
  @Field(() => Contract, { description: 'The contract.' })
  contract!: unknown;
  @Field(() => DateScalar, { description: 'The day of the warning.' })
  warnOn!: string;
  @Field(() => Int, { description: 'How many days before the last day for notice: 180, 90 or 30.' })
  daysBefore!: number;
  @Field({ description: 'Whether the day has come.' })
  isDue!: boolean;
  @Field(() => DateScalar, { description: 'Last day on which notice can be received.' })
  noticeBy!: string;
  @Field(() => DateScalar, { description: 'Last day of the contract if notice is given in time.' })
  endsOn!: string;
}

@InputType({ description: 'A contract as a whole: what is left out is not known.' })
export class UpsertContractInput {
  @Field({ description: 'Contract number; the contract with it is replaced.' })
  number!: string;
  @Field(() => Int, REVISION)
  revision?: number | null;
  @Field(() => String, { nullable: true, description: 'Key of the product.' })
  product?: string | null;
  @Field(() => String, { nullable: true, description: 'Key of the vendor.' })
  vendor?: string | null;
  @Field(() => String, { nullable: true, description: 'Key of the organisational unit that pays.' })
  department?: string | null;
  @Field(() => LicenseMetric, { description: 'What is counted.' })
  metric!: string;
  @Field(() => Int, { nullable: true, description: 'Quantity in units of the metric.' })
  seats?: number | null;
  @Field(() => CentsScalar, { nullable: true, description: 'Cost per year in euro cents.' })
  costPerYearCents?: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startsOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the first term; left out for an unlimited contract.' })
  endsOn?: string | null;
  @Field(() => Int, { nullable: true, description: 'Notice period in months; left out where nobody knows it, which is not the same as 0.' })
  noticePeriodMonths?: number | null;
  @Field(() => Int, { nullable: true, description: 'Notice period in days, where it is not in months.' })
  noticePeriodDays?: number | null;
  @Field(() => Int, { nullable: true, description: 'Months by which it renews itself; left out where it just ends.' })
  renewalMonths?: number | null;
}

@InputType({ description: 'A right of use as a whole: what is left out is not known.' })
export class UpsertEntitlementInput {
  @Field({ description: 'Number by which it is known; the one with it is replaced.' })
  number!: string;
  @Field(() => Int, REVISION)
  revision?: number | null;
  @Field({ description: 'Key of the product.' })
  product!: string;
  @Field(() => String, { nullable: true, description: 'Number of the contract under which it was bought; the contract’s own seats are then not counted beside it.' })
  contract?: string | null;
  @Field(() => LicenseMetric, { description: 'What is counted.' })
  metric!: string;
  @Field(() => Int, { nullable: true, description: 'How many; left out where nobody knows, and for SITE.' })
  quantity?: number | null;
  @Field(() => String, { nullable: true, description: 'Site that a SITE license covers; left out: everywhere.' })
  site?: string | null;
  @Field(() => String, { nullable: true, description: 'Highest version it covers; left out: every version.' })
  upToVersion?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  validFrom?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  validUntil?: string | null;
  @Field(() => CentsScalar, { nullable: true, description: 'Price of one right in euro cents.' })
  unitCostCents?: number | null;
}

@InputType({ description: 'What somebody counted of a product’s use.' })
export class RecordUsageCountInput {
  @Field({ description: 'Key of the product.' })
  product!: string;
  @Field(() => LicenseMetric, { description: 'What was counted; not SITE.' })
  metric!: string;
  @Field(() => Int, { description: 'How many.' })
  quantity!: number;
  @Field(() => String, { nullable: true, description: 'Of which version; left out: not told apart.' })
  version?: string | null;
  @Field(() => String, { nullable: true, description: 'At which site.' })
  site?: string | null;
  @Field(() => DateScalar, { description: 'When.' })
  countedOn!: string;
  @Field({ description: 'By whom.' })
  author!: string;
  @Field(() => Int, REVISION)
  revision?: number | null;
}

@InputType({ description: 'Something to take away.' })
export class RemoveByNumberInput {
  @Field({ description: 'Its number.' })
  number!: string;
  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number;
}

@ObjectType({ description: 'The contract is stored.' })
export class ContractStored {
  @Field(() => Contract, { description: 'The contract as it is now.' })
  contract!: unknown;
}

@ObjectType({ description: 'The right is stored.' })
export class EntitlementStored {
  @Field(() => Entitlement, { description: 'The right as it is now.' })
  entitlement!: unknown;
}

@ObjectType({ description: 'The count is stored.' })
export class UsageCountStored {
  @Field(() => UsageCount, { description: 'The count as it is now.' })
  count!: unknown;
}

@ObjectType({ description: 'It was taken away.' })
export class RemovedByNumber {
  @Field({ description: 'The number it had.' })
  number!: string;
}

@InputType({ description: 'Which rights of use.' })
export class EntitlementFilter {
  @Field(() => String, { nullable: true, description: 'Key of the product.' })
  product?: string;
  @Field(() => String, { nullable: true, description: 'Number of the contract.' })
  contract?: string;
  @Field(() => [LicenseMetric], { nullable: true, description: 'One of these metrics.' })
  metrics?: string[];
}

@InputType({ description: 'Which counts.' })
export class UsageCountFilter {
  @Field(() => String, { nullable: true, description: 'Key of the product.' })
  product?: string;
}

@InputType({ description: 'Which warnings.' })
export class NoticeWarningFilter {
  @Field(() => Boolean, { nullable: true, description: 'Whether the day of the warning has come.' })
  isDue?: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'Warned of on or before this day.' })
  warnUntil?: string;
  @Field(() => Int, { nullable: true, description: '180, 90 or 30.' })
  daysBefore?: number;
  @Field(() => String, { nullable: true, description: 'Key of the product.' })
  product?: string;
}

export const EntitlementOrderField = orderFieldsOf('Entitlement', { NUMBER: 'NUMBER', VALID_UNTIL: 'VALID_UNTIL' });
export const UsageCountOrderField = orderFieldsOf('UsageCount', { COUNTED_ON: 'COUNTED_ON' });
export const NoticeWarningOrderField = orderFieldsOf('NoticeWarning', { WARN_ON: 'WARN_ON', NOTICE_BY: 'NOTICE_BY' });
export const EntitlementConnection = connectionOf(Entitlement, 'entitlements');
export const UsageCountConnection = connectionOf(UsageCount, 'counts');
export const NoticeWarningConnection = connectionOf(NoticeWarning, 'warnings');
export const EntitlementListArgs = listArgsOf(EntitlementFilter, orderOf('Entitlement', EntitlementOrderField));
export const UsageCountListArgs = listArgsOf(UsageCountFilter, orderOf('UsageCount', UsageCountOrderField));
export const NoticeWarningListArgs = listArgsOf(NoticeWarningFilter, orderOf('NoticeWarning', NoticeWarningOrderField));
export const UpsertContractPayload = answerOf('upsertContract', ContractStored, ChangedMeanwhileProblem);
export const UpsertEntitlementPayload = answerOf('upsertEntitlement', EntitlementStored, ChangedMeanwhileProblem);
export const RecordUsageCountPayload = answerOf('recordUsageCount', UsageCountStored, ChangedMeanwhileProblem);
export const RemoveContractPayload = answerOf('removeContract', RemovedByNumber, ChangedMeanwhileProblem);
export const RemoveEntitlementPayload = answerOf('removeEntitlement', RemovedByNumber, ChangedMeanwhileProblem);
