// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { PolicyRepository } from './policy.repository.js';

/** Ends a waiver before its day; it stays to be seen. */
@Injectable()
export class RevokeWaiver {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: PolicyRepository,
    private readonly audit: AuditTrail,
  ) {}

  execute(waiverId: number, actorId: number, requestId?: string): Promise<Result<{ readonly waiverId: number }, Problem>> {
    return this.transactions.run<{ waiverId: number }, Problem>(async () => {
      const before = await this.policies.waiver(waiverId);
      if (!before) return err({ code: 'LICENSING.NOT_FOUND', what: 'LicenseWaiver', id: `LicenseWaiver:${waiverId}`, known: '–' });
      if (before.isRevoked) return ok({ waiverId });
      await this.policies.revokeWaiver(waiverId);
      await this.audit.record({ actorId, operation: 'revokeWaiver', entity: 'LicenseWaiver', entityId: waiverId, before, after: { ...before, isRevoked: true }, requestId });
      return ok({ waiverId });
    });
  }
}
