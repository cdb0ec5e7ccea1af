// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { InventoryField } from '../../record.js';
import { inOneLine } from '../../text-value.js';
import { cellText, isUnknownCell, parseCount, parseDay, parseYearlyCost, type SlashOrder } from './cell-values.js';

/** Why a cell could not be taken; the value of the cell is then unknown. */
export interface CellFault {
  readonly code: string;
  readonly value: string;
}

type CellValue = string | number | null;

/** Distinct cells that are remembered per column before the memory is emptied; keeps memory flat in columns where every cell differs. */
const REMEMBERED_CELLS = 16_384;
/** A longer cell is no name, version or licence. */
const LONGEST_CELL = 10_000;
const SHOWN_CHARACTERS = 60;

/**
 * Reads the cells of one column into values of one field.
 *
 * Cells repeat a lot in inventories, so each distinct one is read once and the same value handed out again; that also cuts the text loose from the
 * piece of file it was found in.
 */
export class ColumnReader {
  /** What was wrong with the last cell read; null where nothing was. */
  fault: CellFault | null = null;
  private known = new Map<string, CellValue>();
  private lastRaw = '';
  private lastValue: CellValue = null;

  constructor(
    private readonly field: InventoryField,
    private readonly slashes: SlashOrder,
  ) {}

  /** @returns the value; null where the cell is empty, says that it is unknown, or is faulty ({@link fault} then says why) */
  read(raw: string): CellValue {
    this.fault = null;
    if (raw === '') return null;
    if (raw === this.lastRaw) return this.lastValue;
    let value = this.known.get(raw);
    if (value === undefined) {
      const own = detached(raw);
      value = this.parse(own);
      if (this.fault !== null) return null;
      if (this.known.size >= REMEMBERED_CELLS) this.known = new Map();
      this.known.set(own, value);
    }
    this.lastRaw = raw;
    this.lastValue = value;
    return value;
  }

  private parse(raw: string): CellValue {
    const text = cellText(raw);
    if (isUnknownCell(text)) return null;
    if (text.length > LONGEST_CELL) return this.faulty('IMPORTING.CELL_TOO_LONG', text);
    if (text.includes('\0')) return this.faulty('IMPORTING.NUL_IN_CELL', text);
    if (text.includes('\uFFFD')) return this.faulty('IMPORTING.BAD_ENCODING', text);
    switch (this.field) {
      case 'users':
      case 'devices':
      case 'seats':
        return parseCount(text) ?? this.faulty('IMPORTING.NOT_A_COUNT', text);
      case 'costPerYear':
        return parseYearlyCost(text) ?? this.faulty('IMPORTING.NOT_AN_AMOUNT', text);
      case 'installedOn':
      case 'contractEndsOn': {
        const day = parseDay(text, this.slashes);
        return day === undefined ? this.faulty('IMPORTING.NOT_A_DATE', text) : day;
      }
      default:
        return inOneLine(text).toWellFormed();
    }
  }

  private faulty(code: string, text: string): null {
    this.fault = { code, value: text.slice(0, SHOWN_CHARACTERS).replaceAll('\0', '␀').toWellFormed() };
    return null;
  }
}

/** A copy that does not keep the large text alive of which it is a part. */
function detached(part: string): string {
  return part.length < 13 ? part : ` ${part}`.slice(1);
}

/** Days above 12 tell which of the two numbers before the year is the day; day first where none does. */
export function detectSlashOrder(cells: readonly string[]): SlashOrder {
  for (const cell of cells) {
    const match = /^\s*(\d{1,2})\/(\d{1,2})\/\d{4}/.exec(cell);
    if (match && Number(match[1]) > 12) return 'day-first';
    if (match && Number(match[2]) > 12) return 'month-first';
  }
  return 'day-first';
}
