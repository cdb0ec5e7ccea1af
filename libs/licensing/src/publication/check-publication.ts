// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Language } from '#kernel';
import { judgeOpenSource } from '../verdict/judge-open-source.js';
import { answerLicense } from '../normalisation/answer-license.js';
import { checkComponents, type CheckedComponent, type ComponentsCheck } from '../policy/check-components.js';
import type { LicensePolicy, Outcome } from '../policy/policy.js';
import { veroeffentlichung } from '../policy/ready-policies.js';
import type { CompatibilityMatrix } from '../compatibility/matrix.js';
import { parseExpression } from '../expression/parse.js';
import type { PublicationObstacle } from './obstacles.js';

/** An administration's own software as its register knows it. */
export interface RegisteredSoftware {
  readonly name: string;
  /** What it is, or is to be, published under; null where undecided. */
  readonly license: string | null;
  /** Where its source can be read; null where it is not published. */
  readonly repositoryUrl: string | null;
  readonly components: readonly CheckedComponent[];
}

/** Whether own software is published as principle M2 asks, and whether it may be. */
export interface PublicationCheck {
  readonly name: string;
  readonly isPublished: boolean;
  readonly license: string | null;
  /** Codes of what stands in the way, in the order in which to mend them; empty where nothing does. */
  readonly obstacles: readonly PublicationObstacle[];
  readonly verdict: Outcome;
  readonly parts: ComponentsCheck;
}

/**
 * Checks own software for publication: its license must be open source, and each part must fit it.
 *
 * @param policy rules for the parts; the ready policy for publication unless given, with the software's own license as outbound, in its sentences too
 * @param matrix a loaded compatibility matrix that goes before our own table
 */
export function checkPublication(software: RegisteredSoftware, today: CalendarDate, language: Language = 'de', policy: LicensePolicy = veroeffentlichung, matrix?: CompatibilityMatrix): PublicationCheck {
  const license = software.license === null ? null : answerLicense(software.license).expression;
  const parts = checkComponents(license === null ? policy : withOutbound(policy, license), software.components, 'publication', today, language, matrix);
  const isOpen = license !== null && isAllowed(license);
  const obstacles: PublicationObstacle[] = [];
  if (license === null) obstacles.push('LICENSE_UNDECIDED');
  else if (!isOpen) obstacles.push('LICENSE_NOT_OPEN');
  if (parts.counts.REJECTED > 0) obstacles.push('PART_REJECTED');
  if (parts.counts.REVIEW > 0) obstacles.push('PART_UNCLEAR');
  if (software.components.length === 0) obstacles.push('NO_PARTS_KNOWN');
  if (software.repositoryUrl === null) obstacles.push('NOT_PUBLISHED');
  const verdict = license !== null && !isOpen ? 'REJECTED' : license === null && parts.verdict === 'APPROVED' ? 'REVIEW' : parts.verdict;
  return { name: software.name, isPublished: software.repositoryUrl !== null, license, obstacles, verdict, parts };
}

/** The same rules for another license of the whole, which their sentences then name. */
function withOutbound(policy: LicensePolicy, license: string): LicensePolicy {
  const { outbound } = policy;
  if (outbound === undefined || outbound === license) return { ...policy, outbound: license };
  const rules = policy.rules.map((rule) => ({ ...rule, sentence: { de: rule.sentence.de.replaceAll(outbound, license), en: rule.sentence.en.replaceAll(outbound, license) } }));
  return { ...policy, outbound: license, rules };
}

function isAllowed(license: string): boolean {
  const parsed = parseExpression(license);
  return parsed.ok && judgeOpenSource(parsed.value).verdict === 'ALLOWED';
}
