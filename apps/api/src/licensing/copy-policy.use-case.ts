// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { err, type Problem, type Result } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import { CreatePolicyVersion } from './create-policy-version.use-case.js';
import { FindPolicy, type PolicyChoice } from './find-policy.use-case.js';

/** Makes a policy of its own out of a version of another one, to be edited; waivers are not copied. */
@Injectable()
export class CopyPolicy {
  constructor(
    private readonly transactions: Transactions,
    private readonly find: FindPolicy,
    private readonly create: CreatePolicyVersion,
  ) {}

  execute(original: PolicyChoice, name: string, actorId: number, requestId?: string): Promise<Result<{ readonly policyId: number }, readonly Problem[]>> {
    return this.transactions.run<{ policyId: number }, readonly Problem[]>(async () => {
      const found = await this.find.execute(original);
      if (!found.ok) return err([found.problem]);
      const { outbound, rules } = found.value.policy;
      return this.create.execute({ name, rules, replaces: null, ...(outbound === undefined ? {} : { outbound }) }, actorId, requestId);
    });
  }
}
