// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { ExemptionRepository } from './exemption.repository.js';
import { missingText } from './missing-text.js';

/** What an exemption is asked for with. */
export interface ExemptionOrder {
  readonly product: string;
  readonly reason: string;
  readonly evidence: string | null;
  readonly approver: string;
  readonly grantedOn: CalendarDate | null;
  readonly expiresOn: CalendarDate;
  readonly recheckOn: CalendarDate | null;
}

/** Grants an exemption: the written reason why a product that is not open source stays for a while. */
@Injectable()
export class GrantExemption {
  constructor(
    private readonly transactions: Transactions,
    private readonly exemptions: ExemptionRepository,
    private readonly audit: AuditTrail,
  ) {}

  execute(order: ExemptionOrder, actorId: number, requestId?: string): Promise<Result<{ readonly exemptionId: number }, Problem>> {
    return this.transactions.run<{ exemptionId: number }, Problem>(async () => {
      const grantedOn = order.grantedOn ?? dateOfInstant(new Date());
      const { expiresOn, recheckOn } = order;
      const missing = missingText({ reason: order.reason, approver: order.approver }, [order.evidence]);
      if (missing) return err(missing);
      if (expiresOn < grantedOn) return err({ code: 'SCORING.EXEMPTION_ENDS_BEFORE', grantedOn, expiresOn });
      if (recheckOn !== null && (recheckOn < grantedOn || recheckOn > expiresOn)) return err({ code: 'SCORING.RECHECK_OUTSIDE', recheckOn, grantedOn, expiresOn });
      const product = await this.exemptions.product(order.product);
      if (!product) return err({ code: 'SCORING.NOT_FOUND', what: 'Product', id: order.product });
      if (product.isGone) return err({ code: 'SCORING.PRODUCT_GONE', product: order.product });
      if (product.verdict === 'ALLOWED') return err({ code: 'SCORING.EXEMPTION_NOT_NEEDED', product: order.product });
      const granted = { productId: product.id, reason: order.reason.trim(), evidence: order.evidence?.trim() || null, approver: order.approver.trim(), grantedOn, expiresOn, recheckOn };
      const { id, isNew } = await this.exemptions.grant(granted);
      if (isNew) await this.audit.record({ actorId, operation: 'grantExemption', entity: 'Exemption', entityId: id, after: { ...granted, product: order.product }, requestId });
      return ok({ exemptionId: id });
    });
  }
}
