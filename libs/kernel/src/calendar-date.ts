// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Branded } from './branded.js';

/** A day of the Gregorian calendar without time or zone, as `YYYY-MM-DD` (ISO 8601); years 0001…9999. Compares as text. */
export type CalendarDate = Branded<string, 'CalendarDate'>;

const DAY_MS = 86_400_000;

/** Accepts `YYYY-MM-DD` if that day exists; anything else is null. */
export function calendarDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as CalendarDate;
}

/** Reads a date as exports write it: `2027-06-30`, `30.06.2027`, `30.6.27` (20xx), `2027-06-30T12:00:00Z`, `20270630`; anything else is null. */
export function parseDate(text: string): CalendarDate | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(trimmed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(trimmed);
  if (!german) return null;
  const year = Number(german[3]);
  return dateOf(year < 100 ? 2000 + year : year, Number(german[2]), Number(german[1]));
}

/** The day with these numbers, or null where it does not exist. */
export function dateOf(year: number, month: number, day: number): CalendarDate | null {
  return calendarDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** Making one costs fifty times what using it does, and every answer asks for today. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day on which an instant falls in Europe/Berlin unless another zone is given. */
export function dateOfInstant(instant: Date, timeZone = 'Europe/Berlin'): CalendarDate {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(instant) as CalendarDate;
}

/** The day `days` later (earlier for negative numbers). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
}

/** The same day `months` later; where that month is shorter, its last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return dateOf(year, month, day) as CalendarDate;
}

/** Whole days from the first day to the second; negative where the second lies earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
