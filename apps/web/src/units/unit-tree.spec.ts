// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from '@jest/globals';
import { unitTree, type Unit } from './unit-tree.js';

const unit = (key: string, name: string, above?: string): Unit => ({ key, name, parent: above === undefined ? null : { key: above } });
const shown = (units: readonly Unit[], search = '') => unitTree(units, search, 'de').map(({ unit: { key }, depth }) => `${'-'.repeat(depth)}${key}`);

const CITY = [unit('A33', 'Bürgeramt', 'D3'), unit('D3', 'Dezernat 3'), unit('A10', 'Amt 10'), unit('A9', 'Amt 9'), unit('T1', 'Meldestelle', 'A33')];

describe('the tree of organisational units', () => {
  it('puts each below the one it belongs to, and those of one parent by name, numbers as numbers', () => {
    expect(shown(CITY)).toEqual(['A9', 'A10', 'D3', '-A33', '--T1']);
  });

  it('keeps what has the searched part of a name or key, and what stands above it', () => {
    expect(shown(CITY, ' MELDE ')).toEqual(['D3', '-A33', '--T1']);
    expect(shown(CITY, 'a33')).toEqual(['D3', '-A33']);
    expect(shown(CITY, 'nirgends')).toEqual([]);
  });

  it('loses nothing where a parent is not there, or units stand in a circle', () => {
    expect(shown([unit('A1', 'Eins', 'X')])).toEqual(['A1']);
    expect(shown([unit('A1', 'Eins', 'A2'), unit('A2', 'Zwei', 'A1'), unit('A3', 'Drei', 'A3')])).toEqual(['A1', '-A2', 'A3']);
    expect(shown([])).toEqual([]);
  });

  it('takes a chain of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, at) => unit(`U${at}`, `Unit ${at}`, at === 0 ? undefined : `U${at - 1}`));
    expect(unitTree(chain, '9999', 'en').at(-1)).toMatchObject({ unit: { key: 'U9999' }, depth: 9_999 });
  });
});
