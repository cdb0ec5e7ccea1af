// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { canonicalLicenseId, licenseRows, obligationsOf, obligationsOfAll, type Usage } from '../index.js';
import { obligationRows } from '../data/obligations.js';

const idsOf = (text: string, usage: Usage): string[] => obligationsOf(text, usage).map((entry) => entry.id);

describe('obligations', () => {
  it('come as a checklist without repetitions, with the licenses that ask for them', () => {
    expect(idsOf('MIT AND AGPL-3.0-only AND ISC', 'network')).toEqual(['source-for-users']);
    expect(obligationsOf('MIT AND AGPL-3.0-only AND ISC AND MIT', 'distribution')).toMatchObject([
      { id: 'keep-notices', licenses: ['MIT', 'AGPL-3.0-only', 'ISC'] },
      { id: 'mark-changes', licenses: ['AGPL-3.0-only'] },
      { id: 'source-of-whole', licenses: ['AGPL-3.0-only'] },
      { id: 'no-further-restrictions' },
      { id: 'installation-information' },
      { id: 'patent-peace' },
    ]);
  });

  it('of several expressions stand in one checklist', () => {
    const together = obligationsOfAll(['MIT', 'no idea', 'AGPL-3.0-only AND ISC', 'MIT'], 'distribution');
    expect(together.find(({ id }) => id === 'find-out-license')?.licenses).toEqual(['no idea']);
    expect(together.filter(({ id }) => id !== 'find-out-license')).toEqual(obligationsOf('MIT AND AGPL-3.0-only AND ISC', 'distribution'));
    expect(obligationsOfAll([], 'distribution')).toEqual([]);
  });

  it.each<[string, Usage, string[]]>([
    ['MIT', 'internal', []],
    ['MIT', 'distribution', ['keep-notices']],
    ['Apache-2.0', 'distribution', ['keep-notices', 'keep-notice-file', 'no-endorsement', 'mark-changes', 'patent-peace']],
    ['BSD-4-Clause', 'distribution', ['keep-notices', 'name-in-advertising', 'no-endorsement']],
    ['GPL-2.0', 'distribution', ['keep-notices', 'mark-changes', 'source-of-whole', 'no-further-restrictions']],
    ['GPL-3.0-or-later', 'internal', []],
    ['GPL-3.0-or-later', 'network', []],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'distribution', ['keep-notices', 'mark-changes', 'source-of-component', 'allow-exchange']],
    ['LGPL-2.1-only', 'distribution', ['keep-notices', 'mark-changes', 'source-of-component', 'allow-exchange']],
    ['EUPL-1.2', 'network', ['source-for-users']],
    ['CC-BY-4.0', 'network', ['credit-author']],
    ['CC0-1.0', 'distribution', []],
    ['SSPL-1.0', 'internal', ['respect-restriction', 'justify']],
    ['LicenseRef-proprietary', 'internal', ['buy-rights', 'justify']],
    ['LicenseRef-x', 'internal', ['find-out-license']],
    ['nobody knows', 'internal', ['find-out-license']],
    ['', 'internal', ['find-out-license']],
  ])('of %s for %s are %j', (text, usage, expected) => {
    expect(idsOf(text, usage)).toEqual(expected);
  });

  it('name only licenses of the list', () => {
    for (const family of obligationRows.flatMap((row) => row.licenses ?? [])) {
      if (family.endsWith('*')) expect(licenseRows.some(({ id }) => id.startsWith(family.slice(0, -1)))).toBe(true);
      else expect(canonicalLicenseId(family)).toBe(family);
    }
  });

  it('are one plain sentence each, in both languages', () => {
    for (const { sentence } of obligationRows) for (const text of Object.values(sentence)) expect(text).toMatch(/^[A-Z„"].{10,140}\.$/);
  });
});
