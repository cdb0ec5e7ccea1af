// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { CalendarDate } from '#kernel';
import { DateScalar } from '../platform/graphql/scalars.js';
import { ProblemError } from '../platform/problem-error.js';
import { Needs } from '../platform/permissions/needs.js';
import { ComputeLicensePositions } from './compute-license-positions.use-case.js';
import * as t from './license-position.types.js';

const MOST_POSITIONS = 1_000;

@Resolver(() => t.LicenseBalance)
export class LicensePositionResolver {
  constructor(private readonly compute: ComputeLicensePositions) {}

  @Needs('contracts:read')
  @Query(() => t.LicenseBalance, { description: 'What was bought against what is used: too few rights first, then unused ones, the dearest first.' })
  licensePositions(
    @Args('filter', { type: () => t.LicensePositionFilter, nullable: true, description: 'Only positions that meet all of this.' }) filter: t.LicensePositionFilter | null,
    @Args('on', { type: () => DateScalar, nullable: true, description: 'On which day rights have to be valid; today unless given.' }) on: string | null,
  ): Promise<t.LicenseBalance> {
    return this.compute.execute(filter ?? {}, on as CalendarDate | null);
  }

  @ResolveField('positions', () => [t.LicensePosition], { description: 'The positions.' })
  positions(
    @Parent() balance: t.LicenseBalance,
    @Args('first', { type: () => Int, defaultValue: 100, description: 'At most so many; up to 1,000.' }) first: number,
    @Args('skip', { type: () => Int, defaultValue: 0, description: 'Leaves out so many at the start.' }) skip: number,
  ): readonly t.LicensePosition[] {
    const [argument, value] = first < 0 || first > MOST_POSITIONS ? ['first', first] : ['skip', skip];
    if (first < 0 || first > MOST_POSITIONS || skip < 0) throw new ProblemError({ code: 'PLATFORM.PAGE_SIZE_OUT_OF_RANGE', argument, value, most: MOST_POSITIONS });
    return balance.allPositions.slice(skip, skip + first);
  }
}
