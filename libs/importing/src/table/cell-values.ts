// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, centsOf, parseDate, parseEuro, type CalendarDate, type Cents } from '#kernel';

/** A cell as a table has it: text, or a number where the format of the file knows numbers. */
export type Cell = string | number;

/** What people and programs write where they know nothing. */
const UNKNOWN_WORDS: ReadonlySet<string> = new Set([
  '-', '--', '---', '–', '—', '.', '?', 'n/a', 'n.a.', 'n. a.', '#n/a', '#nv', 'null', '(null)', '\\n', 'nil', 'none', 'k.a.', 'k. a.', 'k.a', 'keine angabe', 'keine angaben', 'unbekannt', 'unknown', '(unknown)', '<unknown>', 'not available', 'nicht bekannt', '(leer)', '(blank)',
]);

/** Dates that stand for "no date" in exports; `unbefristet` has no end that could be given as a day. */
const NO_DATES: ReadonlySet<string> = new Set(['0', '0000-00-00', '00.00.0000', '00000000', 'unbefristet', 'unlimited', 'perpetual', 'never', 'nie', 'offen', 'open', 'laufend']);

/** Longer text is no day, and is not looked at. */
const LONGEST_DAY = 40;

/** True for an empty cell and for words that stand for one. */
export function isUnknownCell(text: string): boolean {
  return text === '' || (text.length <= 16 && UNKNOWN_WORDS.has(text.toLowerCase()));
}

/** The text of a cell: trimmed; the spreadsheet trick `="0012"` for text that looks like a number undone; other formulas stay the text that they are. */
export function cellText(raw: string): string {
  const text = raw.trim();
  const trick = text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1) : null;
  return trick !== null && !trick.includes('"') ? trick.trim() : text;
}

/** A count that a sheet keeps as a number: whole, 0 or more; null for anything else. */
export function countOfNumber(value: number): number | null {
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** A count as exports write it: `1200`, `1.200`, `1,200`, `1 200`, `12,0`; null for anything else, fractions and negative numbers included. */
export function parseCount(text: string): number | null {
  if (text.length > 30) return null;
  const bare = text.replace(/[\s\u00a0\u202f']/g, '');
  if (!/^\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)?$|^\d+(?:[.,]0{1,2})?$/.test(bare)) return null;
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare);
  const count = Number(grouped ? bare.replace(/[.,]/g, '') : bare.replace(',', '.'));
  return Number.isSafeInteger(count) ? count : null;
}

/** Order of day and month where a file writes dates with slashes; it shows in days above 12. */
export type SlashOrder = 'day-first' | 'month-first';

/** A day as exports write it, with or without a time behind it; undefined where it is no day at all, null where the text says that there is none. */
export function parseDay(text: string, slashes: SlashOrder): CalendarDate | null | undefined {
  if (text.length > LONGEST_DAY) return undefined;
  if (NO_DATES.has(text.toLowerCase())) return null;
  const day = text.replace(/[ T]+\d{1,2}:\d{2}.*$/, '');
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day);
  if (slashed) {
    const [first, second] = slashes === 'day-first' ? [slashed[1], slashed[2]] : [slashed[2], slashed[1]];
    return parseDate(`${first}.${second}.${slashed[3]}`) ?? undefined;
  }
  const yearFirst = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(day);
  return parseDate(yearFirst ? `${yearFirst[1]}-${yearFirst[2]}-${yearFirst[3]}` : day) ?? undefined;
}

/** Cents per year; undefined where the text is no amount or a negative one. */
export function parseYearlyCost(text: string): Cents | undefined {
  if (text.length > 60) return undefined;
  const cents = parseEuro(text);
  return cents === null || cents < 0 ? undefined : cents;
}

/** An amount in euro that a sheet keeps as a number, rounded to cents; undefined where it is negative or beyond what cents can hold. */
export function centsOfNumber(value: number): Cents | undefined {
  const cents = centsOf(Math.round(value * 100));
  return cents === null || cents < 0 ? undefined : cents;
}

/** Serial numbers that are taken for days: 1954 to 2119. */
const SERIALS = { least: 20_000, most: 80_000 };

/**
 * The day that a spreadsheet keeps as a serial number in a cell that is not formatted as a date; also `20240630` kept as a number.
 *
 * @returns undefined where the number stands for no day of our time
 */
export function dayOfNumber(value: number): CalendarDate | undefined {
  if (value >= SERIALS.least && value <= SERIALS.most) return dayOfSerial(value);
  return Number.isInteger(value) && value >= 19_000_101 && value <= 99_991_231 ? (parseDate(String(value)) ?? undefined) : undefined;
}

/**
 * The day of a serial number of the 1900 date system, time of day dropped.
 *
 * @source ECMA-376 part 1, 18.17.4.1: 1 is 1900-01-01, and 60 is the 29 February that 1900 did not have
 */
export function dayOfSerial(serial: number): CalendarDate {
  const day = Math.floor(serial);
  return addDays('1899-12-31' as CalendarDate, day > 59 ? day - 1 : day);
}
