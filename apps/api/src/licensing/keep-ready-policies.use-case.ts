// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { ok, unwrap } from '#kernel';
import { readyPolicies } from '#licensing';
import { AuditTrail, SYSTEM_ACTOR_ID } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { PolicyRepository } from './policy.repository.js';

/** Sees to it that the policies that come with the program are stored; versions that are there already stay as they are. */
@Injectable()
export class KeepReadyPolicies {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: PolicyRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute(): Promise<void> {
    unwrap(
      await this.transactions.run(async () => {
        await this.policies.lock();
        for (const policy of Object.values(readyPolicies)) {
          if (await this.policies.find(policy.name, policy.version)) continue;
          const id = await this.policies.add(policy, true, SYSTEM_ACTOR_ID);
          await this.audit.record({ actorId: SYSTEM_ACTOR_ID, operation: 'createPolicyVersion', entity: 'LicensePolicy', entityId: id, after: policy });
        }
        return ok(null);
      }),
    );
  }
}
