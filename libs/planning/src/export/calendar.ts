// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate, type Language } from '#kernel';
import { firstSavingPeriod } from '../contract-calendar.js';
import type { Plan } from '../plan.js';
import type { PlanningProblem } from '../problem.js';

/** What a calendar of a plan needs beside the plan. */
export interface CalendarOptions {
  readonly language: Language;
  /** Time at which the calendar is made, UTC. */
  readonly madeAt: Date;
  /** Name of an item for people; its id where missing. */
  readonly nameOf?: (item: string) => string;
}

const WORDS = {
  de: { wave: 'Welle', notice: 'Kündigung möglich', ends: 'Altvertrag endet', calendar: 'Migrationswellen' },
  en: { wave: 'Wave', notice: 'Notice can be given', ends: 'Old contract ends', calendar: 'Migration waves' },
} as const;

/**
 * Writes a plan as iCalendar: one all-day event per wave, and for each item with a contract the day on which notice can be given and the day from which
 * it costs nothing. Only periods with `startsOn` appear.
 *
 * @returns text with CRLF, lines folded at 75 octets
 * @source RFC 5545
 */
export function planCalendar(problem: PlanningProblem, plan: Pick<Plan, 'waves' | 'starts'>, options: CalendarOptions): string {
  const words = WORDS[options.language];
  const name = options.nameOf ?? ((item: string) => item);
  const items = new Map(problem.items.map((item) => [item.id, item]));
  const day = (period: number): CalendarDate | null => (problem.periods[period]?.startsOn as CalendarDate | undefined) ?? null;
  const stamp = options.madeAt.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Fahrplan//planning//EN', 'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escapeText(words.calendar)}`];
  const event = (uid: string, from: CalendarDate, until: CalendarDate, summary: string, description = ''): void => {
    lines.push('BEGIN:VEVENT', `UID:${escapeText(uid)}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${until.replaceAll('-', '')}`, `SUMMARY:${escapeText(summary)}`);
    if (description) lines.push(`DESCRIPTION:${escapeText(description)}`);
    lines.push('END:VEVENT');
  };
  plan.waves.forEach((wave, index) => {
    const from = day(wave.period);
    if (from) event(`wave-${wave.period}@fahrplan`, from, day(wave.period + 1) ?? addDays(from, 1), `${words.wave} ${index + 1}`, wave.items.map(name).join('\n'));
  });
  for (const { item: id, period } of plan.starts) {
    const item = items.get(id)!;
    if (!item.contractEnds?.length) continue;
    const done = period + (item.durationPeriods ?? 1);
    const free = firstSavingPeriod(item, done, problem.periods.length);
    const [notice, ends] = [day(done), day(free)];
    if (notice && free < problem.periods.length) event(`notice-${id}@fahrplan`, notice, addDays(notice, 1), `${words.notice}: ${name(id)}`);
    if (ends) event(`end-${id}@fahrplan`, ends, addDays(ends, 1), `${words.ends}: ${name(id)}`);
  }
  return [...lines, 'END:VCALENDAR'].flatMap(fold).join('\r\n') + '\r\n';
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (special) => `\\${special}`).replace(/\r\n|\r|\n/g, '\\n').replace(/[\u0000-\u001f\u007f]/g, ' ');
}

/** Lines of at most 75 octets; what is left goes on after a space, never within a character. */
function fold(line: string): string[] {
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded.push(current);
      [current, octets] = [' ', 1];
    }
    current += character;
    octets += size;
  }
  return [...folded, current];
}
