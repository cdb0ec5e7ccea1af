// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ContractTerm, NoticePeriod } from '#licensing';

const LONGEST_TEXT = 120;
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/\b(ein|eine|einen|einem|eines|einer|one)\b/g, 1],
  [/\b(zwei|two)\b/g, 2],
  [/\b(drei|three)\b/g, 3],
  [/\b(vier|four)\b/g, 4],
  [/\b(fünf|five)\b/g, 5],
  [/\b(sechs|six)\b/g, 6],
  [/\b(neun|nine)\b/g, 9],
  [/\b(zwölf|twelve)\b/g, 12],
];

type Unit = 'days' | 'weeks' | 'months' | 'quarters' | 'years';

/** Months in a unit; days and weeks have none. */
const MONTHS: Readonly<Record<Unit, number>> = { days: 0, weeks: 0, months: 1, quarters: 3, years: 12 };

function unitOf(word: string): Unit | null {
  if (/^(kalender|werk|arbeits)?(d|t|tg|tag|day)/.test(word)) return 'days';
  if (/^(w|kw|wo)/.test(word)) return 'weeks';
  if (/^(q|quartal|vierteljahr)/.test(word)) return 'quarters';
  if (/^(kalender)?(m|mo)/.test(word)) return 'months';
  return /^(kalender|vertrags)?(j|y|a$|p\.?a)/.test(word) ? 'years' : null;
}

/** The unit that the name of a column gives to bare numbers below it: `Kündigungsfrist (Monate)`. */
export function unitOfHeader(name: string): Unit | null {
  const lower = name.toLowerCase();
  if (/monat|month/.test(lower)) return 'months';
  if (/woche|week/.test(lower)) return 'weeks';
  if (/\btage|\btagen|day|\(t\)/.test(lower)) return 'days';
  return /jahre|year/.test(lower) ? 'years' : null;
}

function spanOf(text: string, bareUnit: Unit | null): { count: number; unit: Unit } | null {
  let lower = text.toLowerCase();
  for (const [word, count] of WORDS) lower = lower.replace(word, String(count));
  const match = /(\d{1,4})\s*(?:\([^)]*\)\s*)?([\p{L}.]+)?/u.exec(lower);
  if (match === null) return null;
  const word = match[2];
  const unit = word === undefined ? bareUnit : unitOf(word);
  return unit === null ? null : { count: Number(match[1]), unit };
}

/** A notice period as registers write it, and to the end of what notice is given. */
export interface WrittenNotice {
  readonly notice: NoticePeriod;
  readonly to: NonNullable<ContractTerm['noticeTo']> | null;
}

/**
 * Reads a notice period: `3 Monate zum Quartalsende`, `drei Monate`, `90 Tage`, `6 Wochen`, `3` under a column that names its unit.
 *
 * @param bareUnit unit of a number without one
 * @returns null where the text names no period
 */
export function parseNotice(text: string, bareUnit: Unit | null): WrittenNotice | null {
  if (text.length > LONGEST_TEXT) return null;
  const span = spanOf(text, bareUnit);
  if (span === null) return null;
  const { count, unit } = span;
  const notice: NoticePeriod = unit === 'days' ? { days: count } : unit === 'weeks' ? { days: count * 7 } : { months: count * MONTHS[unit] };
  return { notice, to: noticeToOf(text.toLowerCase()) };
}

function noticeToOf(text: string): WrittenNotice['to'] {
  if (/quartal|quarter/.test(text.replace(/^\s*\d+\s*quart\w*/, ''))) return 'quarter-end';
  if (/monatsende|ende (des|eines) (kalender)?monats|month.?end|end of (the |a )?month/.test(text)) return 'month-end';
  if (/jahresende|ende (des|eines) (kalender)?jahres|year.?end|end of (the |a )?(calendar )?year/.test(text)) return 'year-end';
  return /jederzeit|any time|any day/.test(text) ? 'any-day' : null;
}

const NO_RENEWAL = /^(0|nein|no|none|keine?|n|false|nicht|entfällt|ohne|endet automatisch|ends automatically|manuell|manual|optional|auf antrag)\b/;
const RENEWAL_WORDS: readonly (readonly [RegExp, number])[] = [
  [/halbjähr|semi-?annual/, 6],
  [/vierteljähr|quartalsweise|quarterly/, 3],
  [/monatlich|monthly/, 1],
  [/jährlich|yearly|annual/, 12],
];

/**
 * Reads by how many months a contract renews: `12 Monate`, `1 Jahr`, `jährlich`, `keine`.
 *
 * @returns 0 for a contract that ends by itself; null where it renews by an unknown time (`ja`, `automatisch`); undefined where the text says neither
 */
export function parseRenewal(text: string, bareUnit: Unit | null): number | null | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const lower = text.toLowerCase();
  const span = spanOf(lower, bareUnit);
  if (span !== null && span.count > 0 && MONTHS[span.unit] > 0) return span.count * MONTHS[span.unit];
  if (NO_RENEWAL.test(lower)) return 0;
  const word = RENEWAL_WORDS.find(([pattern]) => pattern.test(lower));
  if (word !== undefined) return word[1];
  return /^(ja|yes|y|j|true|x|auto|stillschweigend|tacit|verlängert)/.test(lower) ? null : undefined;
}

/** Words for a contract without end. */
export function isOpenEnd(text: string): boolean {
  return /^(unbefristet|unbegrenzt|unlimited|perpetual|never|nie|laufend|open(-|\s)?end(ed)?|indefinite|evergreen|auf unbestimmte zeit|bis auf weiteres|until further notice|dauerhaft|kein ende|no end)\b/i.test(text.trim());
}
