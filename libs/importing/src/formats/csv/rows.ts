// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { RowFault } from '../../table/row-reader.js';

/**
 * Takes one row. `cells` is reused for the next row.
 *
 * @param cells text of each cell, quotes resolved; '' for columns that were not wanted
 * @param line 1-based line on which the row starts
 * @param fault set where the row is damaged; then `faultColumn` is the 1-based cell in which it was seen
 * @param isLast the row ends with the file, without a line break
 */
export type RowTaker = (cells: string[], line: number, fault: RowFault | null, faultColumn: number, isLast: boolean) => void;

/** A row longer than this, in UTF-16 units, is reported and skipped, so that memory stays bounded. */
export const LONGEST_ROW = 1_048_576;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Splits text that comes in pieces into rows and cells.
 *
 * Reads RFC 4180 with what is found in the wild: rows end with LF, CRLF or CR; a quote inside an unquoted cell is a character like any other; empty
 * lines are no rows. Text after a closing quote, and a quote that is never closed, damage their row only: reading goes on with the next line.
 *
 * Cost: linear in the text, with one slice per wanted cell.
 *
 * @source RFC 4180 (2005), section 2
 */
export class RowSplitter {
  private rest = '';
  private line = 1;
  /** True while the remainder of a row that is too long is thrown away. */
  private skipping = false;
  private readonly cells: string[] = [];
  private wanted: Uint8Array | null = null;

  /** @param delimiter one character, or null where the file has one column and no quoting between cells */
  constructor(
    private readonly delimiter: string | null,
    private readonly take: RowTaker,
  ) {}

  /** From now on, cells of other columns below `width` are handed out as ''. */
  want(columns: readonly number[], width: number): void {
    this.wanted = new Uint8Array(width);
    for (const column of columns) this.wanted[column] = 1;
  }

  push(text: string): void {
    this.split(this.rest === '' ? text : this.rest + text, false);
  }

  /** Takes the last row, which may have no line break. */
  end(): void {
    this.split(this.rest, true);
    this.rest = '';
  }

  private split(text: string, isEnd: boolean): void {
    let at = 0;
    if (this.skipping) {
      at = this.skipLine(text, 0, isEnd);
      if (this.skipping) {
        this.rest = '';
        return;
      }
    }
    while (at < text.length) {
      const next = this.row(text, at, isEnd);
      if (next < 0) break;
      at = next;
    }
    this.rest = at === 0 ? text : text.slice(at);
    if (this.rest.length > LONGEST_ROW && !isEnd) this.giveUpRow();
  }

  /** The row at the beginning of `rest` is longer than memory is given for. */
  private giveUpRow(): void {
    const text = this.rest;
    this.report('TOO_LONG', 1, false);
    this.skipping = true;
    const at = this.skipLine(text, 0, false);
    this.rest = '';
    if (!this.skipping) this.split(text.slice(at), false);
  }

  /** @returns where the next line begins; the end of the text, still skipping, where that is not in sight */
  private skipLine(text: string, from: number, isEnd: boolean): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code !== LF && code !== CR) continue;
      this.skipping = false;
      this.line++;
      const isPair = code === CR && text.charCodeAt(at + 1) === LF;
      return at + (isPair ? 2 : 1);
    }
    if (isEnd) this.skipping = false;
    return text.length;
  }

  /** Reads the row that begins at `start`; returns where the next begins, or -1 where its end is not in the text yet. */
  private row(text: string, start: number, isEnd: boolean): number {
    const length = text.length;
    const delimiter = this.delimiter === null ? -1 : this.delimiter.charCodeAt(0);
    const wanted = this.wanted;
    const cells = this.cells;
    let column = 0;
    let at = start;
    let code = text.charCodeAt(at);
    if (code === LF || code === CR) {
      if (code === CR && at + 1 === length && !isEnd) return -1;
      this.line++;
      return at + (code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1);
    }
    for (;;) {
      const isWanted = wanted === null || column >= wanted.length || wanted[column] === 1;
      let cell: string;
      if (code === QUOTE) {
        const close = this.closingQuote(text, at + 1);
        if (close < 0 || (close + 1 === length && !isEnd)) return this.openQuote(text, start, column, isEnd);
        cell = isWanted ? text.slice(at + 1, close) : '';
        if (isWanted && this.hadDoubledQuote) cell = cell.replaceAll('""', '"');
        at = close + 1;
        code = at < length ? text.charCodeAt(at) : LF;
        if (code !== delimiter && code !== LF && code !== CR) {
          at = this.afterQuotePadding(text, at, delimiter);
          code = at < length ? text.charCodeAt(at) : LF;
          if (code !== delimiter && code !== LF && code !== CR) return this.abandon(text, start, 'TEXT_AFTER_QUOTE', column, isEnd);
          if (at >= length && !isEnd) return -1;
        }
      } else {
        const begin = at;
        while (at < length && (code = text.charCodeAt(at)) !== delimiter && code !== LF && code !== CR) at++;
        if (at >= length) {
          if (!isEnd) return -1;
          code = LF;
        }
        cell = isWanted ? text.slice(begin, at) : '';
      }
      if (column < cells.length) cells[column] = cell;
      else cells.push(cell);
      column++;
      if (code !== delimiter) break;
      at++;
      if (at >= length) {
        if (!isEnd) return -1;
        if (column < cells.length) cells[column] = '';
        else cells.push('');
        column++;
        break;
      }
      code = text.charCodeAt(at);
    }
    if (code === CR && at + 1 === length && !isEnd) return -1;
    cells.length = column;
    const isLast = at >= length;
    this.take(cells, this.line, null, 0, isLast);
    this.line += 1 + this.linesWithin(text, start, at);
    return isLast ? length : at + (code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1);
  }

  private hadDoubledQuote = false;
  private hadQuotedCell = false;

  /** @returns index of the quote that closes the cell, or -1 where it is not in the text */
  private closingQuote(text: string, from: number): number {
    this.hadDoubledQuote = false;
    this.hadQuotedCell = true;
    for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
      if (text.charCodeAt(at + 1) !== QUOTE) return at;
      this.hadDoubledQuote = true;
    }
    return -1;
  }

  /** Spaces between a closing quote and the delimiter are padding. */
  private afterQuotePadding(text: string, from: number, delimiter: number): number {
    let at = from;
    while (at < text.length && text.charCodeAt(at) === 32 && delimiter !== 32) at++;
    return at;
  }

  /** A quote is open at the end of the text: more text may close it, unless there is none or the row has grown too long. */
  private openQuote(text: string, start: number, column: number, isEnd: boolean): number {
    if (!isEnd && text.length - start <= LONGEST_ROW) return -1;
    return this.abandon(text, start, 'UNCLOSED_QUOTE', column, isEnd);
  }

  /** Reports the row and goes on after its first line. */
  private abandon(text: string, start: number, fault: RowFault, column: number, isEnd: boolean): number {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== LF && text.charCodeAt(end) !== CR) end++;
    if (end >= text.length && !isEnd) return -1;
    this.report(fault, column + 1, end >= text.length);
    this.line++;
    this.hadQuotedCell = false;
    return end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
  }

  private report(fault: RowFault, column: number, isLast: boolean): void {
    this.cells.length = 0;
    this.take(this.cells, this.line, fault, column, isLast);
  }

  /** Line breaks inside quoted cells. */
  private linesWithin(text: string, start: number, end: number): number {
    if (!this.hadQuotedCell) return 0;
    this.hadQuotedCell = false;
    let lines = 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines++;
    }
    return lines;
  }
}
