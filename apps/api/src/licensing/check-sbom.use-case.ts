// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type CalendarDate, type Language, type Problem, type Result } from '#kernel';
import { readSbom, type Sbom } from '#importing';
import { componentChecker, overall, type LicensePolicy, type Usage } from '#licensing';
import { ReceiveUpload, UploadRepository } from '../importing/index.js';
import { cycloneDxSchema } from './cyclonedx-schemas.js';
import { findPolicy, usageOr } from './find-policy.js';
import type { SbomCheck, SbomFinding } from './licensing.types.js';

/** Checks the licenses in a bill of materials that was handed in by `POST /imports`; nothing is stored. */
@Injectable()
export class CheckSbom {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly files: ReceiveUpload,
  ) {}

  /** @returns verdict of the whole and a finding for each component, or why the file or the policy cannot be used */
  async execute(uploadId: string, policyName: string, wantedUsage?: Usage | null): Promise<Result<SbomCheck, Problem>> {
    const policy = findPolicy(policyName);
    if (!policy.ok) return policy;
    const upload = await this.uploads.find(uploadId);
    const path = this.files.pathOf(upload?.id ?? '');
    if (!upload || !(await isThere(path))) return err({ code: 'IMPORTING.NOT_FOUND', what: 'Upload', id: uploadId });
    const sbom = await readSbom(createReadStream(path), { fileName: upload.fileName, schemas: cycloneDxSchema });
    if (!sbom.ok) return sbom;
    return ok({ ...judge(sbom.value, policy.value, usageOr(wantedUsage, policy.value), dateOfInstant(new Date())), fileName: upload.fileName });
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function judge(sbom: Sbom, policy: LicensePolicy, usage: Usage, today: CalendarDate): Omit<SbomCheck, 'fileName'> {
  const checkIn = (language: Language) => componentChecker(policy, { usage }, today, language);
  const [german, english] = [checkIn('de'), checkIn('en')];
  const counts = { APPROVED: 0, REVIEW: 0, REJECTED: 0 };
  const allFindings = sbom.components.map((component): SbomFinding => {
    const { reason, ...finding } = german(component);
    counts[finding.verdict]++;
    return { ...finding, path: component.path, reasonDe: reason, reasonEn: english(component).reason };
  });
  return {
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
