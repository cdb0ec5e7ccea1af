// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CalendarDate } from '#kernel';
import type { MetricName, MetricPosition } from '#licensing';
import { CentsScalar, DateScalar } from '../platform/graphql/scalars.js';

export const LicenseMetric = { DEVICE: 'DEVICE', NAMED_USER: 'NAMED_USER', CONCURRENT_USER: 'CONCURRENT_USER', CORE: 'CORE', SERVER: 'SERVER', SUBSCRIPTION: 'SUBSCRIPTION', SITE: 'SITE' } as const satisfies Record<MetricName, MetricName>;
registerEnumType(LicenseMetric, { name: 'LicenseMetric', description: 'What rights of use are counted in. SITE covers every use at its site and has no number.' });

export const LicenseStanding = { BALANCED: 'BALANCED', UNDER: 'UNDER', OVER: 'OVER', UNKNOWN: 'UNKNOWN' } as const satisfies Record<MetricPosition['status'], MetricPosition['status']>;
registerEnumType(LicenseStanding, { name: 'LicenseStanding', description: 'As many rights as uses, too few, more than needed, or not known.' });

@ObjectType({ description: 'What was bought of a product against what is used of it, in one metric.' })
export class LicensePosition {
  @Field(() => ID, { description: 'Global id of the product.' })
  productId!: string;
  @Field({ description: 'Key of the product.' })
  productKey!: string;
  @Field({ description: 'Name of the product.' })
  productName!: string;
  @Field(() => LicenseMetric, { description: 'What is counted.' })
  metric!: MetricName;
  @Field(() => Int, { nullable: true, description: 'Rights valid on the day; null where they are countless, or nobody knows how many there are.' })
  entitledSeats!: number | null;
  @Field({ description: 'Whether a site license covers every use, so that there is no number.' })
  isCountless!: boolean;
  @Field(() => Int, { nullable: true, description: 'Units in use; null where a part of them was not counted.' })
  usedSeats!: number | null;
  @Field(() => Int, { nullable: true, description: 'Units in use that no right covers; at least so many where `usedSeats` is null; null where no right was entered at all.' })
  underSeats!: number | null;
  @Field(() => CentsScalar, { nullable: true, description: 'What the missing rights would cost, at the dearest known price; null where that is not known.' })
  underCents!: number | null;
  @Field(() => Int, { nullable: true, description: 'Rights that nobody uses; null where not known.' })
  unusedSeats!: number | null;
  @Field(() => CentsScalar, { nullable: true, description: 'What the unused rights cost; null where not known.' })
  unusedCents!: number | null;
  @Field(() => LicenseStanding, { description: 'Standing.' })
  status!: MetricPosition['status'];
}

@ObjectType({ description: 'License positions on a day.' })
export class LicenseBalance {
  @Field(() => DateScalar, { description: 'The day: rights outside their term on it do not count. Uses are those known today.' })
  on!: CalendarDate;
  @Field(() => Int, { description: 'Positions that meet the filter.' })
  totalCount!: number;
  @Field(() => Int, { description: 'Positions of which it is not known whether the rights suffice.' })
  unknownCount!: number;
  @Field(() => CentsScalar, { description: 'What missing rights would cost, as far as known.' })
  underCents!: number;
  @Field(() => CentsScalar, { description: 'What unused rights cost, as far as known.' })
  unusedCents!: number;
  /** All of them; the interface shows a part. */
  allPositions!: readonly LicensePosition[];
}

@InputType({ description: 'Which license positions.' })
export class LicensePositionFilter {
  @Field(() => [String], { nullable: true, description: 'Keys of products; all with rights unless given. Products named here are shown even where no right was entered.' })
  products?: string[] | null;
  @Field(() => [LicenseStanding], { nullable: true, description: 'One of these standings.' })
  statuses?: MetricPosition['status'][] | null;
  @Field(() => [LicenseMetric], { nullable: true, description: 'One of these metrics.' })
  metrics?: string[] | null;
}
