// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { localId } from '../platform/graphql/reading/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { ExemptionRepository } from './exemption.repository.js';
import { missingText } from './missing-text.js';

/** Takes an exemption back from today on; that it was granted stays on record. */
@Injectable()
export class RevokeExemption {
  constructor(
    private readonly transactions: Transactions,
    private readonly exemptions: ExemptionRepository,
    private readonly audit: AuditTrail,
  ) {}

  execute(globalId: string, reason: string, by: string, actorId: number, requestId?: string): Promise<Result<{ readonly exemptionId: number }, Problem>> {
    return this.transactions.run<{ exemptionId: number }, Problem>(async () => {
      const missing = missingText({ reason, revokedBy: by });
      if (missing) return err(missing);
      const id = localId('Exemption', globalId);
      const found = typeof id === 'number' ? await this.exemptions.find(id) : null;
      if (typeof id !== 'number' || !found) return err({ code: 'SCORING.NOT_FOUND', what: 'Exemption', id: globalId });
      if (found.revokedOn !== null) return err({ code: 'SCORING.EXEMPTION_REVOKED', id: globalId, revokedOn: found.revokedOn });
      const today = dateOfInstant(new Date());
      await this.exemptions.revoke(id, today, by.trim(), reason.trim());
      await this.audit.record({ actorId, operation: 'revokeExemption', entity: 'Exemption', entityId: id, after: { revokedOn: today, by, reason }, requestId });
      return ok({ exemptionId: id });
    });
  }
}
