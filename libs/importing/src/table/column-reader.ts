// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { TableField } from '../reading.js';
import { inOneLine } from '../text-value.js';
import { cellText, centsOfNumber, countOfNumber, dayOfNumber, isUnknownCell, parseCount, parseDay, parseYearlyCost, type Cell, type SlashOrder } from './cell-values.js';

/** Why a cell could not be taken; the value of the cell is then unknown. */
export interface CellFault {
  readonly code: string;
  readonly value: string;
}

type CellValue = string | number | null;

/** What spreadsheets show where a formula fails, English and German; `#N/A` is a way to say unknown. */
const FORMULA_ERRORS: ReadonlySet<string> = new Set(['#REF!', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#BEZUG!', '#WERT!', '#ZAHL!', '#SPILL!', '#CALC!', '#ÜBERLAUF!']);

type ValueKind = 'text' | 'count' | 'amount' | 'day';

/** How the cells of a field are read; text unless it is said here. */
const VALUE_KINDS: Readonly<Partial<Record<TableField, ValueKind>>> = {
  users: 'count',
  devices: 'count',
  seats: 'count',
  quantity: 'count',
  headcount: 'count',
  costPerYear: 'amount',
  costPerMonth: 'amount',
  cost: 'amount',
  installedOn: 'day',
  contractEndsOn: 'day',
  startsOn: 'day',
  endsOn: 'day',
};

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
  private known = new Map<Cell, CellValue>();
  private lastRaw: Cell = '';
  private lastValue: CellValue = null;
  private readonly kind: ValueKind;

  constructor(
    field: TableField,
    private readonly slashes: SlashOrder,
  ) {
    this.kind = VALUE_KINDS[field] ?? 'text';
  }

  /** @returns the value; null where the cell is empty, says that it is unknown, or is faulty ({@link fault} then says why) */
  read(raw: Cell): CellValue {
    this.fault = null;
    if (raw === '') return null;
    if (raw === this.lastRaw) return this.lastValue;
    let value = this.known.get(raw);
    if (value === undefined) {
      const own = typeof raw === 'string' ? detached(raw) : raw;
      value = typeof own === 'string' ? this.parse(own) : this.ofNumber(own);
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
    if (text.startsWith('#') && FORMULA_ERRORS.has(text.toUpperCase())) return this.faulty('IMPORTING.FORMULA_ERROR', text);
    switch (this.kind) {
      case 'count':
        return parseCount(text) ?? this.faulty('IMPORTING.NOT_A_COUNT', text);
      case 'amount':
        return parseYearlyCost(text) ?? this.faulty('IMPORTING.NOT_AN_AMOUNT', text);
      case 'day': {
        const day = parseDay(text, this.slashes);
        return day === undefined ? this.faulty('IMPORTING.NOT_A_DATE', text) : day;
      }
      default:
        return inOneLine(text).toWellFormed();
    }
  }

  private ofNumber(value: number): CellValue {
    switch (this.kind) {
      case 'count':
        return countOfNumber(value) ?? this.faulty('IMPORTING.NOT_A_COUNT', String(value));
      case 'amount':
        return centsOfNumber(value) ?? this.faulty('IMPORTING.NOT_AN_AMOUNT', String(value));
      case 'day':
        return dayOfNumber(value) ?? this.faulty('IMPORTING.NOT_A_DATE', String(value));
      default:
        return String(value);
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
