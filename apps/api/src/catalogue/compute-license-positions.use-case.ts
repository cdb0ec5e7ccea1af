// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, ok, unwrap, type CalendarDate } from '#kernel';
import { licensePosition, measuredUses, type MetricName, type MetricPosition } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';
import type { LicenseBalance, LicensePosition, LicensePositionFilter } from './license-position.types.js';
import { LicensePositionRepository, type PositionFacts } from './license-position.repository.js';

const STANDING = ['UNDER', 'OVER', 'UNKNOWN', 'BALANCED'];

/** Sets what was bought against what is used, product by product and metric by metric, on a day; nothing is stored. */
@Injectable()
export class ComputeLicensePositions {
  constructor(
    private readonly transactions: Transactions,
    private readonly positions: LicensePositionRepository,
  ) {}

  async execute(filter: LicensePositionFilter, day: CalendarDate | null): Promise<LicenseBalance> {
    const on = day ?? dateOfInstant(new Date());
    const facts = unwrap(await this.transactions.run(async () => ok(await this.positions.facts(filter.products ?? null))));
    const all = facts
      .flatMap((one) => licensePosition(one.rights, measuredUses(one.rights, one.observed), on).map((position) => presented(one, position)))
      .filter(({ status, metric }) => (filter.statuses?.includes(status) ?? true) && (filter.metrics?.includes(metric) ?? true));
    all.sort((a, b) => STANDING.indexOf(a.status) - STANDING.indexOf(b.status) || amountOf(b) - amountOf(a) || (a.productKey < b.productKey ? -1 : 1));
    return { on, totalCount: all.length, underCents: sumOf(all, 'underCents'), unusedCents: sumOf(all, 'unusedCents'), unknownCount: all.filter(({ status }) => status === 'UNKNOWN').length, allPositions: all };
  }
}

/** Where nothing was entered as bought, nobody knows what is missing: freeware needs no right, and a contract may lie in a drawer. */
function presented({ productId, productKey, productName, rights }: PositionFacts, { metric, ownedSeats, ...position }: MetricPosition): LicensePosition {
  const name = { productId: `Product:${productId}`, productKey, productName, metric: metric.toUpperCase().replaceAll('-', '_') as MetricName };
  if (rights.length > 0) return { ...name, ...position, entitledSeats: ownedSeats, isCountless: metric === 'site' };
  return { ...name, entitledSeats: null, isCountless: false, usedSeats: position.usedSeats, underSeats: null, unusedSeats: null, underCents: null, unusedCents: null, status: 'UNKNOWN' };
}

function amountOf({ underCents, unusedCents }: LicensePosition): number {
  return underCents || unusedCents || 0;
}

/** Sum of what is known. */
function sumOf(positions: readonly LicensePosition[], name: 'underCents' | 'unusedCents'): number {
  return positions.reduce((sum, position) => sum + (position[name] ?? 0), 0);
}
