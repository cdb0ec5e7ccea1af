// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { ok, type Problem, type Result } from '#kernel';
import { answerLicense, decideByPolicy, obligationsOf, type CompatibilityMatrix, type LicensePolicy, type ObligationEntry, type PolicyContext, type Usage } from '#licensing';
import { FindPolicy, usageOr, type PolicyChoice } from './find-policy.use-case.js';
import type { LicenseCheck, LicenseObligation } from './licensing.types.js';

/** What is done with the software, and what kind of software it is. */
export interface Circumstances {
  readonly usage?: Usage | null;
  readonly productKind?: string | null;
}

/** All that a check looks at beside license and policy. */
export function contextOf(policy: LicensePolicy, { usage, productKind }: Circumstances, matrix: CompatibilityMatrix | undefined): PolicyContext {
  return { usage: usageOr(usage, policy), ...(productKind ? { productKind } : {}), ...(matrix === undefined ? {} : { matrix }) };
}

/** An obligation as the interface shows it. */
export function presentedObligation({ id, sentence, licenses }: ObligationEntry): LicenseObligation {
  return { key: id, sentenceDe: sentence.de, sentenceEn: sentence.en, licenses: [...licenses] };
}

/** Says what a policy decides about one license text, and what has to be done if the software is used so. */
@Injectable()
export class CheckLicense {
  constructor(private readonly find: FindPolicy) {}

  async execute(text: string, choice: PolicyChoice, { usage: wanted, productKind }: Circumstances): Promise<Result<LicenseCheck, Problem>> {
    const found = await this.find.execute(choice);
    if (!found.ok) return found;
    const { policy, matrix } = found.value;
    const context = contextOf(policy, { usage: wanted, productKind }, matrix);
    const { usage } = context;
    const answer = answerLicense(text);
    const { outcome, rule, sentence } = decideByPolicy(policy, answer, context);
    return ok({
      policy: policy.name,
      policyVersion: policy.version,
      matrix: matrix?.source ?? null,
      usage,
      license: answer.expression,
      candidates: [...answer.candidates],
      verdict: outcome,
      rule,
      reasonDe: sentence.de,
      reasonEn: sentence.en,
      obligations: obligationsOf(answer.expression ?? text, usage).map(presentedObligation),
    });
  }
}
