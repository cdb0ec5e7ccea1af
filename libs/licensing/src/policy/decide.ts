// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import { checkExpression } from '../compatibility/check-compatibility.js';
import type { CompatibilityMatrix } from '../compatibility/matrix.js';
import { parseExpression } from '../expression/parse.js';
import { printExpression } from '../expression/print.js';
import type { LicenseExpression } from '../expression/tree.js';
import { answerLicense, type LicenseAnswer } from '../normalisation/answer-license.js';
import { classOf } from '../verdict/class-of.js';
import { flagsOf } from '../verdict/flags-of.js';
import { judgeOpenSource } from '../verdict/judge-open-source.js';
import type { LicensePolicy, Outcome, PolicyRule, RuleCondition, Usage } from './policy.js';

/** What a rule looks at. */
export type LicenseFacts = Pick<LicenseAnswer, 'verdict' | 'class' | 'osiApproved' | 'fsfLibre'> & {
  readonly license: string | null;
  readonly compatibility: 'COMPATIBLE' | 'INCOMPATIBLE' | 'UNKNOWN' | null;
};

/** The outcome for one license text, and the rule that decided. */
export interface PolicyDecision {
  readonly outcome: Outcome;
  /** Id of the rule, or `lesarten-verschieden` or `keine-regel`, which every policy has. */
  readonly rule: string;
  readonly sentence: Readonly<Record<Language, string>>;
}

/** Circumstances of a check beside the license. */
export interface PolicyContext {
  readonly usage: Usage;
  readonly productKind?: string;
  readonly matrix?: CompatibilityMatrix;
}

const NO_RULE: PolicyDecision = {
  outcome: 'REVIEW',
  rule: 'keine-regel',
  sentence: { de: 'Für diese Lizenz gibt es keine Regel; bitte entscheiden.', en: 'There is no rule for this license; please decide.' },
};
const READINGS_DIFFER: PolicyDecision = {
  outcome: 'REVIEW',
  rule: 'lesarten-verschieden',
  sentence: { de: 'Der Lizenztext ist mehrdeutig, und es kommt darauf an, was gemeint ist. Fragen Sie den Anbieter nach der genauen Lizenz.', en: 'The license text is ambiguous and it matters what is meant. Ask the supplier for the exact license.' },
};

/**
 * Decides what a policy says to a license: in an `OR` the best choice, in an `AND` the strictest part; an ambiguous text only counts if all its readings
 * come to the same outcome, else it is REVIEW.
 */
export function decideByPolicy(policy: LicensePolicy, answer: LicenseAnswer, context: PolicyContext): PolicyDecision {
  if (answer.candidates.length === 0) return decideFacts(policy, { ...answer, license: null, compatibility: policy.outbound === undefined ? null : 'UNKNOWN' }, context);
  const decisions = answer.candidates.map((candidate) => decideExpression(policy, treeOf(candidate), context));
  const [first = NO_RULE] = decisions;
  return decisions.every((decision) => decision.outcome === first.outcome) ? first : READINGS_DIFFER;
}

/** As {@link decideByPolicy}, from a text. */
export function decideText(policy: LicensePolicy, text: string, context: PolicyContext): PolicyDecision {
  return decideByPolicy(policy, answerLicense(text), context);
}

function decideExpression(policy: LicensePolicy, expression: LicenseExpression, context: PolicyContext): PolicyDecision {
  if (expression.kind === 'or' || expression.kind === 'and') {
    const decisions = expression.operands.map((operand) => decideExpression(policy, operand, context));
    return decisions.reduce((a, b) => (strictness(a) <= strictness(b) === (expression.kind === 'or') ? a : b));
  }
  const facts: LicenseFacts = {
    license: printExpression(expression),
    verdict: judgeOpenSource(expression).verdict,
    class: classOf(expression),
    ...flagsOf(expression),
    compatibility: policy.outbound === undefined ? null : checkExpression(expression, policy.outbound, context.matrix).verdict,
  };
  return decideFacts(policy, facts, context);
}

function strictness(decision: PolicyDecision): number {
  return ['APPROVED', 'REVIEW', 'REJECTED'].indexOf(decision.outcome);
}

function decideFacts(policy: LicensePolicy, facts: LicenseFacts, context: PolicyContext): PolicyDecision {
  const rule = policy.rules.find((candidate: PolicyRule) => holds(candidate.when, facts, context));
  return rule === undefined ? NO_RULE : { outcome: rule.outcome, rule: rule.id, sentence: rule.sentence };
}

/** Whether every condition of a rule holds; a negated one never holds for what is unknown. */
export function holds(when: RuleCondition, facts: LicenseFacts, context: PolicyContext): boolean {
  const isClassKnown = facts.class !== 'unknown';
  const isKnown = facts.license !== null && facts.verdict !== 'UNKNOWN';
  return (
    (when.verdict === undefined || when.verdict.includes(facts.verdict)) &&
    (when.class === undefined || when.class.includes(facts.class)) &&
    (when.notClass === undefined || (isClassKnown && isKnown && !when.notClass.includes(facts.class))) &&
    (when.license === undefined || (facts.license !== null && when.license.includes(facts.license))) &&
    (when.notLicense === undefined || (isKnown && !when.notLicense.includes(facts.license as string))) &&
    (when.osiApproved === undefined || when.osiApproved === facts.osiApproved) &&
    (when.fsfLibre === undefined || when.fsfLibre === facts.fsfLibre) &&
    (when.usage === undefined || when.usage.includes(context.usage)) &&
    (when.productKind === undefined || (context.productKind !== undefined && when.productKind.includes(context.productKind))) &&
    (when.compatibility === undefined || (facts.compatibility !== null && when.compatibility.includes(facts.compatibility)))
  );
}

function treeOf(text: string): LicenseExpression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`the candidate ${text} is no expression`);
  return parsed.value;
}
