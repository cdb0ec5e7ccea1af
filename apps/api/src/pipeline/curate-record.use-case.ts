// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Problem, Result } from '#kernel';
import { Curate, InventoryRepository, type Curation } from '../importing/index.js';
import { MatchTitles } from '../matching/index.js';
import { Transactions } from '../platform/database/transactions.js';

/** Sets fields by hand, and counts anew what depends on them. */
@Injectable()
export class CurateRecord {
  constructor(
    private readonly transactions: Transactions,
    private readonly inventory: InventoryRepository,
    private readonly curate: Curate,
    private readonly matchTitles: MatchTitles,
  ) {}

  async execute(curation: Curation, actorId: number, requestId?: string): Promise<Result<{ readonly id: number }, Problem>> {
    return this.transactions.run<{ id: number }, Problem>(async () => {
      if (curation.entity === 'Host') await this.inventory.takeMergingTurn();
      const done = await this.curate.execute(curation, actorId, requestId);
      if (done.ok && curation.entity === 'Host') await this.matchTitles.refreshCounts();
      return done;
    });
  }
}
