// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { ok, unwrap } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import { STANDINGS } from './compliance.queries.js';
import type { ComplianceSummary } from './compliance.types.js';

/** Counts the states of comply or explain. */
@Injectable()
export class ComplianceSummaries {
  constructor(private readonly transactions: Transactions) {}

  async summary(): Promise<ComplianceSummary> {
    const counted = await this.transactions.run<ComplianceSummary, never>(async () => {
      const of = (state: string) => `count(*) FILTER (WHERE t.state = '${state}')::int`;
      const [row] = await this.transactions.query<ComplianceSummary>(
        `SELECT (SELECT m1_reading FROM scoring_setting) AS reading, ${of('COMPLIES')} AS complies, ${of('PLANNED')} AS planned, ${of('EXEMPT')} AS exempt, ${of('WEIGHED')} AS weighed, ${of('OPEN')} AS open, count(*) FILTER (WHERE t.state = 'OPEN' AND t.is_accessory)::int AS "openAccessories",
           count(*) FILTER (WHERE t.is_recheck_due)::int AS "recheckDue" FROM ${STANDINGS} t`,
      );
      return ok(row!);
    });
    return unwrap(counted);
  }
}
