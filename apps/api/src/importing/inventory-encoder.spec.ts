// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { recordOfTitle, type InventoryRecord } from '#importing';
import { Dictionary, TitleDictionary, type Dictionaries } from './dictionary.js';
import { InventoryEncoder } from './inventory-encoder.js';
import { checkOf, pseudonymsWith } from './pseudonyms.js';
import { mappingToTry, mappingWithout } from './remembered-mapping.js';

/** Reads what COPY would be sent, by the documentation of its format. */
function decode(buffer: Buffer): (number | null)[][] {
  const rows: (number | null)[][] = [];
  for (let at = 0; at < buffer.length; ) {
    const columns = buffer.readInt16BE(at);
    at += 2;
    rows.push(
      Array.from({ length: columns }, () => {
        const length = buffer.readInt32BE(at);
        at += 4;
        if (length < 0) return null;
        const value = buffer.readInt32BE(at);
        at += length;
        return value;
      }),
    );
  }
  return rows;
}

function encoderWith(known: Record<string, number> = {}) {
  let last = 1_000;
  const dictionaries: Dictionaries = { hosts: new Dictionary(new Map(Object.entries(known))), titles: new TitleDictionary(new Map()), versions: new Dictionary(new Map()), departments: new Dictionary(new Map()) };
  const settle = async () => Object.values(dictionaries).forEach((one: Dictionary) => one.settle(Array.from({ length: one.waiting }, () => ++last)));
  return { dictionaries, encoder: new InventoryEncoder(dictionaries, { nameOfHost: (host) => host.toLowerCase(), host: null, keepsUserNames: false }, settle) };
}

const recordOf = (host: string | null, title: string, version: string | null = null, installedOn: string | null = null): InventoryRecord => ({ ...recordOfTitle(title, {}), host, version, installedOn: installedOn as InventoryRecord['installedOn'] });

describe('the encoder', () => {
  it('gives each name one id, whatever the batches it comes in', async () => {
    const text = fc.constantFrom('a', 'b', 'c', 'A', 'd\0', 'd');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.tuple(text, text, fc.option(text)), { maxLength: 6 }), { maxLength: 5 }), async (batches) => {
        const { encoder, dictionaries } = encoderWith({ b: 7 });
        const rows: (number | null)[][] = [];
        for (const batch of batches) rows.push(...decode(await encoder.encode(batch.map(([host, title, version]) => recordOf(host, title, version)))));
        const nameOf = (dictionary: Dictionary) => new Map([[7, 'b'], ...dictionary.added.map(({ id, parts }) => [id, parts[0]!] as const)]);
        const [hosts, titles, versions] = [nameOf(dictionaries.hosts), nameOf(dictionaries.titles), nameOf(dictionaries.versions)];
        const back = rows.map(([host, title, version]) => [hosts.get(host!), titles.get(title!), versions.get(version!)]);
        expect(back).toEqual(batches.flat().map(([host, title, version]) => [host.replace('\0', '').toLowerCase(), title.replace('\0', ''), (version ?? '').replace('\0', '')]));
        expect(new Set(dictionaries.hosts.added.map(({ parts }) => parts[0])).size).toBe(dictionaries.hosts.added.length);
      }),
    );
  });

  it('writes dates as days since 2000, and nothing where there is none', async () => {
    const rows = decode(await encoderWith().encoder.encode([recordOf('h', 't', '1', '2000-01-02'), recordOf('h', 't', '2'), recordOf('h', 't', '3', '1999-12-31')]));
    expect(rows.map((row) => row[3])).toEqual([1, null, -1]);
  });

  it('keeps the last word on what is gone', async () => {
    const { encoder } = encoderWith();
    await encoder.encode([recordOf('h', 'a')], [recordOf('h', 'b'), recordOf('h', 'c')]);
    await encoder.encode([recordOf('h', 'b')], []);
    expect(encoder.gone.size).toBe(1);
  });
});

describe('pseudonyms', () => {
  it('are the same for a machine however it is spelt, differ between machines and keys, and tell nothing', () => {
    const [one, other] = [pseudonymsWith('k'.repeat(32)), pseudonymsWith('l'.repeat(32))];
    expect(one('PC-1')).toBe(one('pc-1'));
    expect(new Set([one('pc-1'), one('pc-2'), other('pc-1')]).size).toBe(3);
    expect(one('pc-1')).toMatch(/^host-[a-z2-7]{20}$/);
    expect(checkOf('k'.repeat(32))).not.toBe(checkOf('l'.repeat(32)));
  });
});

describe('a remembered mapping', () => {
  it('fills what was not given, and never speaks of a field or column twice', () => {
    expect(mappingToTry({ A: 'title', B: 'host' }, {})).toEqual({ A: 'title', B: 'host' });
    expect(mappingToTry({ A: 'title', B: 'host' }, { C: 'title' })).toEqual({ B: 'host', C: 'title' });
    expect(mappingToTry({ A: 'title', B: 'host' }, { ' a ': 'vendor' })).toEqual({ B: 'host', ' a ': 'vendor' });
  });

  it('lets go of columns that a file has not, but never of what was given', () => {
    const problem = (columnName: string) => ({ code: 'IMPORTING.UNKNOWN_COLUMN', columnName });
    expect(mappingWithout({ A: 'title', B: 'host' }, { B: 'host' }, problem('A'))).toEqual({ B: 'host' });
    expect(mappingWithout({ A: 'title', B: 'host' }, { B: 'host' }, problem('B'))).toBeNull();
    expect(mappingWithout({ A: 'title' }, {}, { code: 'IMPORTING.FILE_CUT', line: 3 })).toBeNull();
  });
});
