// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { classOf, describeProof, judgeOpenSource, licenseRows, parseExpression, type LicenseExpression } from '../index.js';

const tree = (text: string): LicenseExpression => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};
const verdictOf = (text: string): string => judgeOpenSource(tree(text)).verdict;

describe('the verdict "open source in the sense of M1"', () => {
  it.each([
    ['MIT', 'ALLOWED'],
    ['EUPL-1.2', 'ALLOWED'],
    ['SSPL-1.0', 'DENIED'],
    ['BUSL-1.1', 'DENIED'],
    ['Elastic-2.0', 'DENIED'],
    ['CC-BY-NC-4.0', 'DENIED'],
    ['CC-BY-ND-4.0', 'DENIED'],
    ['JSON', 'DENIED'],
    ['PolyForm-Noncommercial-1.0.0', 'DENIED'],
    ['LicenseRef-proprietary', 'DENIED'],
    ['LicenseRef-scancode-commons-clause', 'DENIED'],
    ['LicenseRef-something', 'UNKNOWN'],
    ['DocumentRef-x:LicenseRef-proprietary', 'UNKNOWN'],
    ['NONE', 'DENIED'],
    ['NOASSERTION', 'UNKNOWN'],
    ['GFDL-1.3-invariants-only', 'UNKNOWN'],
    ['MIT OR SSPL-1.0', 'ALLOWED'],
    ['MIT AND SSPL-1.0', 'DENIED'],
    ['MIT AND LicenseRef-x', 'UNKNOWN'],
    ['SSPL-1.0 OR LicenseRef-x', 'UNKNOWN'],
    ['SSPL-1.0 AND LicenseRef-x', 'DENIED'],
    ['MIT OR LicenseRef-x', 'ALLOWED'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'ALLOWED'],
    ['GPL-2.0-only WITH AdditionRef-x', 'UNKNOWN'],
    ['CC-BY-NC-4.0+', 'DENIED'],
    ['SGI-B-1.0+', 'ALLOWED'],
  ])('on %s is %s', (text, verdict) => {
    expect(verdictOf(text)).toBe(verdict);
  });

  it('is given with a proof in both languages for every id of the list', () => {
    for (const { id, osi } of licenseRows) {
      const { verdict, proof } = judgeOpenSource(tree(id));
      if (osi) expect(verdict).toBe('ALLOWED');
      for (const language of ['de', 'en'] as const) expect(describeProof(proof, language)).toMatch(/: \S+ – .{10,}/);
    }
  });

  it('never allows what neither OSI nor FSF accept and our class calls closed', () => {
    for (const row of licenseRows) {
      const isClosed = ['source-available', 'non-commercial', 'proprietary', 'unknown'].includes(row.class);
      if (isClosed && !row.osi && row.fsf !== true && !row.id.startsWith('any-OSI')) expect(verdictOf(row.id)).not.toBe('ALLOWED');
      if (row.reservation !== undefined) expect(verdictOf(row.id)).not.toBe('ALLOWED');
    }
  });

  it('shows its steps', () => {
    expect(describeProof(judgeOpenSource(tree('MIT AND SSPL-1.0')).proof, 'en').split('\n')).toEqual([
      'not open source: all parts apply at once (AND)',
      '  open source: MIT – approved by the Open Source Initiative',
      expect.stringMatching(/^ {2}not open source: SSPL-1\.0 – demands the source/),
    ]);
  });
});

describe('the class of an expression', () => {
  it.each([
    ['MIT AND GPL-2.0-only', 'strong-copyleft'],
    ['MIT OR GPL-2.0-only', 'permissive'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'weak-copyleft'],
    ['GPL-2.0-only WITH Bison-exception-2.2', 'strong-copyleft'],
    ['MIT AND LicenseRef-x', 'unknown'],
    ['MIT OR LicenseRef-x', 'permissive'],
    ['LicenseRef-proprietary AND LicenseRef-x', 'proprietary'],
    ['AGPL-3.0-or-later', 'network-copyleft'],
    ['CC0-1.0', 'public-domain'],
    ['NOASSERTION', 'unknown'],
  ])('%s is %s', (text, expected) => {
    expect(classOf(tree(text))).toBe(expected);
  });
});
