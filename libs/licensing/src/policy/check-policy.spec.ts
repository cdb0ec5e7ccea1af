// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { checkPolicy, readyPolicies, type LicensePolicy, type Outcome, type RuleCondition } from '../index.js';
import { isCovered } from './cover.js';
import { holds, type LicenseFacts } from './decide.js';

const sentence = { de: 'Ein Satz.', en: 'A sentence.' };
const policyOf = (...rules: [id: string, when: unknown, outcome?: string][]): LicensePolicy => ({
  name: 'eigene',
  version: '1',
  rules: rules.map(([id, when, outcome = 'REVIEW']) => ({ id, when: when as RuleCondition, outcome: outcome as Outcome, sentence })),
});
const problemsOf = (policy: LicensePolicy): string[] => {
  const checked = checkPolicy(policy);
  return checked.ok ? [] : checked.problem.map(({ code, path }) => `${path} ${code.slice('LICENSING.POLICY_'.length)}`);
};

describe('a policy that was written by hand', () => {
  it('can be used if it is one of the ready ones', () => {
    for (const policy of Object.values(readyPolicies)) expect(problemsOf(policy)).toEqual([]);
  });

  it.each<[string, LicensePolicy, string[]]>([
    ['has no rule', policyOf(), ['rules EMPTY']],
    ['has the same key twice', policyOf(['a', { verdict: ['DENIED'] }], ['a', { verdict: ['UNKNOWN'] }]), ['rules[1].key RULE_TWICE']],
    ['takes the key of exemptions', policyOf(['ausnahme', {}]), ['rules[0].key RULE_RESERVED']],
    ['names a class that does not exist', policyOf(['a', { class: ['permissive', 'copyright'] }]), ['rules[0].when.class[1] VALUE']],
    ['names a condition that does not exist', policyOf(['a', { klass: ['permissive'] }]), ['rules[0].when.klass CONDITION']],
    ['names a condition from the prototype', policyOf(['a', { constructor: ['permissive'] }]), ['rules[0].when.constructor CONDITION']],
    ['has an empty list', policyOf(['a', { verdict: [] }]), ['rules[0].when.verdict LIST']],
    ['has no condition but a text', policyOf(['a', 'everything']), ['rules[0].when CONDITION']],
    ['names a license in an old spelling', policyOf(['a', { license: ['GPL-2.0'] }]), ['rules[0].when.license[0] LICENSE']],
    ['names a license in another case', policyOf(['a', { license: ['mit'] }]), ['rules[0].when.license[0] LICENSE']],
    ['names two licenses in one', policyOf(['a', { notLicense: ['MIT OR ISC'] }]), ['rules[0].when.notLicense[0] LICENSE']],
    ['has a rule after one that takes everything', policyOf(['a', {}], ['b', { verdict: ['DENIED'] }]), ['rules[1] RULE_UNREACHABLE']],
    ['has a rule after a wider one', policyOf(['a', { class: ['permissive', 'proprietary'] }], ['b', { class: ['proprietary'], usage: ['internal'] }]), ['rules[1] RULE_UNREACHABLE']],
    ['approves everything', policyOf(['a', {}, 'APPROVED']), ['rules[0].when APPROVES_UNKNOWN']],
    ['approves by usage alone', policyOf(['a', { usage: ['internal'] }, 'APPROVED']), ['rules[0].when APPROVES_UNKNOWN']],
    ['approves what is unknown by name', policyOf(['a', { verdict: ['ALLOWED', 'UNKNOWN'] }, 'APPROVED']), ['rules[0].when APPROVES_UNKNOWN']],
    ['wants a negated condition to hold for the unknown', policyOf(['a', { verdict: ['UNKNOWN'], notClass: ['proprietary'] }]), ['rules[0].when RULE_NEVER_HOLDS']],
    ['includes what it excludes', policyOf(['a', { class: ['proprietary'], notClass: ['proprietary', 'unknown'] }]), ['rules[0].when RULE_NEVER_HOLDS']],
    ['asks for compatibility with nothing', policyOf(['a', { compatibility: ['COMPATIBLE'] }]), ['rules[0].when.compatibility NEEDS_OUTBOUND']],
    ['decides something else', policyOf(['a', { verdict: ['DENIED'] }, 'MAYBE']), ['rules[0].outcome VALUE']],
    ['has an outbound license that is none', { ...policyOf(['a', {}]), outbound: 'MIT OR ISC' }, ['outbound OUTBOUND']],
    ['has no name', { ...policyOf(['a', {}]), name: ' ' }, ['name NAME']],
    ['explains nothing', { ...policyOf(), rules: [{ id: 'a', when: {}, outcome: 'REVIEW', sentence: { de: ' ', en: 'x' } }] }, ['rules[0].sentenceDe SENTENCE']],
  ])('is told what to mend and where if it %s', (_, policy, expected) => {
    expect(problemsOf(policy)).toEqual(expected);
  });

  it('may end with a rule for all the rest that does not approve', () => {
    expect(problemsOf(policyOf(['a', { verdict: ['ALLOWED'] }, 'APPROVED'], ['rest', {}, 'REJECTED']))).toEqual([]);
  });
});

describe('a condition that covers another', () => {
  const some = <T extends string>(...values: T[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
  const condition = fc
    .record({ verdict: some('ALLOWED', 'DENIED', 'UNKNOWN'), class: some('permissive', 'proprietary', 'unknown'), notClass: some('permissive', 'proprietary'), license: some('MIT', 'ISC'), notLicense: some('MIT', 'ISC'), osiApproved: fc.option(fc.boolean(), { nil: undefined }), usage: some('internal', 'network') })
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as RuleCondition);
  const facts: fc.Arbitrary<LicenseFacts> = fc.record({
    verdict: fc.constantFrom('ALLOWED', 'DENIED', 'UNKNOWN'),
    class: fc.constantFrom('permissive', 'proprietary', 'unknown'),
    license: fc.constantFrom('MIT', 'ISC', 'LicenseRef-x', null),
    osiApproved: fc.constantFrom(true, false, null),
    fsfLibre: fc.constant(null),
    compatibility: fc.constant(null),
  });

  it('holds wherever that one does', () => {
    fc.assert(
      fc.property(condition, condition, fc.array(facts, { minLength: 20, maxLength: 20 }), fc.constantFrom('internal', 'network'), (narrow, wide, all, usage) => {
        fc.pre(isCovered(narrow, wide));
        for (const one of all) if (holds(narrow, one, { usage })) expect(holds(wide, one, { usage })).toBe(true);
      }),
    );
  });
});
