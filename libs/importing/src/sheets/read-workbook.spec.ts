// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { gzipSync } from 'node:zlib';
import { readAll } from '../testing/read-all.js';
import { xlsxFiles, xlsxOf, zipOf, type TestCell } from '../testing/xlsx.js';

const HEADER: TestCell[] = ['Rechner', 'Software', 'Version', 'Installationsdatum', 'Benutzer'];
const row = (host: string, title: TestCell, more: TestCell[] = []): TestCell[] => [{ shared: host }, title, ...more];
const odsOf = async (body: string, manifest = ''): Promise<Uint8Array> =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="m">${manifest}</manifest:manifest>`,
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
  });

describe('reading a workbook', () => {
  it('reads texts, shared texts, numbers, days, cached values of formulas, in pieces of any size', async () => {
    const bytes = await xlsxOf([
      {
        name: 'Inventar',
        rows: [['Softwareliste Stand 24.11.2026'], [], HEADER, row('PC1', 'Büro & Co', [115, { date: 45_000 }, 'müller']), row('PC2', { shared: 'Writer' }, ['1.10', 45_001]), row('PC3', { formula: 'A1&B1', value: 'Calc' }, [null, '30.06.2024']), [], ['Summe', null, null, 3]],
      },
    ]);
    for (const pieceBytes of [13, 100_000]) {
      const { detection, records, problems, refusal } = await readAll(bytes, {}, pieceBytes);
      expect(refusal).toBeNull();
      expect(detection).toMatchObject({ format: 'xlsx', recordKind: 'software', headerLine: 3, isRegister: false, mapping: { Rechner: 'host', Software: 'title', Benutzer: 'userName' } });
      expect(records.map((record) => [record.host, record.title, record.version, record.installedOn, record.userName, record.line])).toEqual([
        ['PC1', 'Büro & Co', '115', '2023-03-15', 'müller', 4],
        ['PC2', 'Writer', '1.10', '2023-03-16', null, 5],
        ['PC3', 'Calc', null, '2024-06-30', null, 6],
      ]);
      expect(problems).toEqual([]);
    }
  });

  it('takes the sheet with the table, goes on in sheets with the same header, and says which other table it left out', async () => {
    const { records, problems } = await readAll(
      await xlsxOf([
        { name: 'Deckblatt', rows: [['Bericht'], ['erstellt von', 'jemand']] },
        { name: 'Alt', isHidden: true, rows: [HEADER, row('PC9', 'Hidden')] },
        { name: 'Teil 1', rows: [HEADER, row('PC1', 'Firefox')] },
        { name: 'Verträge', rows: [['Vertragsnummer', 'Produkt', 'Kündigungsfrist'], ['V1', 'Firefox', '3 Monate']] },
        { name: 'Teil 2', rows: [HEADER, row('PC2', 'Writer')] },
      ]),
    );
    expect(records.map((record) => [record.host, record.title])).toEqual([['PC1', 'Firefox'], ['PC2', 'Writer']]);
    expect(problems).toEqual([expect.objectContaining({ code: 'IMPORTING.SHEET_NOT_READ', sheet: 'Verträge' })]);
  });

  it('gives every row of merged cells their content', async () => {
    const { records } = await readAll(await xlsxOf([{ name: 'S', rows: [['Rechner', 'Software'], ['PC1', 'Firefox'], [null, 'Writer'], [null, 'Calc'], ['PC2', 'Draw']], merged: ['A2:A4', 'A1:B1'] }]));
    expect(records.map((record) => [record.host, record.title])).toEqual([['PC1', 'Firefox'], ['PC1', 'Writer'], ['PC1', 'Calc'], ['PC2', 'Draw']]);
  });

  it('says sheet and cell of what it cannot read', async () => {
    const { records, problems } = await readAll(await xlsxOf([{ name: 'S', rows: [HEADER, row('PC1', 'Firefox', ['1', 'bald']), row('PC2', null, ['1', '30.06.2024']), ['PC3', 'Calc', { raw: '<c r="C4" t="e"><v>#REF!</v></c>' }]] }]));
    expect(records.map((record) => [record.title, record.version])).toEqual([['Firefox', '1'], ['Calc', null]]);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['IMPORTING.NOT_A_DATE', 'S!D2'], ['IMPORTING.TITLE_MISSING', 'S!B3'], ['IMPORTING.FORMULA_ERROR', 'S!C4']]);
  });

  it('reads it as it is, in gzip, and alone in a zip archive', async () => {
    const workbook = await xlsxOf([{ name: 'S', rows: [HEADER, row('PC1', 'Firefox')] }]);
    const files = [workbook, gzipSync(workbook), await zipWith('export/inventar.xlsx', workbook)];
    for (const bytes of files) expect((await readAll(bytes)).records.map((record) => record.title)).toEqual(['Firefox']);
  });

  it('reads a spreadsheet of LibreOffice: repeated cells and rows, days, notes left out', async () => {
    const cell = (text: string, attributes = ''): string => `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
    const { detection, records } = await readAll(
      await odsOf(
        `<table:table table:name="S"><table:table-row>${cell('Rechner')}${cell('Software')}${cell('Installationsdatum')}<table:table-cell table:number-columns-repeated="1000"/></table:table-row>` +
          `<table:table-row table:number-rows-repeated="2">${cell('PC1')}<table:table-cell><office:annotation><text:p>note</text:p></office:annotation><text:p>Fire<text:span>fox</text:span></text:p></table:table-cell>${cell('30.06.24', 'office:value-type="date" office:date-value="2024-06-30T00:00:00"')}</table:table-row>` +
          `<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
      ),
    );
    expect(detection?.format).toBe('ods');
    expect(records.map((record) => [record.host, record.title, record.installedOn, record.line])).toEqual([['PC1', 'Firefox', '2024-06-30', 2], ['PC1', 'Firefox', '2024-06-30', 3]]);
  });
});

describe('workbooks that cannot be read', () => {
  const one = { name: 'S', rows: [HEADER, row('PC1', 'Firefox')] };
  const changed = async (name: string, from: string, to: string): Promise<Uint8Array> => {
    const files = xlsxFiles([one]);
    files[name] = (files[name] as string).replace(from, to);
    return zipOf(files);
  };
  const ole = (...names: string[]): Uint8Array => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), ...names.map((name) => Buffer.from(name, 'utf16le'))]);
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['an old one', () => ole('Root Entry', 'Workbook'), 'IMPORTING.XLS_OLD'],
    ['one with a password', () => ole('Root Entry', 'EncryptedPackage'), 'IMPORTING.FILE_ENCRYPTED'],
    ['an archive with a password', () => zipOf({ 'a.csv': 'title\nFirefox\n' }, 'secret'), 'IMPORTING.ARCHIVE_ENCRYPTED'],
    ['a text document', () => zipOf({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }), 'IMPORTING.FILE_BINARY'],
    ['an archive of several files', () => zipOf({ 'a.csv': 'title\n', 'b.csv': 'title\n' }), 'IMPORTING.ARCHIVE_MANY'],
    ['one cut off', async () => (await xlsxOf([one])).subarray(0, 1_500), 'IMPORTING.ARCHIVE_BROKEN'],
    ['one without rows', () => xlsxOf([{ name: 'S', rows: [HEADER] }]), 'IMPORTING.NO_ROWS'],
    ['one without a table', () => xlsxOf([{ name: 'S', rows: [['a', 'b'], ['c', 'd'], ['e', 'f']] }]), 'IMPORTING.COLUMNS_UNCLEAR'],
    ['entities of its own', () => changed('xl/worksheets/sheet1.xml', '<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'), 'IMPORTING.XML_DOCTYPE'],
    ['a sheet that breaks off', () => changed('xl/worksheets/sheet1.xml', '</row>', ''), 'IMPORTING.XML_INVALID'],
    ['a text that is not in the list', () => changed('xl/worksheets/sheet1.xml', '<v>0</v>', '<v>7</v>'), 'IMPORTING.WORKBOOK_INVALID'],
    ['a cell beyond the last column', () => changed('xl/worksheets/sheet1.xml', 'r="B2"', 'r="ZZZZZZZ2"'), 'IMPORTING.WORKBOOK_INVALID'],
    ['a bomb', () => changed('xl/worksheets/sheet1.xml', '<sheetData>', `<sheetData>${`${' '.repeat(16_000_000)}<a/>`.repeat(5)}`), 'IMPORTING.ARCHIVE_BOMB'],
    ['gzip in a zip archive', () => zipWith('a.csv.gz', gzipSync('title\nFirefox\n')), 'IMPORTING.PACKED_TWICE'],
    ['gzip in gzip', () => gzipSync(gzipSync('title\nFirefox\n')), 'IMPORTING.PACKED_TWICE'],
    ['gzip that is cut', () => gzipSync('title\nFirefox\n'.repeat(1_000)).subarray(0, 40), 'IMPORTING.ARCHIVE_BROKEN'],
    ['a gzip bomb', () => gzipSync('title\nFirefox\n'.repeat(6_000_000)), 'IMPORTING.ARCHIVE_BOMB'],
    ['an encrypted spreadsheet of LibreOffice', () => odsOf('', '<manifest:encryption-data/>'), 'IMPORTING.FILE_ENCRYPTED'],
  ])('%s is refused', async (_, make, code) => {
    const { refusal, records } = await readAll(await make(), { fileName: 'x.xlsx' });
    expect(refusal).toMatchObject({ code, file: 'x.xlsx' });
    expect(records).toEqual([]);
  });
});

/** A zip archive with one member of any bytes. */
async function zipWith(name: string, content: Uint8Array): Promise<Uint8Array> {
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js');
  const writer = new ZipWriter(new Uint8ArrayWriter());
  await writer.add(name, new Uint8ArrayReader(content));
  return writer.close();
}
