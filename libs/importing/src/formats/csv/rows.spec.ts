// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { RowFault } from '../../table/row-reader.js';
import { LONGEST_ROW, RowSplitter } from './rows.js';

function split(text: string, delimiter: string | null = ';', pieceLength = text.length || 1): { cells: string[]; line: number; fault: RowFault | null; isLast: boolean }[] {
  const rows: { cells: string[]; line: number; fault: RowFault | null; isLast: boolean }[] = [];
  const splitter = new RowSplitter(delimiter, (cells, line, fault, _column, isLast) => rows.push({ cells: [...cells], line, fault, isLast }));
  for (let at = 0; at < text.length; at += pieceLength) splitter.push(text.slice(at, at + pieceLength));
  splitter.end();
  return rows;
}

const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '7', ' ', '"', ';', '\n', '\r', '\r\n', ',', '\t'), maxLength: 8 });
const quoted = (text: string): string => (/["\r\n;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text);

describe('splitting rows', () => {
  it('gives the cells that csv-parse gives, for every table, line end and size of pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), fc.integer({ min: 1, max: 9 }), (rows, lineEnd, endsWithBreak, pieceLength) => {
        const text = rows.map((row) => row.map(quoted).join(';')).join(lineEnd) + (endsWithBreak ? lineEnd : '');
        const oracle = parse(text, { delimiter: ';', relax_column_count: true, record_delimiter: lineEnd }) as string[][];
        expect(split(text, ';', pieceLength).map((row) => row.cells)).toEqual(oracle);
      }),
      { numRuns: 600 },
    );
  });

  it('says on which line of the file each row starts, line breaks inside cells counted', () => {
    expect(split('a;b\r\n"x\ny";2\n\n3;4').map((row) => row.line)).toEqual([1, 2, 5]);
  });

  it.each<[string, string, string[][]]>([
    ['a quote inside an unquoted cell is text', 'Monitor 19";x\n', [['Monitor 19"', 'x']]],
    ['spaces after a closing quote are padding', '"a" ;b\n', [['a', 'b']]],
    ['empty lines are no rows', '\n\na;b\n\n', [['a', 'b']]],
    ['a delimiter at the end gives an empty cell', 'a;b;', [['a', 'b', '']]],
  ])('%s', (_, text, cells) => {
    expect(split(text).map((row) => row.cells)).toEqual(cells);
  });

  it('damages only the row in which text follows a closing quote', () => {
    expect(split('a;b\n"x"y;2\nc;d\n').map((row) => row.fault)).toEqual([null, 'TEXT_AFTER_QUOTE', null]);
  });

  it('damages only the row whose quote is never closed, and reads the lines below it', () => {
    const rows = split('a;b\n"open;2\nc;d\ne;f\n');
    expect(rows.map((row) => [row.line, row.fault])).toEqual([[1, null], [2, 'UNCLOSED_QUOTE'], [3, null], [4, null]]);
  });

  it('passes over a line that is too long, in pieces, and counts on', () => {
    const rows = split(`a;b\n${'x'.repeat(3 * LONGEST_ROW)}\nc;d\n`, ';', 100_000);
    expect(rows.map((row) => [row.line, row.fault])).toEqual([[1, null], [2, 'TOO_LONG'], [3, null]]);
  });
});
