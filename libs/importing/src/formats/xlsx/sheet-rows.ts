// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ArchiveMember } from '../../packed/archive.js';
import { MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, type SheetRow } from '../../sheets/workbook.js';
import { dayOfSerial, type Cell } from '../../table/cell-values.js';
import { Unreadable } from '../../unreadable.js';
import { columnOfReference } from './cell-reference.js';
import { readPart } from './parts.js';
import { unescaped } from './shared-strings.js';

/** What the cells of a workbook's sheets refer to. */
export interface SheetContext {
  /** Days count from 1904 instead of 1900. */
  readonly is1904: boolean;
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
}

const DAYS_FROM_1900_TO_1904 = 1_462;
/** The last day that a serial number can name: 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * Reads the rows of a sheet as a stream; rows without content are left out. Formulas count as the value that was last calculated, and as empty where none is kept.
 *
 * @source ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.73 (row), 18.18.11 (ST_CellType)
 */
export async function* readSheetRows(member: ArchiveMember, sheet: string, context: SheetContext): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = [];
  let line = 0;
  let cells: Cell[] = [];
  let hasContent = false;
  let column = -1;
  let type = '';
  let style = 0;
  let text = '';
  let isValue = false;
  let phonetic = 0;
  let isOver = false;
  const fail = (reason: string): never => {
    throw new Unreadable({ code: 'IMPORTING.WORKBOOK_INVALID', path: sheet, line, reason });
  };
  const finishCell = (): void => {
    if (text === '') return;
    const value = valueOf(text, type, style, context);
    if (value === undefined) fail(`<c t="${type}"> ${text.slice(0, 40)}`);
    if (value === '' || value === undefined) return;
    while (cells.length < column) cells.push('');
    cells[column] = value;
    hasContent = true;
  };
  const pieces = readPart(member, {
    open(name, attributes) {
      if (name === 'c') {
        const reference = attributes['r'];
        column = reference === undefined ? column + 1 : columnOfReference(reference);
        if (column < 0 || column >= MOST_SHEET_COLUMNS) fail(`<c r="${reference}">`);
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        text = '';
      } else if (name === 'v') isValue = true;
      else if (name === 't') isValue = type === 'inlineStr' && phonetic === 0;
      else if (name === 'rPh') phonetic++;
      else if (name === 'row') {
        const number = attributes['r'];
        line = number === undefined ? line + 1 : Number(number);
        if (!(line >= 1 && line <= MOST_SHEET_ROWS)) fail(`<row r="${number}">`);
        cells = [];
        column = -1;
        hasContent = false;
      }
    },
    text(piece) {
      if (isValue) text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c') finishCell();
      else if (name === 'rPh') phonetic--;
      else if (name === 'row' && hasContent) rows.push({ line, cells });
      else if (name === 'sheetData') isOver = true;
    },
    isDone: () => isOver,
  });
  for await (const _ of pieces) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
}

/** @returns undefined where the cell contradicts itself */
function valueOf(text: string, type: string, style: number, { strings, dateStyles, is1904 }: SheetContext): Cell | undefined {
  switch (type) {
    case 's':
      return strings[Number(text)];
    case 'str':
    case 'inlineStr':
      return unescaped(text);
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'e':
    case 'd':
      return text;
    default: {
      const number = Number(text);
      if (!Number.isFinite(number)) return undefined;
      if (dateStyles[style] !== true || number < 1) return number;
      const serial = is1904 ? number + DAYS_FROM_1900_TO_1904 : number;
      return serial > LAST_SERIAL ? number : dayOfSerial(serial);
    }
  }
}
