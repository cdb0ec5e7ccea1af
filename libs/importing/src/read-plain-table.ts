// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { decodeText } from './bytes/decode.js';
import { detectEncoding } from './bytes/encoding.js';
import { peek } from './bytes/peek.js';
import { HEAD_BYTES } from './detect-format.js';
import { RowSplitter } from './formats/csv/rows.js';
import { openInventory } from './packed/open-inventory.js';
import { isStoredFile, type StoredFile } from './packed/stored-file.js';
import type { ByteSource } from './reading.js';
import type { Workbook } from './sheets/workbook.js';
import { FAULT_CODES } from './table/row-reader.js';
import { Unreadable } from './unreadable.js';

/** A row with its place; empty cells are ''. */
export interface PlainRow {
  /** 1-based line of the file, or row of the sheet. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table without meaning. */
export interface PlainTable {
  readonly format: 'csv' | Workbook['format'];
  /** Rows that hold something, in their order. */
  readonly rows: readonly PlainRow[];
}

const DELIMITERS = [';', ',', '\t'] as const;

/**
 * Reads a table as it stands – CSV in any usual encoding, XLSX, ODS, also packed – for forms whose columns are known to the one who asks.
 * Of a workbook the first visible sheet that holds something is read.
 *
 * @param mostRows a longer table is refused, so that it fits into memory
 * @returns the rows, or `IMPORTING.TABLE_TOO_LONG`, `IMPORTING.FILE_EMPTY`, a damaged row with its place, or what stands in the way of reading the file
 */
export async function readPlainTable(source: ByteSource | StoredFile, fileName: string, mostRows: number): Promise<Result<PlainTable, Problem>> {
  const peeked = await peek(isStoredFile(source) ? source.stream() : source, HEAD_BYTES);
  const rows: PlainRow[] = [];
  const take = (line: number, cells: readonly string[]): void => {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (rows.length >= mostRows) throw new Unreadable({ code: 'IMPORTING.TABLE_TOO_LONG', most: mostRows });
    rows.push({ line, cells });
  };
  try {
    const opened = await openInventory(source, peeked);
    if (opened.kind === 'workbook') {
      for (const sheet of opened.workbook.sheets) {
        if (sheet.isHidden || rows.length > 0) continue;
        for await (const some of sheet.rows()) for (const { line, cells } of some) take(line, cells.map(String));
      }
    } else {
      const encoding = detectEncoding(opened.peeked.head, opened.peeked.isWhole);
      if (encoding === null) throw new Unreadable({ code: 'IMPORTING.FILE_BINARY', kind: 'unknown', formats: ['csv', 'xlsx'] });
      await takeText(decodeText(opened.peeked.all, encoding), take);
      if (opened.peeked !== peeked) await opened.peeked.close();
    }
    if (rows.length === 0) throw new Unreadable({ code: 'IMPORTING.FILE_EMPTY', kind: 'csv' });
    return ok({ format: opened.kind === 'workbook' ? opened.workbook.format : 'csv', rows });
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    return err({ file: fileName, ...thrown.problem });
  } finally {
    await peeked.close();
  }
}

/** The delimiter is the one that stands most often in the first line. */
async function takeText(text: AsyncIterable<string>, take: (line: number, cells: readonly string[]) => void): Promise<void> {
  let splitter: RowSplitter | null = null;
  let head = '';
  const start = (): RowSplitter => {
    const first = head.split(/\r\n|\n|\r/, 1)[0]!;
    const delimiter = DELIMITERS.reduce((best, next) => (first.split(next).length > first.split(best).length ? next : best));
    const made = new RowSplitter(delimiter, (cells, line, fault, column) => {
      if (fault !== null) throw new Unreadable({ code: FAULT_CODES[fault], line, column });
      take(line, [...cells]);
    });
    made.push(head);
    return made;
  };
  for await (const piece of text) {
    if (splitter) splitter.push(piece);
    else {
      head += piece;
      if (/[\r\n]/.test(head)) splitter = start();
    }
  }
  (splitter ?? start()).end();
}
