// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { parseExpression } from '../expression/parse.js';
import { printExpression } from '../expression/print.js';
import { isBlank, isCovered } from './cover.js';
import { checkCondition } from './check-condition.js';
import type { LicensePolicy, PolicyRule } from './policy.js';

/** Ids that decisions carry where no rule of a policy decided. */
export const reservedRuleIds: readonly string[] = ['ausnahme', 'keine-regel', 'lesarten-verschieden'];

const MOST_RULES = 200;
const LONGEST_SENTENCE = 500;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_. -]{0,79}$/u;
const RULE_ID = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u;
const OUTCOMES = ['APPROVED', 'REVIEW', 'REJECTED'];

/**
 * Decides whether a policy can be used: every rule can apply, is told apart, and says what it means; and none approves a license that nobody knows.
 *
 * @param policy as it came from outside: the types are not trusted, conditions are looked at one by one
 * @returns the same policy, or every problem with its path (`rules[2].when.class[0]`), in the order of the rules
 */
export function checkPolicy(policy: LicensePolicy): Result<LicensePolicy, readonly Problem[]> {
  const problems: Problem[] = [];
  if (!NAME.test(policy.name)) problems.push({ code: 'LICENSING.POLICY_NAME', path: 'name', value: policy.name });
  if (policy.outbound !== undefined && !isOneLicense(policy.outbound)) problems.push({ code: 'LICENSING.POLICY_OUTBOUND', path: 'outbound', value: policy.outbound });
  if (policy.rules.length === 0) problems.push({ code: 'LICENSING.POLICY_EMPTY', path: 'rules' });
  if (policy.rules.length > MOST_RULES) return err([...problems, { code: 'LICENSING.POLICY_TOO_LONG', path: 'rules', count: policy.rules.length, most: MOST_RULES }]);
  policy.rules.forEach((rule, index) => problems.push(...checkRule(rule, index, policy)));
  return problems.length === 0 ? ok(policy) : err(problems);
}

function checkRule(rule: PolicyRule, index: number, policy: LicensePolicy): Problem[] {
  const path = `rules[${index}]`;
  const problems: Problem[] = [];
  if (!RULE_ID.test(rule.id)) problems.push({ code: 'LICENSING.POLICY_RULE_ID', path: `${path}.key`, value: rule.id });
  if (reservedRuleIds.includes(rule.id)) problems.push({ code: 'LICENSING.POLICY_RULE_RESERVED', path: `${path}.key`, value: rule.id, reserved: reservedRuleIds });
  const twin = policy.rules.findIndex(({ id }) => id === rule.id);
  if (twin < index) problems.push({ code: 'LICENSING.POLICY_RULE_TWICE', path: `${path}.key`, value: rule.id, other: `rules[${twin}]` });
  if (!OUTCOMES.includes(rule.outcome)) problems.push({ code: 'LICENSING.POLICY_VALUE', path: `${path}.outcome`, value: rule.outcome, allowed: OUTCOMES });
  for (const [language, field] of [['de', 'sentenceDe'], ['en', 'sentenceEn']] as const) {
    const sentence = rule.sentence[language].trim();
    if (sentence === '' || sentence.length > LONGEST_SENTENCE) problems.push({ code: 'LICENSING.POLICY_SENTENCE', path: `${path}.${field}`, most: LONGEST_SENTENCE });
  }
  const inCondition = checkCondition(rule.when, `${path}.when`, policy.outbound !== undefined);
  if (inCondition.length > 0) return [...problems, ...inCondition];
  const earlier = policy.rules.slice(0, index).findIndex((other) => isBlank(other.when) || isCovered(rule.when, other.when));
  if (earlier >= 0) problems.push({ code: 'LICENSING.POLICY_RULE_UNREACHABLE', path, rule: rule.id, earlier: policy.rules[earlier]?.id });
  if (rule.outcome === 'APPROVED' && mayHoldForUnknown(rule)) problems.push({ code: 'LICENSING.POLICY_APPROVES_UNKNOWN', path: `${path}.when`, rule: rule.id });
  return problems;
}

/** Whether a rule could hold for a license of which nothing is known. */
function mayHoldForUnknown({ when }: PolicyRule): boolean {
  return (
    (when.verdict?.includes('UNKNOWN') ?? true) &&
    (when.class?.includes('unknown') ?? true) &&
    (when.compatibility?.includes('UNKNOWN') ?? true) &&
    (['notClass', 'license', 'notLicense', 'osiApproved', 'fsfLibre'] as const).every((name) => when[name] === undefined)
  );
}

function isOneLicense(text: string): boolean {
  const parsed = parseExpression(text);
  return parsed.ok && !['and', 'or'].includes(parsed.value.kind) && printExpression(parsed.value) === text;
}
