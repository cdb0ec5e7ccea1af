// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readPlainTable } from './index.js';
import { xlsxOf } from './testing/xlsx.js';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = (content: string | Uint8Array, most = 100, size = 7) => readPlainTable(pieces(typeof content === 'string' ? Buffer.from(content) : content, size), 'form.csv', most);

describe('a plain table', () => {
  it.each([
    ['semicolons and a byte order mark', '\uFEFFa;b\r\n"x;1";"y\nz"\r\n'],
    ['commas', 'a,b\n"x;1","y\nz"'],
    ['tabs', 'a\tb\nx;1\t"y\nz"\n\n'],
  ])('is read with %s', async (_, text) => {
    expect(await read(text)).toEqual({ ok: true, value: { format: 'csv', rows: [{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['x;1', 'y\nz'] }] } });
  });

  it('is read from a workbook, the first visible sheet that holds something', async () => {
    const bytes = await xlsxOf([{ name: 'Leer', rows: [] }, { name: 'Versteckt', isHidden: true, rows: [['no']] }, { name: 'Fragen', rows: [['a', 'b'], [], ['x', 5]] }]);
    expect(await read(bytes, 100, 10_000)).toEqual({ ok: true, value: { format: 'xlsx', rows: [{ line: 1, cells: ['a', 'b'] }, { line: 3, cells: ['x', '5'] }] } });
  });

  it('is refused with its place where a quote is never closed, and where it is empty or too long', async () => {
    expect(await read('a;b\nx;"y')).toMatchObject({ ok: false, problem: { code: 'IMPORTING.UNCLOSED_QUOTE', file: 'form.csv', line: 2 } });
    expect(await read('')).toMatchObject({ ok: false, problem: { code: 'IMPORTING.FILE_EMPTY' } });
    expect(await read(' ; \n;;\n')).toMatchObject({ ok: false, problem: { code: 'IMPORTING.FILE_EMPTY' } });
    expect(await read('a\nb\nc\n', 2)).toMatchObject({ ok: false, problem: { code: 'IMPORTING.TABLE_TOO_LONG' } });
  });
});
