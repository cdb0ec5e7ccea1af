// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, ok, type CalendarDate, type Language, type Problem, type Result } from '#kernel';
import { componentChecker, overall, type LicensePolicy, type Usage } from '#licensing';
import { ReadUploadedBill, type UploadedBill } from '../importing/index.js';
import { findPolicy, usageOr } from './find-policy.js';
import type { SbomCheck, SbomFinding } from './licensing.types.js';

/** Checks the licenses in a bill of materials that was handed in by `POST /imports`; nothing is stored. */
@Injectable()
export class CheckSbom {
  constructor(private readonly bills: ReadUploadedBill) {}

  /** @returns verdict of the whole and a finding for each component, or why the file or the policy cannot be used */
  async execute(uploadId: string, policyName: string, wantedUsage?: Usage | null): Promise<Result<SbomCheck, Problem>> {
    const policy = findPolicy(policyName);
    if (!policy.ok) return policy;
    const bill = await this.bills.execute(uploadId);
    return bill.ok ? ok(judge(bill.value, policy.value, usageOr(wantedUsage, policy.value), dateOfInstant(new Date()))) : bill;
  }
}

function judge(sbom: UploadedBill, policy: LicensePolicy, usage: Usage, today: CalendarDate): SbomCheck {
  const checkIn = (language: Language) => componentChecker(policy, { usage }, today, language);
  const [german, english] = [checkIn('de'), checkIn('en')];
  const counts = { APPROVED: 0, REVIEW: 0, REJECTED: 0 };
  const allFindings = sbom.components.map((component): SbomFinding => {
    const { reason, ...finding } = german(component);
    counts[finding.verdict]++;
    return { ...finding, path: component.path, reasonDe: reason, reasonEn: english(component).reason };
  });
  return {
    fileName: sbom.fileName,
    format: sbom.format,
    specVersion: sbom.specVersion,
    name: sbom.name,
    policy: policy.name,
    policyVersion: policy.version,
    usage,
    checkedOn: today,
    verdict: overall(counts),
    components: sbom.components.length,
    approved: counts.APPROVED,
    review: counts.REVIEW,
    rejected: counts.REJECTED,
    allFindings,
  };
}
