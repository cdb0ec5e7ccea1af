// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { modernise } from '../expression/modernise.js';
import { parseExpression } from '../expression/parse.js';
import { printExpression } from '../expression/print.js';
import { answerLicense } from '../normalisation/answer-license.js';
import { classesByStrictness } from '../verdict/class-of.js';
import type { RuleCondition } from './policy.js';

const MOST_VALUES = 1_000;
const LONGEST_VALUE = 200;
const VERDICTS = ['ALLOWED', 'DENIED', 'UNKNOWN'];

type Read = (value: unknown, path: string) => Problem[];

const CONDITIONS: Readonly<Record<keyof RuleCondition, Read>> = {
  verdict: listOf(oneOf(VERDICTS)),
  class: listOf(oneOf(classesByStrictness)),
  notClass: listOf(oneOf(classesByStrictness)),
  license: listOf(licenseId),
  notLicense: listOf(licenseId),
  osiApproved: trueOrFalse,
  fsfLibre: trueOrFalse,
  usage: listOf(oneOf(['internal', 'distribution', 'network', 'publication'])),
  productKind: listOf(plainText),
  compatibility: listOf(oneOf(['COMPATIBLE', 'INCOMPATIBLE', 'UNKNOWN'])),
};

/**
 * What is wrong with the condition of a rule, place by place; nothing where it can be used.
 *
 * @param when not trusted: any JSON value
 * @param path of the condition in its policy
 * @param hasOutbound whether the policy names the license of the whole, without which compatibility cannot be asked
 */
export function checkCondition(when: unknown, path: string, hasOutbound: boolean): Problem[] {
  if (typeof when !== 'object' || when === null || Array.isArray(when)) return [{ code: 'LICENSING.POLICY_CONDITION', path, allowed: Object.keys(CONDITIONS) }];
  const problems = Object.entries(when).flatMap(([name, value]) => {
    if (!Object.hasOwn(CONDITIONS, name)) return [{ code: 'LICENSING.POLICY_CONDITION', path: `${path}.${name}`, allowed: Object.keys(CONDITIONS) }];
    return CONDITIONS[name as keyof RuleCondition](value, `${path}.${name}`);
  });
  if (problems.length > 0) return problems;
  const condition = when as RuleCondition;
  if (condition.compatibility !== undefined && !hasOutbound) return [{ code: 'LICENSING.POLICY_NEEDS_OUTBOUND', path: `${path}.compatibility` }];
  return neverHolds(condition) ? [{ code: 'LICENSING.POLICY_RULE_NEVER_HOLDS', path }] : [];
}

/** A negated condition holds for nothing unknown; and nothing is in a list and out of it. */
function neverHolds(when: RuleCondition): boolean {
  const isNegated = when.notClass !== undefined || when.notLicense !== undefined;
  const isOnlyUnknown = isOnly(when.verdict, 'UNKNOWN') || isOnly(when.class, 'unknown');
  return (isNegated && isOnlyUnknown) || isWithin(when.class, when.notClass) || isWithin(when.license, when.notLicense);
}

function isOnly(values: readonly string[] | undefined, value: string): boolean {
  return values !== undefined && values.every((one) => one === value);
}

function isWithin(values: readonly string[] | undefined, excluded: readonly string[] | undefined): boolean {
  return values !== undefined && excluded !== undefined && values.every((value) => excluded.includes(value));
}

function listOf(read: Read): Read {
  return (value, path) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > MOST_VALUES) return [{ code: 'LICENSING.POLICY_LIST', path, most: MOST_VALUES }];
    return value.flatMap((item, index) => read(item, `${path}[${index}]`));
  };
}

function oneOf(allowed: readonly string[]): Read {
  return (value, path) => (allowed.includes(value as string) ? [] : [{ code: 'LICENSING.POLICY_VALUE', path, value, allowed }]);
}

function trueOrFalse(value: unknown, path: string): Problem[] {
  return typeof value === 'boolean' ? [] : [{ code: 'LICENSING.POLICY_VALUE', path, value, allowed: ['true', 'false'] }];
}

function plainText(value: unknown, path: string): Problem[] {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_VALUE ? [] : [{ code: 'LICENSING.POLICY_VALUE', path, value, allowed: ['text'] }];
}

/** One id as decisions print it, with its exception where there is one: another spelling would never be met. */
function licenseId(value: unknown, path: string): Problem[] {
  const parsed = typeof value === 'string' && value.length <= LONGEST_VALUE ? parseExpression(value) : null;
  if (parsed?.ok) {
    const current = modernise(parsed.value);
    if (current.kind !== 'and' && current.kind !== 'or' && printExpression(current) === value) return [];
  }
  const meant = typeof value === 'string' ? answerLicense(value.slice(0, LONGEST_VALUE)).candidates : [];
  return [{ code: 'LICENSING.POLICY_LICENSE', path, value, meant: meant.length === 0 ? '–' : meant.slice(0, 5) }];
}
