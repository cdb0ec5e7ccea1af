// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import iconv from 'iconv-lite';
import { readAll } from '../../testing/read-all.js';

const TABLE = 'Rechnername;Software;Hersteller;Version;Installationsdatum\r\nPC-1;Müller Büro €;Größe GmbH;1.0;30.06.2024\r\n';

describe('reading a table', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', iconv.encode(TABLE, 'utf-8'), 'utf-8'],
    ['UTF-8 with byte order mark', iconv.encode(TABLE, 'utf-8', { addBOM: true }), 'utf-8'],
    ['UTF-16LE with byte order mark', iconv.encode(TABLE, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16LE without', iconv.encode(TABLE, 'utf-16le'), 'utf-16le'],
    ['UTF-16BE with byte order mark', iconv.encode(TABLE, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16BE without', iconv.encode(TABLE, 'utf-16be'), 'utf-16be'],
    ['Windows-1252', iconv.encode(TABLE, 'windows-1252'), 'windows-1252'],
    ['ISO-8859-15', iconv.encode(TABLE, 'iso-8859-15'), 'iso-8859-15'],
  ])('reads %s in pieces of any size', async (_, bytes, encoding) => {
    for (const pieceBytes of [1, 7, 65_536]) {
      const { detection, records } = await readAll(bytes, {}, pieceBytes);
      expect(detection?.encoding).toBe(encoding);
      expect(records).toEqual([expect.objectContaining({ host: 'PC-1', title: 'Müller Büro €', vendor: 'Größe GmbH', version: '1.0', installedOn: '2024-06-30', users: null, line: 2 })]);
    }
  });

  it('reads code page 850, as Windows consoles write it', async () => {
    const { detection, records } = await readAll(iconv.encode('Software;Gerät\nMüller Büro für Ämter;PC1\n', 'cp850'));
    expect(detection?.encoding).toBe('cp850');
    expect(records[0]?.title).toBe('Müller Büro für Ämter');
  });

  it.each([['Rechner;Software\nPC1;Größe\n'], ['Rechner;Software\nPC1;Straßen-Übersicht\nPC2;Ämterplan\n'], ['Gerät;Software\nPC1;Café Öl\n']])('tells code pages 850 and 437, and Windows-1252, in %j', async (text) => {
    const titles = text.trim().split('\n').slice(1).map((line) => line.split(';')[1]);
    for (const encoding of ['cp850', 'cp437', 'windows-1252', 'utf-8']) {
      const { records } = await readAll(iconv.encode(text, encoding), { mapping: { '#2': 'title' } });
      expect([encoding, records.map((record) => record.title)]).toEqual([encoding, titles]);
    }
  });

  it('turns to Windows-1252 where the first umlaut comes late', async () => {
    const { records } = await readAll(iconv.encode(`host;title\n${'PC1;Firefox\n'.repeat(20_000)}PC2;Größe\n`, 'windows-1252'));
    expect(records.at(-1)?.title).toBe('Größe');
  });

  it.each([[';'], [','], ['\t'], ['|']])('finds the delimiter %j', async (delimiter) => {
    const text = [['Computername', 'Anwendung', 'Publisher'], ['PC1', 'Firefox', 'Mozilla'], ['PC2', 'Writer', 'TDF']].map((row) => row.join(delimiter)).join('\n');
    expect((await readAll(text)).detection).toMatchObject({ delimiter, mapping: { Computername: 'host', Anwendung: 'title', Publisher: 'vendor' } });
  });

  it('takes the delimiter of an Excel sep line', async () => {
    expect((await readAll('sep=#\r\nName#Hersteller\r\nFirefox, ESR#Mozilla\r\n')).records).toEqual([expect.objectContaining({ title: 'Firefox, ESR', vendor: 'Mozilla', line: 3 })]);
  });

  it('passes over titles and filters above the header', async () => {
    const { detection, records } = await readAll('Bericht: Installierte Software\nStand 24.11.2026\n\nGerät,Anwendung,Amt\nPC1,Firefox,Amt 10\n');
    expect(detection?.headerLine).toBe(4);
    expect(records).toEqual([expect.objectContaining({ host: 'PC1', title: 'Firefox', department: 'Amt 10', line: 5 })]);
  });

  it.each([['Firefox\nLibreOffice, deutsch\n7-Zip\n'], ['Software\nFirefox\nLibreOffice, deutsch\n7-Zip'], ['Anwendungen im Einsatz,Kategorie\nFirefox,Web\n"LibreOffice, deutsch",Büro\n7-Zip,Büro\n']])('reads a list of names as a register without hosts', async (text) => {
    const { detection, records } = await readAll(text, text.includes('Kategorie') ? { mapping: { '#1': 'title' } } : {});
    expect(detection?.isRegister).toBe(true);
    expect(records.map((record) => [record.title, record.host, record.users])).toEqual([['Firefox', null, null], ['LibreOffice, deutsch', null, null], ['7-Zip', null, null]]);
  });

  it('reads counts, amounts and dates of a register, and leaves unknown what is not said', async () => {
    const text = 'Fachverfahren;Nutzendes Fachamt;Anzahl Nutzer;Jahreskosten (€);Vertragsende;Lizenzen\nVerfahren A;Amt 33;1.200;12.345,67 €;31.12.2027;40\nVerfahren B;-;;;unbefristet;k.A.\n';
    const { records } = await readAll(text);
    expect(records[0]).toMatchObject({ department: 'Amt 33', users: 1200, costPerYearCents: 1_234_567, contractEndsOn: '2027-12-31', seats: 40 });
    expect(records[1]).toMatchObject({ department: null, users: null, costPerYearCents: null, contractEndsOn: null, seats: null });
  });

  it('takes sums and notes below the table, rulers, and repeated headers for no rows, but software with such names for software', async () => {
    const { records, problems } = await readAll('Anwendung;Amt;Anzahl Nutzer\n---------;---;---\nTotal Commander;10;3\nReport Builder;10;\nAnwendung;Amt;Anzahl Nutzer\nCalc;51;7\n\nGesamt;;10\nSumme: 3;;\nErstellt am 24.11.2026 von jemand');
    expect(records.map((record) => record.title)).toEqual(['Total Commander', 'Report Builder', 'Calc']);
    expect(problems).toEqual([]);
  });

  it('reports each bad line with line, column and reason, and takes the good ones', async () => {
    const text = 'host;title;installed on\nPC1;Firefox;2024-06-30\nPC2\nPC3;;2024-06-30\nPC4;Writer;2024-06-30;x\nPC5;Calc;31.02.2024\nPC6;"Im"press;2024-06-30\nPC7;Draw;2024-06-30\n';
    const { records, problems, totals } = await readAll(text, { fileName: 'a.csv' });
    expect(records.map((record) => record.title)).toEqual(['Firefox', 'Calc', 'Draw']);
    expect(problems.map((problem) => [problem.code, problem.file, problem.line, problem.column])).toEqual([
      ['IMPORTING.TOO_FEW_CELLS', 'a.csv', 3, 1],
      ['IMPORTING.TITLE_MISSING', 'a.csv', 4, 2],
      ['IMPORTING.TOO_MANY_CELLS', 'a.csv', 5, 4],
      ['IMPORTING.NOT_A_DATE', 'a.csv', 6, 3],
      ['IMPORTING.TEXT_AFTER_QUOTE', 'a.csv', 7, 2],
    ]);
    expect(totals).toMatchObject({ records: 7, accepted: 3, rejected: 4, problems: 5 });
  });

  it('counts all problems but lists a thousand', async () => {
    const { problems, totals } = await readAll(`host;title\n${'PC1;\n'.repeat(3000)}PC1;Firefox\n`);
    expect([problems.length, totals?.problems, totals?.rejected]).toEqual([1000, 3000, 3000]);
  });

  it('keeps formulas as the text that they are', async () => {
    expect((await readAll('host;title\nPC1;=cmd|x!A1\n')).records[0]?.title).toBe('=cmd|x!A1');
  });

  it('rejects a line with a NUL and one whose encoding is broken', async () => {
    const bytes = Buffer.concat([Buffer.from(`host;title\n${'PC1;Größe\n'.repeat(50)}PC2;a\0b\nPC3;Gr`), Buffer.from([0xf6]), Buffer.from('n\n')]);
    const { problems, totals } = await readAll(bytes);
    expect(problems.map((problem) => [problem.code, problem.line])).toEqual([['IMPORTING.NUL_IN_CELL', 52], ['IMPORTING.BAD_ENCODING', 53]]);
    expect(totals?.accepted).toBe(50);
  });
});

describe('a mapping that is given', () => {
  const text = 'Spalte A;Spalte B;Hersteller\nFirefox;PC1;Mozilla\n';

  it('wins over what is detected, by name, by spelling and by position', async () => {
    for (const mapping of [{ 'Spalte A': 'title', 'Spalte B': 'host' }, { spalte_a: 'title', '#2': 'host' }] as Record<string, string>[]) {
      expect((await readAll(text, { mapping })).records).toEqual([expect.objectContaining({ title: 'Firefox', host: 'PC1', vendor: 'Mozilla' })]);
    }
  });

  it.each<[Record<string, string>, string]>([
    [{ 'Spalte X': 'title' }, 'IMPORTING.UNKNOWN_COLUMN'],
    [{ 'Spalte A': 'titel' }, 'IMPORTING.UNKNOWN_FIELD'],
    [{ 'Spalte A': 'title', 'Spalte B': 'title' }, 'IMPORTING.FIELD_TWICE'],
  ])('%j is refused', async (mapping, code) => {
    expect((await readAll(text, { mapping })).refusal?.code).toBe(code);
  });
});

describe('files that cannot be read', () => {
  const nonsense = Array.from({ length: 30 }, (_, row) => Array.from({ length: 40 }, (_, column) => ((row * 7919 + column * 104_729) % 1_000_003).toString(36)).join(';')).join('\n');
  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'IMPORTING.FILE_EMPTY'],
    ['white space', ' \n\n', 'IMPORTING.FILE_EMPTY'],
    ['a binary file', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256), 'IMPORTING.FILE_BINARY'],
    ['a header alone', 'host;product;version\n', 'IMPORTING.NO_ROWS'],
    ['forty columns of nonsense', nonsense, 'IMPORTING.COLUMNS_UNCLEAR'],
    ['a table cut in the middle of a line', `host;title;version\n${'PC1;Firefox;1\n'.repeat(20)}PC2;Thu`, 'IMPORTING.FILE_CUT'],
    ['a table cut inside quotes', `host;title;version\n${'PC1;Firefox;1\n'.repeat(20)}PC2;"Thu`, 'IMPORTING.FILE_CUT'],
    ['ten thousand columns', `${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(';')}\n${'1;'.repeat(9_999)}1\n`, 'IMPORTING.TOO_MANY_COLUMNS'],
    ['a zip archive that is none', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'IMPORTING.ARCHIVE_BROKEN'],
    ['a 7z archive', Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0, 0]), 'IMPORTING.FILE_PACKED'],
    ['HTML', '<!DOCTYPE html><html></html>', 'IMPORTING.FORMAT_UNKNOWN'],
    ['an XML entity bomb', '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">]><bom xmlns="http://cyclonedx.org/schema/bom/1.5">&a;</bom>', 'IMPORTING.XML_DOCTYPE'],
    ['other JSON', '{"a":1}', 'IMPORTING.FORMAT_UNKNOWN'],
  ])('%s', async (_, content, code) => {
    const { refusal, records, totals } = await readAll(content, { fileName: 'x' });
    expect(refusal).toMatchObject({ code, file: 'x' });
    expect([records.length, totals]).toEqual([0, null]);
  });

  it('lists the columns and names one for the mapping', async () => {
    const { refusal } = await readAll('xa;xb\nqw;er\nas;df\n');
    expect(refusal).toMatchObject({ code: 'IMPORTING.COLUMNS_UNCLEAR', columns: ['xa', 'xb'], example: 'xa' });
  });
});
