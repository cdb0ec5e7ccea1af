// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Language } from '#kernel';
import type { CompatibilityMatrix } from '../compatibility/matrix.js';
import { answerLicense, type LicenseAnswer } from '../normalisation/answer-license.js';
import { decideByPolicy, type PolicyContext, type PolicyDecision } from './decide.js';
import type { LicensePolicy, Outcome, Usage, Waiver } from './policy.js';

/** A part of a product as an SBOM names it. */
export interface CheckedComponent {
  readonly name: string;
  readonly version?: string | null;
  readonly purl?: string | null;
  /** Expression or any spelling; null, undefined or empty where the SBOM says nothing. */
  readonly license?: string | null;
  /** What its makers declare, where the SBOM concludes something else: it is told, and does not count. */
  readonly declaredLicense?: string | null;
}

/** The policy's word on one component; the keys of `findings` of the command `sbom`. */
export interface LicenseFinding {
  readonly component: string;
  readonly version: string | null;
  readonly purl: string | null;
  /** The expression as understood, else the text as found, else null. */
  readonly license: string | null;
  readonly verdict: Outcome;
  /** Id of the rule that decided, or `ausnahme` for a waiver. */
  readonly rule: string;
  readonly reason: string;
  /** Which license counted, where the SBOM names a declared one and another that was found; null where it does not. */
  readonly note: string | null;
}

export interface ComponentsCheck {
  readonly policy: string;
  readonly policyVersion: string;
  readonly usage: Usage;
  readonly checkedOn: CalendarDate;
  /** The strictest outcome of all components; REVIEW where there are none, for nothing was shown. */
  readonly verdict: Outcome;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly findings: readonly LicenseFinding[];
}

/**
 * Checks all components of a product against a policy.
 *
 * @param today the day that decides whether a waiver still holds (it holds on its last day)
 * @param language of `reason`; German unless given
 * @param matrix a loaded compatibility matrix that goes before our own table; matters for policies with an outbound license
 * @returns a finding for each component in the order given, and the strictest outcome of all
 */
export function checkComponents(policy: LicensePolicy, components: Iterable<CheckedComponent>, usage: Usage, today: CalendarDate, language: Language = 'de', matrix?: CompatibilityMatrix): ComponentsCheck {
  const check = componentChecker(policy, { usage, ...(matrix === undefined ? {} : { matrix }) }, today, language);
  const counts = { APPROVED: 0, REVIEW: 0, REJECTED: 0 };
  const findings: LicenseFinding[] = [];
  for (const component of components) {
    const finding = check(component);
    counts[finding.verdict]++;
    findings.push(finding);
  }
  return { policy: policy.name, policyVersion: policy.version, usage, checkedOn: today, verdict: overall(counts), counts, findings };
}

/** The strictest outcome that occurs; REVIEW where nothing was checked. */
export function overall(counts: Readonly<Record<Outcome, number>>): Outcome {
  if (counts.REJECTED > 0) return 'REJECTED';
  return counts.REVIEW > 0 || counts.APPROVED === 0 ? 'REVIEW' : 'APPROVED';
}

const MOST_REMEMBERED = 10_000;

/** A check for one component after the other, for streams: each license text is read once and up to 10,000 of them are remembered. */
export function componentChecker(policy: LicensePolicy, context: PolicyContext, today: CalendarDate, language: Language = 'de'): (component: CheckedComponent) => LicenseFinding {
  const remembered = new Map<string, { answer: LicenseAnswer; decision: PolicyDecision }>();
  const read = (text: string): { answer: LicenseAnswer; decision: PolicyDecision } => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const answer = answerLicense(text);
    const fresh = { answer, decision: decideByPolicy(policy, answer, context) };
    if (remembered.size < MOST_REMEMBERED) remembered.set(text, fresh);
    return fresh;
  };
  return (component) => {
    const text = component.license?.trim() ?? '';
    const { answer, decision } = read(text === '' ? 'NOASSERTION' : text);
    const license = answer.expression ?? (text === '' ? null : text);
    const waiver = decision.outcome === 'APPROVED' ? undefined : waiverFor(policy, component, license, today);
    return {
      component: component.name,
      version: component.version ?? null,
      purl: component.purl ?? null,
      license: text === '' ? null : license,
      verdict: waiver === undefined ? decision.outcome : 'APPROVED',
      rule: waiver === undefined ? decision.rule : 'ausnahme',
      reason: waiver === undefined ? decision.sentence[language] : waiverSentence(waiver, language),
      note: differenceSentence(component.declaredLicense?.trim() ?? '', text === '' ? null : license, read, language),
    };
  };
}

/** Spellings of the same license do not differ. */
function differenceSentence(declaredText: string, counted: string | null, read: (text: string) => { answer: LicenseAnswer }, language: Language): string | null {
  if (declaredText === '' || counted === null) return null;
  const declared = read(declaredText).answer.expression ?? declaredText;
  if (declared === counted) return null;
  return language === 'de'
    ? `Angegeben ist ${declared}, festgestellt wurde ${counted}; geprüft wurde die festgestellte Lizenz.`
    : `${declared} is declared, ${counted} was found; the license that was found has been checked.`;
}

function waiverFor(policy: LicensePolicy, component: CheckedComponent, license: string | null, today: CalendarDate): Waiver | undefined {
  return policy.waivers?.find((waiver) => concerns(waiver, component, license) && today <= waiver.expiresOn);
}

/** Whether a waiver, expired or not, is about a component under this license; by name or by package URL. */
export function concerns(waiver: Pick<Waiver, 'component' | 'license'>, component: Pick<CheckedComponent, 'name' | 'purl'>, license: string | null): boolean {
  const isComponent = waiver.component === component.name || (component.purl != null && waiver.component === component.purl);
  return isComponent && (waiver.license === undefined || waiver.license === license);
}

function waiverSentence({ author, reason, expiresOn }: Waiver, language: Language): string {
  return language === 'de' ? `Begründete Ausnahme bis ${expiresOn} durch ${author}: ${reason}` : `Exemption until ${expiresOn} by ${author}: ${reason}`;
}
