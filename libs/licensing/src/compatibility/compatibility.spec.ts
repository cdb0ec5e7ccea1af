// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { carriages } from '../data/carriages.js';
import { checkCompatibility, licenseInfo, matrixOf, parseOsadlMatrix } from '../index.js';

describe('compatibility by our own table', () => {
  it.each([
    ['EUPL-1.2', 'MIT', 'COMPATIBLE', 'NOTICES_SUFFICE'],
    ['EUPL-1.2', 'GPL-3.0-only', 'INCOMPATIBLE', 'OUTBOUND_IS_NOT_ACCEPTED'],
    ['GPL-3.0-only', 'EUPL-1.2', 'COMPATIBLE', 'OUTBOUND_IS_ACCEPTED'],
    ['EUPL-1.1', 'EUPL-1.2', 'COMPATIBLE', 'OUTBOUND_IS_ACCEPTED'],
    ['GPL-2.0-only', 'Apache-2.0', 'INCOMPATIBLE', 'CONDITIONS_CONFLICT'],
    ['GPL-3.0-or-later', 'Apache-2.0', 'COMPATIBLE', 'NOTICES_SUFFICE'],
    ['GPL-2.0-only', 'GPL-2.0-or-later', 'COMPATIBLE', 'OUTBOUND_IS_ACCEPTED'],
    ['GPL-2.0-or-later', 'GPL-2.0-only', 'INCOMPATIBLE', 'OUTBOUND_IS_NOT_ACCEPTED'],
    ['GPL-2.0', 'GPL-2.0-only', 'COMPATIBLE', 'SAME_LICENSE'],
    ['MIT', 'LGPL-2.1-only', 'COMPATIBLE', 'STAYS_SEPARATE'],
    ['MIT', 'GPL-2.0-only WITH Classpath-exception-2.0', 'COMPATIBLE', 'LINKING_EXCEPTION'],
    ['GPL-3.0-only', 'EPL-2.0', 'UNKNOWN', 'DEPENDS_ON_NOTICE'],
    ['EUPL-1.2', 'SSPL-1.0', 'INCOMPATIBLE', 'NOT_OPEN_SOURCE'],
    ['EUPL-1.2', 'LicenseRef-x', 'UNKNOWN', 'NOT_RECOGNISED'],
    ['EUPL-1.2', 'nobody knows', 'UNKNOWN', 'NOT_RECOGNISED'],
    ['EUPL-1.2', 'GPLv3', 'INCOMPATIBLE', 'OUTBOUND_IS_NOT_ACCEPTED'],
    ['EUPL-1.2', 'MIT OR GPL-3.0-only', 'COMPATIBLE', 'ONE_CHOICE_FITS'],
    ['EUPL-1.2', 'MIT AND GPL-3.0-only', 'INCOMPATIBLE', 'OUTBOUND_IS_NOT_ACCEPTED'],
    ['GPL-3.0-only', 'AGPL-3.0-only', 'UNKNOWN', 'EACH_UNDER_ITS_OWN'],
    ['AGPL-3.0-only', 'EPL-2.0', 'INCOMPATIBLE', 'CONDITIONS_CONFLICT'],
    ['LGPL-2.0-or-later', 'Apache-2.0', 'INCOMPATIBLE', 'CONDITIONS_CONFLICT'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'Apache-2.0', 'INCOMPATIBLE', 'CONDITIONS_CONFLICT'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only', 'INCOMPATIBLE', 'OUTBOUND_IS_NOT_ACCEPTED'],
    ['MIT OR GPL-2.0-only', 'Apache-2.0', 'INCOMPATIBLE', 'CONDITIONS_CONFLICT'],
    ['MIT OR Apache-2.0', 'BSD-3-Clause', 'COMPATIBLE', 'NOTICES_SUFFICE'],
    ['LicenseRef-x', 'MIT', 'UNKNOWN', 'NOT_RECOGNISED'],
    ['no such thing', 'MIT', 'UNKNOWN', 'NOT_RECOGNISED'],
  ])('into %s: %s is %s (%s)', (outbound, inbound, verdict, reason) => {
    expect(checkCompatibility(outbound, [inbound])).toMatchObject({ verdict, pairs: [{ inbound, verdict, reason, source: 'fahrplan' }] });
  });

  it('holds the forty licenses that matter most, all of them on the list', () => {
    expect(Object.keys(carriages).length).toBeGreaterThanOrEqual(40);
    for (const [id, carriage] of Object.entries(carriages)) {
      const named = carriage.kind === 'whole' ? carriage.into : [...(carriage.notInto ?? [])];
      for (const name of [id, ...named]) expect(licenseInfo(name)?.id).toBe(name);
    }
  });

  it('takes the worst pair for the whole', () => {
    expect(checkCompatibility('EUPL-1.2', ['MIT', 'LicenseRef-x']).verdict).toBe('UNKNOWN');
    expect(checkCompatibility('EUPL-1.2', ['MIT', 'LicenseRef-x', 'SSPL-1.0']).verdict).toBe('INCOMPATIBLE');
    expect(checkCompatibility('EUPL-1.2', []).verdict).toBe('COMPATIBLE');
  });
});

describe('a matrix of OSADL', () => {
  const csv = 'Compatibility*,MIT,GPL-2.0-only\nMIT,Same,No\nGPL-2.0-only,Yes,Same\n';
  const forms = [csv, '{"timestamp":"x","MIT":{"MIT":"Same","GPL-2.0-only":"No"},"GPL-2.0-only":{"MIT":"Yes","GPL-2.0-only":"Same"}}', '{"licenses":[{"name":"MIT","compatibilities":[{"name":"GPL-2.0-only","compatibility":"No"}]},{"name":"GPL-2.0-only","compatibilities":[{"name":"MIT","compatibility":"Yes"}]}]}'];

  it.each(forms)('is read and decides with its direction: %s', (text) => {
    const matrix = parseOsadlMatrix(text);
    if (!matrix.ok) throw new Error(matrix.problem.code);
    expect(matrix.value.licenses).toEqual(['MIT', 'GPL-2.0-only']);
    expect(checkCompatibility('MIT', ['GPL-2.0-only'], matrix.value).pairs).toEqual([{ inbound: 'GPL-2.0-only', outbound: 'MIT', verdict: 'INCOMPATIBLE', reason: 'MATRIX_CELL', source: 'OSADL' }]);
    expect(checkCompatibility('GPL-2.0-only', ['MIT'], matrix.value).verdict).toBe('COMPATIBLE');
    expect(checkCompatibility('MIT', ['ISC'], matrix.value).pairs[0]?.source).toBe('fahrplan');
  });

  it.each([
    ['', 'LICENSING.MATRIX_EMPTY'],
    ['a,b\n1,2\n', 'LICENSING.MATRIX_UNREADABLE'],
    ['Compatibility,MIT\n', 'LICENSING.MATRIX_UNREADABLE', { line: 1 }],
    ['Compatibility,"MIT\nMIT,Same', 'LICENSING.MATRIX_UNREADABLE', { line: 2 }],
    ['{"a":', 'LICENSING.MATRIX_UNREADABLE', { line: 1, column: 6 }],
    ['{"MIT":{"MIT":"Same"},\n"ISC":{"MI', 'LICENSING.MATRIX_UNREADABLE', { line: 2 }],
    ['{}', 'LICENSING.MATRIX_UNREADABLE'],
    ['[]', 'LICENSING.MATRIX_UNREADABLE'],
    ['{"licenses":[]}', 'LICENSING.MATRIX_UNREADABLE'],
    ['{"licenses":[null]}', 'LICENSING.MATRIX_UNREADABLE', { path: 'licenses[0]' }],
    ['{"licenses":[{"name":"MIT","compatibilities":{}}]}', 'LICENSING.MATRIX_UNREADABLE', { path: 'licenses[0]' }],
    ['{"MIT":{}}', 'LICENSING.MATRIX_UNREADABLE'],
    ['Compatibility,MIT\nMIT,Same,No\n', 'LICENSING.MATRIX_ROW_LENGTH', { line: 2 }],
    ['Compatibility,MIT,ISC\nMIT,Same,Yes\n\nISC,Yes\n', 'LICENSING.MATRIX_ROW_LENGTH', { line: 4 }],
    ['Compatibility,MIT\nMIT,Perhaps\n', 'LICENSING.MATRIX_CELL_UNKNOWN', { line: 2, cell: 'Perhaps' }],
    ['Compatibility,MIT\nMIT,\n', 'LICENSING.MATRIX_CELL_UNKNOWN', { line: 2 }],
    ['{"MIT":{"MIT":true}}', 'LICENSING.MATRIX_CELL_UNKNOWN', { path: 'MIT.MIT', cell: 'true' }],
    ['Compatibility,MIT\nMIT,Same\nMIT,Same\n', 'LICENSING.MATRIX_LICENSE_TWICE', { line: 3 }],
    ['Compatibility,MIT,MIT\nMIT,Same,Same\n', 'LICENSING.MATRIX_LICENSE_TWICE', { line: 1 }],
    ['{"MIT":{"MIT":"Same"},\n "MIT":{"MIT":"No"}}', 'LICENSING.MATRIX_LICENSE_TWICE', { line: 2, column: 2 }],
    ['Compatibility,MIT,ISC\nMIT,Same,Yes\n', 'LICENSING.MATRIX_NOT_SQUARE', { license: 'ISC', line: 2 }],
    ['Compatibility,MIT\nMIT,Same\nISC,Yes\n', 'LICENSING.MATRIX_NOT_SQUARE', { license: 'ISC', line: 2 }],
    ['{"MIT":{"ISC":"Yes"},"ISC":{}}', 'LICENSING.MATRIX_NOT_SQUARE', { license: 'MIT', path: 'ISC' }],
  ])('that is %j is refused as %s', (text: string, code: string, place: object = {}) => {
    expect(parseOsadlMatrix(text)).toMatchObject({ ok: false, problem: { code, ...place } });
  });

  it('that is far too large is refused before it is read', () => {
    expect(parseOsadlMatrix(' '.repeat(64_000_001))).toMatchObject({ ok: false, problem: { code: 'LICENSING.MATRIX_TOO_LARGE' } });
    expect(parseOsadlMatrix(`{${Array.from({ length: 1_001 }, (_, i) => `"L${i}":{}`).join()}}`)).toMatchObject({ ok: false, problem: { code: 'LICENSING.MATRIX_TOO_LARGE', found: 1_001 } });
  });

  it('is the same matrix made again of its cells', () => {
    const parsed = parseOsadlMatrix(csv, 'a copy');
    if (!parsed.ok) throw new Error(parsed.problem.code);
    const again = matrixOf(parsed.value.source, parsed.value.entries());
    expect(again.entries()).toEqual([
      { outbound: 'MIT', inbound: 'MIT', cell: 'Same' },
      { outbound: 'MIT', inbound: 'GPL-2.0-only', cell: 'No' },
      { outbound: 'GPL-2.0-only', inbound: 'MIT', cell: 'Yes' },
      { outbound: 'GPL-2.0-only', inbound: 'GPL-2.0-only', cell: 'Same' },
    ]);
    expect([again.source, again.licenses, again.cell('MIT', 'ISC')]).toEqual(['a copy', ['MIT', 'GPL-2.0-only'], null]);
  });

  it('decides by the names it uses itself, also where they are out of date or its own', () => {
    const parsed = parseOsadlMatrix('Compatibility,GPL-2.0,Our-Own\nGPL-2.0,Same,Yes\nOur-Own,No,Same\n');
    if (!parsed.ok) throw new Error(parsed.problem.code);
    expect(checkCompatibility('Our-Own', ['GPL-2.0', 'Our-Own'], parsed.value).pairs.map((pair) => pair.verdict)).toEqual(['INCOMPATIBLE', 'COMPATIBLE']);
    expect(checkCompatibility('GPL-2.0', ['Our-Own'], parsed.value).verdict).toBe('COMPATIBLE');
  });
});
