// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { ok, type Problem, type Result } from '#kernel';
import { answerLicense, decideByPolicy, obligationsOf, type Usage } from '#licensing';
import { findPolicy, usageOr } from './find-policy.js';
import type { LicenseCheck } from './licensing.types.js';

/** Says what a policy decides about one license text, and what has to be done if the software is used so. */
@Injectable()
export class CheckLicense {
  execute(text: string, policyName: string, wantedUsage?: Usage | null): Result<LicenseCheck, Problem> {
    const policy = findPolicy(policyName);
    if (!policy.ok) return policy;
    const usage = usageOr(wantedUsage, policy.value);
    const answer = answerLicense(text);
    const { outcome, rule, sentence } = decideByPolicy(policy.value, answer, { usage });
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
