// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import type { CompatibilityMatrix, LicensePolicy, Usage } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';
import { CompatibilityRepository } from './compatibility.repository.js';
import { holdsNul } from './holds-nul.js';
import { PolicyRepository } from './policy.repository.js';

/** A policy as a question names it. */
export interface PolicyChoice {
  readonly name: string;
  /** The newest unless given. */
  readonly version?: string | null;
}

/** A policy, and the compatibility matrix that its checks go by where one was loaded. */
export interface PolicyAtHand {
  readonly policy: LicensePolicy;
  readonly matrix: CompatibilityMatrix | undefined;
}

/** Finds a policy with the waivers from it, or says which there are. */
@Injectable()
export class FindPolicy {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: PolicyRepository,
    private readonly matrices: CompatibilityRepository,
  ) {}

  execute({ name, version = null }: PolicyChoice): Promise<Result<PolicyAtHand, Problem>> {
    return this.transactions.run<PolicyAtHand, Problem>(async () => {
      const policy = holdsNul([name, version]) ? null : await this.policies.find(name, version);
      if (policy) return ok({ policy, matrix: policy.outbound === undefined ? undefined : await this.matrices.matrix() });
      const known = await this.policies.versions();
      return err({ code: 'LICENSING.NOT_FOUND', what: 'LicensePolicy', id: version === null ? name : `${name} ${version}`, known: known.map((one) => `${one.name} ${one.version}`).join(', ') });
    });
  }
}

/** What software is used for where nobody said: a policy with an outbound license is about publication. */
export function usageOr(usage: Usage | null | undefined, policy: LicensePolicy): Usage {
  return usage ?? (policy.outbound === undefined ? 'internal' : 'publication');
}
