// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Archive, ArchiveMember } from '../../packed/archive.js';
import { MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, type Sheet, type SheetRow, type Workbook } from '../../sheets/workbook.js';
import type { Cell } from '../../table/cell-values.js';
import { Unreadable } from '../../unreadable.js';
import { readPart, readWholePart } from '../xlsx/parts.js';

/**
 * Opens a spreadsheet of LibreOffice and its kin. Export: File > Save as > ODF spreadsheet (.ods).
 *
 * @throws Unreadable `IMPORTING.FILE_ENCRYPTED`, `IMPORTING.WORKBOOK_INVALID`
 * @source OpenDocument 1.3 part 3, 9 (tables), 19.385 (office:value-type)
 */
export async function openOds(archive: Archive): Promise<Workbook> {
  const content = archive.find('content.xml');
  const manifest = archive.find('META-INF/manifest.xml');
  if (content === null) throw new Unreadable({ code: 'IMPORTING.WORKBOOK_INVALID', path: 'content.xml', reason: 'missing' });
  if (manifest !== null) {
    await readWholePart(manifest, {
      open(name) {
        if (name === 'encryption-data') throw new Unreadable({ code: 'IMPORTING.FILE_ENCRYPTED', kind: 'ods' });
      },
      close: () => undefined,
    });
  }
  const names: string[] = [];
  await readWholePart(content, {
    open(name, attributes) {
      if (name === 'table' && attributes['table:name'] !== undefined) names.push(attributes['table:name']);
      if (name === 'text' || name === 'presentation' || name === 'drawing') names.length = 0;
    },
    close: () => undefined,
  });
  if (names.length === 0) throw new Unreadable({ code: 'IMPORTING.FILE_BINARY', kind: 'odt/odp', formats: ['ods'] });
  const sheets = names.map((name, index): Sheet => ({ name, isHidden: false, rows: () => readRows(content, index), mergedRows: async () => [] }));
  return { format: 'ods', sheets };
}

/** Rows of the table with this number; repeated rows count as often as they are repeated, empty ones are left out. */
async function* readRows(member: ArchiveMember, wanted: number): AsyncGenerator<readonly SheetRow[]> {
  let rows: { row: SheetRow; times: number }[] = [];
  let table = -1;
  let depth = 0;
  let line = 0;
  let repeatRow = 1;
  let cells: Cell[] = [];
  let value: Cell | null = null;
  let text = '';
  let repeatCell = 1;
  let paragraphs = 0;
  let annotation = 0;
  let isOver = false;
  const isIn = (): boolean => table === wanted && depth === 1;
  const pieces = readPart(member, {
    open(name, attributes) {
      if (name === 'table' && ++depth === 1) table++;
      if (!isIn()) return;
      if (name === 'table-row') {
        repeatRow = countOf(attributes['table:number-rows-repeated']);
        cells = [];
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        repeatCell = countOf(attributes['table:number-columns-repeated']);
        value = valueOf(attributes);
        text = '';
        paragraphs = 0;
      } else if (name === 'annotation') annotation++;
      else if (name === 'p' && annotation === 0 && paragraphs++ > 0) text += '\n';
      else if (name === 's') text += ' '.repeat(Math.min(1_000, countOf(attributes['text:c'])));
    },
    text(piece) {
      if (paragraphs > 0 && annotation === 0 && isIn()) text += piece;
    },
    close(name) {
      if (name === 'table' && depth-- === 1 && table === wanted) isOver = true;
      if (!isIn()) return;
      if (name === 'annotation') annotation--;
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        const cell = value ?? text;
        const times = cell === '' ? repeatCell : Math.min(repeatCell, MOST_SHEET_COLUMNS);
        for (let at = 0; at < times && cells.length < MOST_SHEET_COLUMNS; at++) cells.push(cell);
        paragraphs = 0;
      } else if (name === 'table-row') {
        let length = cells.length;
        while (length > 0 && cells[length - 1] === '') length--;
        if (length > 0) rows.push({ row: { line: line + 1, cells: cells.slice(0, length) }, times: Math.min(repeatRow, MOST_SHEET_ROWS - line) });
        line += repeatRow;
      }
    },
    isDone: () => isOver,
  });
  for await (const _ of pieces) {
    const ready = rows;
    rows = [];
    for (const { row, times } of ready) for (let at = 0; at < times; at++) yield [{ line: row.line + at, cells: [...row.cells] }];
  }
}

function countOf(text: string | undefined): number {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count >= 1 ? count : 1;
}

/** The value of a cell as its type has it; null where its text counts. */
function valueOf(attributes: Readonly<Record<string, string>>): Cell | null {
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const number = Number(attributes['office:value']);
      return Number.isFinite(number) ? number : null;
    }
    case 'date':
      return (attributes['office:date-value'] ?? '').slice(0, 10);
    default:
      return attributes['office:string-value'] ?? null;
  }
}
