// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { checkPolicy, readyPolicies, type LicensePolicy } from '#licensing';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { holdsNul } from './holds-nul.js';
import { PolicyRepository } from './policy.repository.js';

/** A policy as a person wrote it, and the version it was written from. */
export interface PolicyDraft extends Omit<LicensePolicy, 'version' | 'waivers'> {
  /** The newest version when the draft was begun; null for a new policy. */
  readonly replaces: string | null;
}

/** Stores a draft as the next version of its policy; what is stored is never changed. */
@Injectable()
export class CreatePolicyVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: PolicyRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns id of the new version; or every problem with the draft, or that somebody else was faster */
  execute({ replaces, ...draft }: PolicyDraft, actorId: number, requestId?: string): Promise<Result<{ readonly policyId: number }, readonly Problem[]>> {
    return this.transactions.run<{ policyId: number }, readonly Problem[]>(async () => {
      if (Object.hasOwn(readyPolicies, draft.name)) return err([{ code: 'LICENSING.POLICY_IS_READY', path: 'name', name: draft.name }]);
      if (holdsNul(draft)) return err([{ code: 'LICENSING.NOT_TEXT', path: 'rules' }]);
      await this.policies.lock();
      const stored = (await this.policies.versions()).find(({ name }) => name === draft.name);
      const newest = stored?.version ?? 0;
      if (String(newest) !== (replaces ?? '0')) return err([await this.audit.changedMeanwhile({ entity: 'LicensePolicy', entityId: stored?.id ?? '', name: draft.name, path: 'replaces', given: replaces, current: newest || null })]);
      const checked = checkPolicy({ ...draft, version: String(newest + 1) });
      if (!checked.ok) return checked;
      const policyId = await this.policies.add(checked.value, false, actorId);
      await this.audit.record({ actorId, operation: 'createPolicyVersion', entity: 'LicensePolicy', entityId: policyId, before: { version: replaces, revision: newest }, after: checked.value, requestId });
      return ok({ policyId });
    });
  }
}
