// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import type { M1Reading } from '#scoring';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { ExemptionRepository } from './exemption.repository.js';
import { missingText } from './missing-text.js';

/** How the administration reads M1: open source first, or both on equal footing with the weighing on record. */
@Injectable()
export class ReadM1 {
  constructor(
    private readonly transactions: Transactions,
    private readonly exemptions: ExemptionRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Sets the reading in place of the one that was read; the one that holds anyway changes nothing. */
  set(reading: M1Reading, replaces: M1Reading, actorId: number, requestId?: string): Promise<Result<{ readonly reading: M1Reading }, Problem>> {
    return this.transactions.run<{ reading: M1Reading }, Problem>(async () => {
      const before = await this.exemptions.reading();
      if (before === reading) return ok({ reading });
      if (before !== replaces) return err(await this.audit.changedMeanwhile({ entity: 'ScoringSetting', entityId: 'm1Reading', name: 'm1Reading', path: 'replaces', given: replaces, current: before, replaced: 0 }));
      await this.exemptions.setReading(reading);
      await this.audit.record({ actorId, operation: 'setM1Reading', entity: 'ScoringSetting', entityId: 'm1Reading', before, after: reading, requestId });
      return ok({ reading });
    });
  }

  /** Records that open and proprietary software were weighed for a product, and why it stays. */
  weigh(product: string, reason: string, by: string, on: CalendarDate | null, actorId: number, requestId?: string): Promise<Result<{ readonly productId: number }, Problem>> {
    return this.transactions.run<{ productId: number }, Problem>(async () => {
      const missing = missingText({ reason, weighedBy: by });
      if (missing) return err(missing);
      const today = dateOfInstant(new Date());
      const weighedOn = on ?? today;
      if (weighedOn > today) return err({ code: 'SCORING.WEIGHED_LATER', weighedOn, today });
      const found = await this.exemptions.product(product);
      if (!found) return err({ code: 'SCORING.NOT_FOUND', what: 'Product', id: product });
      if (found.verdict === 'ALLOWED') return err({ code: 'SCORING.EXEMPTION_NOT_NEEDED', product });
      const id = await this.exemptions.weigh(found.id, reason.trim(), by.trim(), weighedOn);
      await this.audit.record({ actorId, operation: 'recordWeighing', entity: 'Weighing', entityId: id, after: { product, reason, by, weighedOn }, requestId });
      return ok({ productId: found.id });
    });
  }
}
