// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type Problem, type Result } from '#kernel';
import { checkPublication, publicationObstacles } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';
import { FindPolicy } from './find-policy.use-case.js';
import { holdsNul } from './holds-nul.js';
import { OwnSoftwareRepository } from './own-software.repository.js';
import type { PublicationCheck, PublicationShare } from './own-software.types.js';

const POLICY = 'veroeffentlichung';

/** Says whether own software is published, and whether its parts let it be; nothing is stored. */
@Injectable()
export class CheckOwnPublication {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: OwnSoftwareRepository,
    private readonly find: FindPolicy,
  ) {}

  execute(key: string): Promise<Result<PublicationCheck, Problem>> {
    return this.transactions.run<PublicationCheck, Problem>(async () => {
      const software = holdsNul(key) ? null : await this.register.find(key);
      if (!software) return err({ code: 'LICENSING.NOT_FOUND', what: 'OwnSoftware', id: key, known: '–' });
      const found = await this.find.execute({ name: POLICY });
      if (!found.ok) return found;
      const { policy, matrix } = found.value;
      const registered = { ...software, components: await this.register.parts(software.id) };
      const today = dateOfInstant(new Date());
      const [german, english] = [checkPublication(registered, today, 'de', policy, matrix), checkPublication(registered, today, 'en', policy, matrix)];
      const { counts, findings, policy: policyName, policyVersion } = german.parts;
      return ok({
        key,
        name: german.name,
        isPublished: german.isPublished && software.isOpen,
        license: german.license,
        policy: policyName,
        policyVersion,
        matrix: matrix?.source ?? null,
        checkedOn: today,
        verdict: german.verdict,
        obstacles: german.obstacles.map((code) => ({ code, sentenceDe: publicationObstacles[code].de, sentenceEn: publicationObstacles[code].en })),
        components: findings.length,
        approved: counts.APPROVED,
        review: counts.REVIEW,
        rejected: counts.REJECTED,
        allFindings: findings.map(({ reason, ...finding }, index) => ({ ...finding, path: `parts[${index}]`, reasonDe: reason, reasonEn: english.parts.findings[index]!.reason })),
      });
    });
  }

  share(): Promise<Result<PublicationShare, never>> {
    return this.transactions.run<PublicationShare, never>(async () => {
      const { total, published } = await this.register.tally();
      return ok({ total, published, share01: total === 0 ? null : published / total });
    });
  }
}
