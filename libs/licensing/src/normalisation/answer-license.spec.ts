// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { answerLicense, licenseRows, parseExpression } from '../index.js';

const meaning = (text: string): string => {
  const answer = answerLicense(text);
  return answer.decision === 'AMBIGUOUS' ? answer.candidates.join(' | ') : (answer.expression ?? 'unknown');
};

describe('a license text from the wild', () => {
  it.each([
    // npm and conda
    ['MIT', 'MIT'],
    ['mit', 'MIT'],
    ['(MIT OR Apache-2.0)', 'MIT OR Apache-2.0'],
    ['MIT*', 'MIT'],
    ['BSD 3-Clause', 'BSD-3-Clause'],
    ['SEE LICENSE IN LICENSE.md', 'unknown'],
    // CRAN
    ['MIT + file LICENSE', 'MIT'],
    ['GPL (>= 2)', 'GPL-2.0-or-later'],
    // PyPI
    ['License :: OSI Approved :: Apache Software License', 'Apache-2.0'],
    ['License :: OSI Approved :: GNU Lesser General Public License v3 or later (LGPLv3+)', 'LGPL-3.0-or-later'],
    ['License :: OSI Approved :: GNU Affero General Public License v3', 'AGPL-3.0-only'],
    ['AGPLv3', 'AGPL-3.0-or-later'],
    ['GNU Affero General Public License v3 (AGPLv3+)', 'AGPL-3.0-or-later'],
    ['GNU General Public License v3', 'GPL-3.0-only | GPL-3.0-or-later'],
    ['License :: OSI Approved', 'unknown'],
    // Debian
    ['GPL-2+', 'GPL-2.0-or-later'],
    ['Expat', 'MIT'],
    ['LGPL-2', 'LGPL-2.0-only'],
    ['Artistic or GPL-1+', 'Artistic-1.0-Perl OR GPL-1.0-or-later'],
    // RPM
    ['ASL 2.0', 'Apache-2.0'],
    ['GPL+', 'GPL-1.0-or-later'],
    ['GPL v2 or v3', 'GPL-2.0-only OR GPL-3.0-only | GPL-2.0-only OR GPL-3.0-or-later'],
    ['LGPL 2.1/3.0+', 'LGPL-2.1-only OR LGPL-3.0-or-later'],
    ['Apache 2 + LLVM exception', 'Apache-2.0 WITH LLVM-exception'],
    ['(GPLv2+ or MIT) and MPLv2.0', '(GPL-2.0-or-later OR MIT) AND MPL-2.0'],
    ['MPLv1.1 or GPLv2+ or LGPLv2+', 'MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.0-or-later'],
    ['LGPLv2+ and MIT', 'LGPL-2.0-or-later AND MIT'],
    ['BSD with advertising', 'BSD-4-Clause'],
    // Maven
    ['The Apache Software License, Version 2.0', 'Apache-2.0'],
    ['Eclipse Public License - v 2.0', 'EPL-2.0'],
    ['GNU General Public License, version 2 (GPL2), with the classpath exception', 'GPL-2.0-only WITH Classpath-exception-2.0'],
    ['Dual license consisting of the CDDL v1.1 and GPL v2', 'CDDL-1.1 OR GPL-2.0-only'],
    // addresses
    ['https://www.apache.org/licenses/LICENSE-2.0.txt', 'Apache-2.0'],
    ['http://opensource.org/licenses/BSD-3-Clause', 'BSD-3-Clause'],
    ['https://creativecommons.org/licenses/by-nc-sa/4.0/legalcode.de', 'CC-BY-NC-SA-4.0'],
    ['https://creativecommons.org/licenses/by/3.0/de/', 'CC-BY-3.0-DE'],
    ['https://www.gnu.org/licenses/old-licenses/gpl-2.0.html', 'GPL-2.0-only'],
    ['https://spdx.org/licenses/EUPL-1.2.html', 'EUPL-1.2'],
    ['https://www.gnu.org/licenses/gpl-3.0.txt', 'GPL-3.0-only'],
    ['GPLv3 (https://www.gnu.org/licenses/gpl-3.0.txt)', 'GPL-3.0-only | GPL-3.0-or-later'],
    ['https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12', 'EUPL-1.2'],
    ['https://example.org/our-terms', 'unknown'],
    // slips
    ['Apache Lisence 2.0', 'Apache-2.0'],
    ['Mozila Public License 2.0', 'MPL-2.0'],
    ['BDS-3-Clause', 'BSD-3-Clause'],
    // German
    ['Lizenz: GPLv2 oder neuer', 'GPL-2.0-or-later'],
    ['EUPL, Version 1.2', 'EUPL-1.2'],
    ['GNU GPL Version 3 oder (nach Ihrer Wahl) jede spätere Version', 'GPL-3.0-or-later'],
    ['3-Klausel-BSD', 'BSD-3-Clause'],
    ['Diese Software steht unter der MIT-Lizenz', 'MIT'],
    // an offer to buy grants nothing
    ['GPLv2 or commercial', 'GPL-2.0-only'],
    ['GPLv2 and proprietary', 'GPL-2.0-only AND LicenseRef-proprietary'],
    // not open
    ['Apache 2.0 with Commons Clause', 'Apache-2.0 AND LicenseRef-scancode-commons-clause'],
    ['Business Source License 1.1', 'BUSL-1.1'],
    ['Server Side Public License, v 1', 'SSPL-1.0'],
    ['Proprietary', 'LicenseRef-proprietary'],
    ['Commons Clause + Apache 2.0', 'LicenseRef-scancode-commons-clause AND Apache-2.0'],
    ['MIT/Commons Clause', 'MIT AND LicenseRef-scancode-commons-clause'],
    ['CDDL + GPLv2 with classpath exception', 'CDDL-1.0 OR GPL-2.0-only WITH Classpath-exception-2.0 | CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0'],
    // a license named and taken back
    ['MIT License, non-commercial use only', 'unknown'],
    ['MIT (non-commercial use only)', 'unknown'],
    ['(MIT or ISC) and something of our own', 'unknown'],
    ['Fair Source', 'unknown'],
    ['Software License 3.0', 'unknown'],
    ['Version 3', 'unknown'],
    ['2.0', 'unknown'],
    ['Apache 2.0 - all rights reserved for enterprise features', 'unknown'],
    ['MIT (proprietary)', 'MIT | LicenseRef-proprietary'],
    ['Apache 2.0 (modified)', 'unknown'],
    ['GPLv2, but not for military use', 'unknown'],
    ['BSD - no redistribution', 'unknown'],
    // vendors
    ['Microsoft', 'unknown'],
    ['Microsoft Software License Terms', 'unknown'],
    ['Sun', 'unknown'],
    ['IBM', 'unknown'],
    ['Adobe', 'unknown'],
    // really open questions
    ['GPLv3', 'GPL-3.0-only | GPL-3.0-or-later'],
    ['LGPLv2', 'LGPL-2.0-only | LGPL-2.1-only'],
    ['UNLICENSED', 'LicenseRef-proprietary | Unlicense'],
    ['CDDL', 'CDDL-1.0 | CDDL-1.1'],
    ['MIT/X11', 'MIT | X11 | MIT OR X11'],
    // nothing
    ['', 'unknown'],
    ['   ', 'unknown'],
    ['???', 'unknown'],
    ['LGPL with exceptions', 'unknown'],
    ['MIT AND something of our own', 'unknown'],
  ])('%j means %s', (text, expected) => {
    expect(meaning(text)).toBe(expected);
  });

  it('has the verdict that all its readings share', () => {
    expect(answerLicense('GPL')).toMatchObject({ decision: 'AMBIGUOUS', expression: null, verdict: 'ALLOWED', class: 'strong-copyleft' });
    expect(answerLicense('UNLICENSED')).toMatchObject({ decision: 'AMBIGUOUS', verdict: 'UNKNOWN', class: 'unknown' });
    expect(answerLicense('Creative Commons')).toMatchObject({ decision: 'AMBIGUOUS', verdict: 'UNKNOWN' });
  });

  it.each([
    ['freeware', 'FREE_OF_CHARGE_ONLY'],
    ['Shareware (30 days)', 'TRIAL_ONLY'],
    ['source available', 'SOURCE_AVAILABLE_ONLY'],
    ['free for personal use', 'PERSONAL_USE_ONLY'],
    ['Free for non-commercial use only', 'NON_COMMERCIAL'],
    ['ACME End-User License, all rights reserved', 'PROPRIETARY'],
  ])('that only says %j is no license and not open source, with the reason', (text, reservation) => {
    expect(answerLicense(text)).toMatchObject({ decision: 'UNKNOWN', expression: null, verdict: 'DENIED', proof: { reservation } });
  });

  it('that is a title of the SPDX list means that license', () => {
    for (const { id, name, deprecated } of licenseRows) if (deprecated !== true) expect(answerLicense(name).candidates).toContain(id);
  });

  it('is answered with expressions that can be read, whatever it holds', () => {
    const words = fc.constantFrom('GPL', 'MIT', 'v2', '3.0', '+', 'or', 'and', 'later', '(', ')', ',', '/', 'with', 'Apache', 'BSD', 'License', 'exception', 'http://opensource.org/licenses/MIT', 'CC-BY', '-', '::', 'ä', '0');
    fc.assert(
      fc.property(fc.oneof(fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')), fc.string({ maxLength: 60 })), (text) => {
        const answer = answerLicense(text);
        expect(answer.input).toBe(text);
        for (const candidate of answer.candidates) expect(parseExpression(candidate).ok).toBe(true);
        expect(answer.candidates.length > 1).toBe(answer.decision === 'AMBIGUOUS');
        expect(answer.confidence01).toBeGreaterThanOrEqual(0);
        expect(answer.confidence01).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['NOASSERTION/X11', 'NONE or MIT', 'Apache-2.0 & NOASSERTION', 'NOASSERTION, LicenseRef-b'])('that says at once something and nothing is unknown: %s', (text) => {
    expect(answerLicense(text)).toMatchObject({ decision: 'UNKNOWN', expression: null, candidates: [], verdict: 'UNKNOWN' });
  });

  it('may be nested as deeply as it is long, and is not read for minutes', () => {
    for (const name of ['GNU"License OR Ref-', 'GNU License or', 'GPL OR Ref-', 'Lizenz GPL OR']) {
      const text = `${name} ${'('.repeat(985)}${')'.repeat(297)} AND ${')'.repeat(639)}or later`;
      expect(answerLicense(text)).toMatchObject({ input: text, decision: 'UNKNOWN' });
    }
  });

  it('may be long or hostile without harm', () => {
    for (const piece of ['(', 'GPL or ', 'MIT/', 'a with b exception ', 'http://', '::', '((((MIT', 'BSD-']) expect(answerLicense(piece.repeat(20_000)).expression).toBeNull();
    for (const piece of ['(', 'GPL or ', 'MIT/', 'with ', '(at your option ']) expect(answerLicense(piece.repeat(60)).input.length).toBeGreaterThan(0);
  });
});
