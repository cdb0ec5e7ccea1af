// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { cellText, isUnknownCell, parseCount, parseDay } from './cell-values.js';

describe('cells', () => {
  it.each<[string, number | null]>([['12', 12], ['1.200', 1200], ['1,200', 1200], ['1 200', 1200], ['12,0', 12], ['0', 0], ['-1', null], ['1,5', null], ['1.2.3', null], ['ca. 40', null], ['99999999999999999999', null]])('the count %s is %s', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  it.each<[string, string | null | undefined]>([['30.06.2024', '2024-06-30'], ['30.06.2024 12:31:00', '2024-06-30'], ['2024-06-30T00:00:00', '2024-06-30'], ['20240630', '2024-06-30'], ['2024/06/30', '2024-06-30'], ['30/06/2024', '2024-06-30'], ['31.02.2024', undefined], ['bald', undefined], ['unbefristet', null], ['0000-00-00', null]])('the day %s is %s', (text, day) => {
    expect(parseDay(text, 'day-first')).toBe(day);
  });

  it('reads slashed dates in the order of the file', () => {
    expect(parseDay('6/30/2024', 'month-first')).toBe('2024-06-30');
  });

  it('undoes the spreadsheet trick for text and leaves other formulas alone', () => {
    expect(cellText(' ="0012" ')).toBe('0012');
    expect(cellText('=HYPERLINK("http://x")')).toBe('=HYPERLINK("http://x")');
  });

  it.each(['', '-', 'N/A', 'k.A.', 'unbekannt', '(null)'])('"%s" is unknown', (text) => {
    expect(isUnknownCell(text)).toBe(true);
  });
});
