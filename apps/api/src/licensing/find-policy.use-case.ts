// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import type { LicensePolicy, Usage } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';
import { PolicyRepository } from './policy.repository.js';

/** A policy as a question names it. */
export interface PolicyChoice {
  readonly name: string;
  /** The newest unless given. */
  readonly version?: string | null;
}

/** Finds a policy with the waivers from it, or says which there are. */
@Injectable()
export class FindPolicy {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: PolicyRepository,
  ) {}

  execute({ name, version = null }: PolicyChoice): Promise<Result<LicensePolicy, Problem>> {
    return this.transactions.run<LicensePolicy, Problem>(async () => {
      const policy = await this.policies.find(name, version);
      if (policy) return ok(policy);
      const known = await this.policies.versions();
      return err({ code: 'LICENSING.NOT_FOUND', what: 'LicensePolicy', id: version === null ? name : `${name} ${version}`, known: known.map((one) => `${one.name} ${one.version}`).join(', ') });
    });
  }
}

/** What software is used for where nobody said: a policy with an outbound license is about publication. */
export function usageOr(usage: Usage | null | undefined, policy: LicensePolicy): Usage {
  return usage ?? (policy.outbound === undefined ? 'internal' : 'publication');
}
