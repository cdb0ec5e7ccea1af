// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { ok, type Problem, type Result } from '#kernel';
import { answerLicense, decideByPolicy, obligationsOf, type Usage } from '#licensing';
import { FindPolicy, usageOr, type PolicyChoice } from './find-policy.use-case.js';
import type { LicenseCheck } from './licensing.types.js';

/** What is done with the software, and what kind of software it is. */
export interface Circumstances {
  readonly usage?: Usage | null;
  readonly productKind?: string | null;
}

/** Says what a policy decides about one license text, and what has to be done if the software is used so. */
@Injectable()
export class CheckLicense {
  constructor(private readonly find: FindPolicy) {}

  async execute(text: string, choice: PolicyChoice, { usage: wanted, productKind }: Circumstances): Promise<Result<LicenseCheck, Problem>> {
    const policy = await this.find.execute(choice);
    if (!policy.ok) return policy;
    const usage = usageOr(wanted, policy.value);
    const answer = answerLicense(text);
    const { outcome, rule, sentence } = decideByPolicy(policy.value, answer, { usage, ...(productKind ? { productKind } : {}) });
    return ok({
      policy: policy.value.name,
      policyVersion: policy.value.version,
      usage,
      license: answer.expression,
      candidates: [...answer.candidates],
      verdict: outcome,
      rule,
      reasonDe: sentence.de,
      reasonEn: sentence.en,
      obligations: obligationsOf(answer.expression ?? text, usage).map((entry) => ({ key: entry.id, sentenceDe: entry.sentence.de, sentenceEn: entry.sentence.en, licenses: [...entry.licenses] })),
    });
  }
}
