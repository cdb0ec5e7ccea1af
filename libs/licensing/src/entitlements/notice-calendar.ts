// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate, type Language } from '#kernel';
import { WARNING_DAYS } from './notice-warnings.js';

/** One contract's dates for a calendar. */
export interface NoticeEntry {
  /** Stays the same over exports, so that calendars update the entry. */
  readonly id: string;
  readonly contract: string;
  readonly noticeBy: CalendarDate;
  readonly endsOn: CalendarDate;
}

const TIME_ZONE = ['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'];

/**
 * Writes the last days for notice as an iCalendar file, one all-day event each with alarms 180, 90 and 30 days before.
 *
 * Text of contracts cannot leave its line: what separates is escaped, line ends become `\n`, other control characters are left out.
 *
 * @param entries none gives a calendar with nothing but a time zone, for the standard wants at least one component
 * @param stampedAt instant of the export, ISO 8601 in UTC (`2026-11-24T08:00:00Z`)
 * @source RFC 5545
 */
export function noticeCalendar(entries: readonly NoticeEntry[], stampedAt: string, language: Language): string {
  const stamp = `${stampedAt.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Fahrplan//Contract dates//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', ...(entries.length === 0 ? TIME_ZONE : entries.flatMap((entry) => eventLines(entry, stamp, language))), 'END:VCALENDAR'];
  return lines.map(fold).join('\r\n') + '\r\n';
}

function eventLines(entry: NoticeEntry, stamp: string, language: Language): string[] {
  const summary = language === 'de' ? `Letzter Tag zur Kündigung: ${entry.contract}` : `Last day for notice: ${entry.contract}`;
  const description = language === 'de' ? `Geht die Kündigung bis ${entry.noticeBy} ein, endet der Vertrag am ${entry.endsOn}.` : `If notice is received by ${entry.noticeBy}, the contract ends on ${entry.endsOn}.`;
  const alarms = WARNING_DAYS.flatMap((days) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escape(summary)}`, `TRIGGER:-P${days}D`, 'END:VALARM']);
  return [
    'BEGIN:VEVENT',
    `UID:${escape(entry.id)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(entry.noticeBy)}`,
    `DTEND;VALUE=DATE:${compact(addDays(entry.noticeBy, 1))}`,
    `SUMMARY:${escape(summary)}`,
    `DESCRIPTION:${escape(description)}`,
    'TRANSP:TRANSPARENT',
    ...alarms,
    'END:VEVENT',
  ];
}

function compact(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n').replace(/\p{Cc}/gu, '').toWellFormed();
}

/** Breaks a line so that none is longer than 75 octets, never inside a character. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
