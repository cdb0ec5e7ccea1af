// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Problem, Result } from '#kernel';
import { draftProblem, LicenseMetric, unitProblem, type DraftFields, type UnitFields } from '../catalogue/index.js';
import { Curate, CurationRepository, InventoryRepository, type CheckRecord, type Curation } from '../importing/index.js';
import { MatchTitles } from '../matching/index.js';
import { Transactions } from '../platform/database/transactions.js';

/** Sets fields by hand, and counts anew what depends on them. */
@Injectable()
export class CurateRecord {
  constructor(
    private readonly transactions: Transactions,
    private readonly inventory: InventoryRepository,
    private readonly curate: Curate,
    private readonly curation: CurationRepository,
    private readonly matchTitles: MatchTitles,
  ) {}

  /** What a record may not say, whoever says it. */
  private readonly checks: Readonly<Record<Curation['entity'], CheckRecord>> = {
    Host: () => null,
    Contract: (record) => draftProblem(record as DraftFields) ?? metricProblem(record['metric']),
    Department: async (record) => {
      const problem = unitProblem(record as UnitFields);
      if (problem) return problem;
      const [id, parent] = [record['id'] as number, record['parent'] as number | null];
      return parent !== null && (await this.curation.isWithin(parent, id)) ? { code: 'CATALOGUE.PARENT_BELOW', path: 'parent' } : null;
    },
  };

  async execute(curation: Curation, actorId: number, requestId?: string): Promise<Result<{ readonly id: number }, Problem>> {
    return this.transactions.run<{ id: number }, Problem>(async () => {
      if (curation.entity === 'Host') await this.inventory.takeMergingTurn();
      if (curation.entity === 'Department' && curation.fields['parent'] !== undefined) await this.curation.takeMovingTurn();
      const done = await this.curate.execute(curation, this.checks[curation.entity], actorId, requestId);
      if (done.ok && curation.entity === 'Host') await this.matchTitles.refreshCounts();
      return done;
    });
  }
}

function metricProblem(metric: unknown): Problem | null {
  const known: readonly unknown[] = Object.values(LicenseMetric);
  return known.includes(metric) ? null : { code: 'CATALOGUE.METRIC_UNKNOWN', path: 'metric', value: String(metric ?? ''), possible: known.join(', ') };
}
