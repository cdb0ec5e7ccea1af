// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, ok, type Language, type Problem, type Result } from '#kernel';
import { componentChecker, concerns, obligationsOfAll, overall, type LicensePolicy, type PolicyContext } from '#licensing';
import { ReadUploadedBill, type UploadedBill } from '../importing/index.js';
import { contextOf, presentedObligation, type Circumstances } from './check-license.use-case.js';
import { FindPolicy, type PolicyChoice } from './find-policy.use-case.js';
import type { SbomCheck, SbomFinding } from './licensing.types.js';

type Findings = Pick<SbomCheck, 'verdict' | 'components' | 'approved' | 'review' | 'rejected' | 'waivers' | 'obligations' | 'allFindings'>;

/** Checks the licenses in a bill of materials that was handed in by `POST /imports`; nothing is stored. */
@Injectable()
export class CheckSbom {
  constructor(
    private readonly bills: ReadUploadedBill,
    private readonly find: FindPolicy,
  ) {}

  /** @returns verdict of the whole and a finding for each component, or why the file or the policy cannot be used */
  async execute(uploadId: string, choice: PolicyChoice, circumstances: Circumstances): Promise<Result<SbomCheck, Problem>> {
    const found = await this.find.execute(choice);
    if (!found.ok) return found;
    const bill = await this.bills.execute(uploadId);
    if (!bill.ok) return bill;
    const { policy, matrix } = found.value;
    const context = contextOf(policy, circumstances, matrix);
    const checkedOn = dateOfInstant(new Date());
    const { fileName, format, specVersion, name } = bill.value;
    const findings = judge(bill.value, policy, context, checkedOn);
    return ok({ fileName, format, specVersion, name, policy: policy.name, policyVersion: policy.version, matrix: matrix?.source ?? null, usage: context.usage, checkedOn, ...findings });
  }
}

function judge(sbom: UploadedBill, policy: LicensePolicy, context: PolicyContext, today: SbomCheck['checkedOn']): Findings {
  const checkIn = (language: Language) => componentChecker(policy, context, today, language);
  const [german, english] = [checkIn('de'), checkIn('en')];
  const counts = { APPROVED: 0, REVIEW: 0, REJECTED: 0 };
  const allFindings = sbom.components.map((component): SbomFinding => {
    const { reason, ...finding } = german(component);
    counts[finding.verdict]++;
    return { ...finding, path: component.path, reasonDe: reason, reasonEn: english(component).reason };
  });
  const waivers = (policy.waivers ?? []).filter((waiver) => allFindings.some((finding) => concerns(waiver, { name: finding.component, purl: finding.purl }, finding.license)));
  return {
    verdict: overall(counts),
    components: sbom.components.length,
    approved: counts.APPROVED,
    review: counts.REVIEW,
    rejected: counts.REJECTED,
    waivers: waivers.map(({ license, ...waiver }) => ({ ...waiver, license: license ?? null, isExpired: waiver.expiresOn < today })),
    obligations: obligationsOfAll(new Set(allFindings.flatMap(({ verdict, license }) => (verdict === 'REJECTED' || license === null ? [] : [license]))), context.usage).map(presentedObligation),
    allFindings,
  };
}
