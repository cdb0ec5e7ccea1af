// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { answerLicense, describeProof, judgeOpenSource, licenseRows } from '../index.js';

const open = ['MIT', 'Apache License, Version 2.0', 'GPLv3', 'BSD', 'EUPL-1.2', 'GNU GPL v2 or later', 'Mozilla Public License 2.0'];
const connectors = [' ', ', ', ' - ', ' (', ' and ', ' with ', ' + ', '; ', ': ', ' for ', '. ', ' mit ', ' und ', ' AND ', ' under ', ' subject to ', ' modified by '];
const restrictions = [
  ...['non-commercial use only', 'noncommercial', 'no commercial use', 'not for commercial use', 'personal use only', 'free for home users', 'evaluation only', '30 day trial', 'academic use only', 'for research purposes'],
  ...['shareware', 'freeware', 'demo version', 'source available', 'no redistribution', 'no derivatives', 'not for production', 'internal use only', 'closed source', 'not for military use', 'Good, not Evil'],
  ...['Commons Clause', 'commons-clause', 'the Commons Clause restriction', 'CommonsClause', '"Commons Clause" License Condition v1.0'],
  ...['nur für private Nutzung', 'kostenlos für private Nutzung', 'nicht kommerziell', 'keine kommerzielle Nutzung', 'Testversion', 'Alle Rechte vorbehalten', 'all rights reserved', 'für Forschung und Lehre', 'usage non commercial'],
  ...['proprietary parts', 'EULA', 'no resale', 'permission required', 'under NDA', 'usage restrictions apply', 'additional terms', 'for companies with fewer than 10 employees'],
  ...['SSPL', 'BUSL-1.1', 'Elastic License', 'PolyForm Noncommercial', 'RSALv2', 'Confluent Community License', 'OpenRAIL-M', 'Llama 2 Community License'],
];

describe('a restriction beside the name of an open license', () => {
  it.each(restrictions)('%j is never overlooked, in whatever wording', (restriction) => {
    const overlooked: string[] = [];
    for (const name of open) {
      for (const connector of connectors) {
        const close = connector === ' (' ? ')' : '';
        for (const text of [`${name}${connector}${restriction}${close}`, `${restriction}${connector}${name}${close}`]) if (answerLicense(text).verdict === 'ALLOWED') overlooked.push(text);
      }
    }
    expect(overlooked).toEqual([]);
  });

  it.each([
    ['MIT with Commons Clause', 'MIT AND LicenseRef-scancode-commons-clause'],
    ['MIT modified with the Commons Clause', 'MIT AND LicenseRef-scancode-commons-clause'],
    ['Apache-2.0 WITH Commons-Clause', 'Apache-2.0 AND LicenseRef-scancode-commons-clause'],
    ['Apache License 2.0 subject to the Commons Clause', 'Apache-2.0 AND LicenseRef-scancode-commons-clause'],
    ['Commons Clause License Condition v1.0 with Apache 2.0', 'LicenseRef-scancode-commons-clause AND Apache-2.0'],
    ['MIT mit Commons Clause', 'MIT AND LicenseRef-scancode-commons-clause'],
    ['something of our own with Commons Clause', null],
  ])('%j is denied as %s', (text, expression) => {
    expect(answerLicense(text)).toMatchObject({ expression, verdict: 'DENIED' });
  });

  it('may stand in an address', () => {
    expect(answerLicense('MIT, https://www.elastic.co/licensing/elastic-license')).toMatchObject({ decision: 'AMBIGUOUS', candidates: ['MIT', 'Elastic-2.0'], verdict: 'UNKNOWN' });
  });

  it('is asked about, not denied, where an open license is named and the rest says too little', () => {
    expect(answerLicense('GPLv3 with commercial exception')).toMatchObject({ decision: 'UNKNOWN', verdict: 'UNKNOWN' });
  });

  it('that is only said not to apply leaves the question open', () => {
    expect(answerLicense('MIT without Commons Clause').verdict).toBe('UNKNOWN');
  });

  it('is not found in the names of open licenses, nor in the notice that closes every license', () => {
    const denied: string[] = [];
    for (const { id, name, deprecated } of licenseRows) {
      if (deprecated === true || judgeOpenSource({ kind: 'license', id, orLater: false }).verdict !== 'ALLOWED') continue;
      for (const text of [id, name, id.replaceAll('-', ' '), `The ${name.toLowerCase()}`, `${name} (${id})`]) if (answerLicense(text).verdict === 'DENIED') denied.push(text);
    }
    expect(denied).toEqual([]);
    expect(answerLicense('MIT License. Copyright 2020 ACME. All rights reserved.').expression).toBe('MIT');
  });

  it('is named in the proof, in both languages', () => {
    const { proof } = answerLicense('MIT, kostenlos für private Nutzung');
    expect(describeProof(proof, 'de')).toContain('nur für den persönlichen Gebrauch');
    expect(describeProof(proof, 'en')).toContain('for personal use only');
  });
});
