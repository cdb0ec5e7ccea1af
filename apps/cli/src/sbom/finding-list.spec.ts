// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { LicenseFinding } from '#licensing';
import { FindingList } from './finding-list.js';

const finding = (component: string, verdict: LicenseFinding['verdict']): LicenseFinding => ({ component, version: null, purl: null, license: null, verdict, rule: 'r', reason: 'x', note: null });

describe('findings of a bill of materials', () => {
  it('are kept while they are few, and only counted beyond', () => {
    const list = new FindingList(1, 2);
    list.add(finding('a', 'REVIEW'));
    list.add(finding('b', 'APPROVED'));
    expect(list.kept?.map(({ component }) => component)).toEqual(['a', 'b']);
    list.add(finding('c', 'REJECTED'));
    list.add(finding('d', 'REJECTED'));
    expect([list.kept, list.count, list.counts, list.verdict]).toEqual([null, 4, { APPROVED: 1, REVIEW: 1, REJECTED: 2 }, 'REJECTED']);
  });

  it('show what is rejected before what is to be reviewed, and never what is approved', () => {
    const list = new FindingList(3);
    for (const [name, verdict] of [['a', 'REVIEW'], ['b', 'APPROVED'], ['c', 'REJECTED'], ['d', 'REVIEW'], ['e', 'REVIEW']] as const) list.add(finding(name, verdict));
    expect(list.open.map(({ component }) => component)).toEqual(['c', 'a', 'd']);
  });
});
