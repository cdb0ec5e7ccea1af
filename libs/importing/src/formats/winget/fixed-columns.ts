// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Signs that take two places on a screen. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Places on a screen at which the columns of a table begin, by the words of its header. */
export function columnsOfHeader(header: string): number[] {
  const columns: number[] = [];
  let place = 0;
  let before = ' ';
  for (const sign of header) {
    if (sign.trim() !== '' && before.trim() === '') columns.push(place);
    before = sign;
    place += WIDE.test(sign) ? 2 : 1;
  }
  return columns;
}

/**
 * Cuts a line at the places where columns begin, as they are on a screen.
 *
 * @returns the cells, trimmed; null where a word runs over the beginning of a column
 */
export function sliceColumns(text: string, columns: readonly number[]): string[] | null {
  const cells: string[] = columns.map(() => '');
  let place = 0;
  let column = 0;
  let before = ' ';
  for (const sign of text) {
    while (column + 1 < columns.length && place >= (columns[column + 1] as number)) {
      column++;
      if (before !== ' ' && sign !== ' ') return null;
    }
    cells[column] += sign;
    before = sign;
    place += WIDE.test(sign) ? 2 : 1;
  }
  return cells.map((cell) => cell.trim());
}
