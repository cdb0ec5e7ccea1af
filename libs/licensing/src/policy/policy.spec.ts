// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { calendarDate, type CalendarDate } from '#kernel';
import { beschaffung, checkComponents, classesByStrictness, decideText, overall, readyPolicies, veroeffentlichung, type LicensePolicy } from '../index.js';

const today = calendarDate('2026-11-24') as CalendarDate;
const sentence = { de: 'Ein Satz.', en: 'A sentence.' };
const outcomeOf = (policy: LicensePolicy, text: string): string => decideText(policy, text, { usage: 'publication' }).outcome;

describe('a policy', () => {
  it.each([
    ['MIT', 'APPROVED'],
    ['LGPL-2.1-or-later', 'APPROVED'],
    ['GPL-3.0-only', 'REJECTED'],
    ['MIT OR GPL-3.0-only', 'APPROVED'],
    ['MIT AND GPL-3.0-only', 'REJECTED'],
    ['SSPL-1.0', 'REJECTED'],
    ['freeware', 'REJECTED'],
    ['LicenseRef-x', 'REVIEW'],
    ['MIT OR LicenseRef-x', 'APPROVED'],
    ['MIT AND LicenseRef-x', 'REVIEW'],
    ['GPL', 'REVIEW'],
    ['nobody knows', 'REVIEW'],
    ['', 'REVIEW'],
  ])('for publication says to %j: %s', (text, outcome) => {
    expect(outcomeOf(veroeffentlichung, text)).toBe(outcome);
  });

  it('for procurement looks at the use', () => {
    expect(decideText(beschaffung, 'AGPL-3.0-only', { usage: 'internal' })).toMatchObject({ outcome: 'APPROVED', rule: 'open-source' });
    expect(decideText(beschaffung, 'AGPL-3.0-only', { usage: 'network' })).toMatchObject({ outcome: 'REVIEW', rule: 'netz-copyleft-im-dienst' });
    expect(decideText(beschaffung, 'CC-BY-NC-4.0', { usage: 'internal' })).toMatchObject({ outcome: 'REJECTED' });
    expect(decideText(beschaffung, 'Proprietary', { usage: 'internal' })).toMatchObject({ outcome: 'REVIEW', rule: 'proprietaer-begruenden' });
  });

  it.each([{ notClass: ['proprietary'] }, { notLicense: ['SSPL-1.0'] }, { osiApproved: false }, { fsfLibre: false }] as const)('never lets an unknown license pass %j', (when) => {
    const policy: LicensePolicy = { name: 'p', version: '1', rules: [{ id: 'r', when, outcome: 'APPROVED', sentence }] };
    for (const text of ['LicenseRef-x', 'NOASSERTION', '', 'nobody knows', 'MIT AND LicenseRef-x']) expect(outcomeOf(policy, text)).toBe('REVIEW');
  });

  it('never lets an unknown license pass, whatever its negated rules say and however the text is put', () => {
    const negated = fc.record(
      { notClass: fc.uniqueArray(fc.constantFrom(...classesByStrictness), { maxLength: 3 }), notLicense: fc.uniqueArray(fc.constantFrom('MIT', 'SSPL-1.0', 'GPL-3.0-only'), { maxLength: 2 }), osiApproved: fc.constant(false), fsfLibre: fc.constant(false) },
      { requiredKeys: [] },
    );
    const rules = fc.array(negated.filter((when) => Object.keys(when).length > 0), { minLength: 1, maxLength: 4 });
    const unread = fc.stringMatching(/^[a-z]{3,12}$/).map((name) => `LicenseRef-x-${name}`);
    const known = fc.constantFrom('MIT', 'Apache-2.0', 'EUPL-1.2');
    const text = fc.oneof(unread, fc.tuple(known, unread).map((parts) => parts.join(' AND ')), fc.tuple(unread, unread).map((parts) => parts.join(' OR ')), unread.map((name) => `${name} WITH AdditionRef-y`), fc.constantFrom('NOASSERTION', '', 'nobody knows', 'MIT AND our own terms'));
    fc.assert(
      fc.property(rules, text, (whens, license) => {
        const policy: LicensePolicy = { name: 'p', version: '1', rules: whens.map((when, i) => ({ id: `r${i}`, when, outcome: 'APPROVED', sentence })) };
        expect(outcomeOf(policy, license)).toBe('REVIEW');
      }),
      { numRuns: 300 },
    );
  });

  it('lets a negated rule apply to what is known', () => {
    const policy: LicensePolicy = { name: 'p', version: '1', rules: [{ id: 'r', when: { notClass: ['proprietary'] }, outcome: 'APPROVED', sentence }] };
    expect(outcomeOf(policy, 'MIT')).toBe('APPROVED');
    expect(outcomeOf(policy, 'Proprietary')).toBe('REVIEW');
  });

  it('explains every outcome with one sentence in both languages', () => {
    for (const policy of Object.values(readyPolicies)) for (const rule of policy.rules) for (const text of Object.values(rule.sentence)) expect(text).toMatch(/^\S.{30,220}\.$/);
  });
});

describe('a check of components', () => {
  const waived: LicensePolicy = { ...veroeffentlichung, waivers: [{ component: 'gpl-part', license: 'GPL-3.0-only', author: 'A. Beispiel', reason: 'wird ersetzt', expiresOn: today }] };
  const components = [{ name: 'a', version: '1.0', license: 'Apache 2' }, { name: 'gpl-part', purl: 'pkg:npm/gpl-part@1', license: 'GPL-3.0-only' }, { name: 'silent' }];

  it('answers for each component in order, and with the strictest outcome for the whole', () => {
    const check = checkComponents(veroeffentlichung, components, 'publication', today, 'en');
    expect(check).toMatchObject({ policy: 'veroeffentlichung', policyVersion: '1', verdict: 'REJECTED', counts: { APPROVED: 1, REVIEW: 1, REJECTED: 1 } });
    expect(check.findings).toEqual([
      { component: 'a', version: '1.0', purl: null, license: 'Apache-2.0', verdict: 'APPROVED', rule: 'vertraeglich', reason: expect.stringContaining('may be in software'), note: null },
      { component: 'gpl-part', version: null, purl: 'pkg:npm/gpl-part@1', license: 'GPL-3.0-only', verdict: 'REJECTED', rule: 'unvertraeglich', reason: expect.any(String), note: null },
      { component: 'silent', version: null, purl: null, license: null, verdict: 'REVIEW', rule: 'unbekannt', reason: expect.any(String), note: null },
    ]);
  });

  it('honours a waiver up to its last day and for its license only', () => {
    expect(checkComponents(waived, components, 'publication', today).findings[1]).toMatchObject({ verdict: 'APPROVED', rule: 'ausnahme', reason: 'Begründete Ausnahme bis 2026-11-24 durch A. Beispiel: wird ersetzt' });
    expect(checkComponents(waived, components, 'publication', calendarDate('2026-11-25') as CalendarDate).findings[1]?.verdict).toBe('REJECTED');
    expect(checkComponents(waived, [{ name: 'gpl-part', license: 'SSPL-1.0' }], 'publication', today).findings[0]?.verdict).toBe('REJECTED');
  });

  it('tells which license counted where another was declared, and is silent where only the spelling differs', () => {
    const notes = (declaredLicense: string | null, license: string | null, language: 'de' | 'en' = 'de') => checkComponents(veroeffentlichung, [{ name: 'a', license, declaredLicense }], 'publication', today, language).findings[0]?.note;
    expect(notes('GPL-2.0-only', 'MIT')).toBe('Angegeben ist GPL-2.0-only, festgestellt wurde MIT; geprüft wurde die festgestellte Lizenz.');
    expect(notes('our own terms', 'MIT', 'en')).toBe('our own terms is declared, MIT was found; the license that was found has been checked.');
    expect([notes('The MIT License', 'MIT'), notes(null, 'MIT'), notes('MIT', null), notes('', 'MIT')]).toEqual([null, null, null, null]);
  });

  it('of nothing shows nothing and asks for review', () => {
    expect(checkComponents(veroeffentlichung, [], 'publication', today).verdict).toBe('REVIEW');
    expect(overall({ APPROVED: 2, REVIEW: 0, REJECTED: 0 })).toBe('APPROVED');
  });
});
