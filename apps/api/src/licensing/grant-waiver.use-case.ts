// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type Problem, type Result } from '#kernel';
import { answerLicense } from '#licensing';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { FindPolicy } from './find-policy.use-case.js';
import { holdsNul } from './holds-nul.js';
import { PolicyRepository, type NewWaiver } from './policy.repository.js';

const LONGEST_TEXT = 2_000;

/** Lets a component pass a policy until a day, although its rules do not. */
@Injectable()
export class GrantWaiver {
  constructor(
    private readonly transactions: Transactions,
    private readonly find: FindPolicy,
    private readonly policies: PolicyRepository,
    private readonly audit: AuditTrail,
  ) {}

  execute(asked: NewWaiver, actorId: number, requestId?: string): Promise<Result<{ readonly waiverId: number }, Problem>> {
    return this.transactions.run<{ waiverId: number }, Problem>(async () => {
      if (holdsNul(asked)) return err({ code: 'LICENSING.NOT_TEXT', path: 'input' });
      const policy = await this.find.execute({ name: asked.policy });
      if (!policy.ok) return policy;
      const waiver = trimmed(asked);
      for (const path of ['component', 'author', 'reason'] as const) {
        if (waiver[path] === '' || waiver[path].length > LONGEST_TEXT) return err({ code: 'LICENSING.WAIVER_TEXT', path, most: LONGEST_TEXT });
      }
      const today = dateOfInstant(new Date());
      if (waiver.expiresOn < today) return err({ code: 'LICENSING.WAIVER_EXPIRED', path: 'expiresOn', expiresOn: waiver.expiresOn, today });
      const waiverId = await this.policies.addWaiver(waiver);
      await this.audit.record({ actorId, operation: 'grantWaiver', entity: 'LicenseWaiver', entityId: waiverId, after: waiver, requestId });
      return ok({ waiverId });
    });
  }
}

/** The license as a check prints it, so that the two can be compared. */
function trimmed({ license, ...waiver }: NewWaiver): NewWaiver {
  const text = license?.trim() ?? '';
  return {
    ...waiver,
    component: waiver.component.trim(),
    author: waiver.author.trim(),
    reason: waiver.reason.trim(),
    ...(text === '' ? {} : { license: answerLicense(text).expression ?? text }),
  };
}
