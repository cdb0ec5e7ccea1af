// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths, type CalendarDate } from '#kernel';

/** How long before the end notice has to be received. */
export type NoticePeriod = { readonly months: number } | { readonly days: number };

/** When a contract runs and how it goes on. */
export interface ContractTerm {
  /** Last day of the first term; null for a contract that runs until notice is given. */
  readonly endsOn: CalendarDate | null;
  /** Months by which it renews tacitly; null or 0 where it just ends. Ignored where `endsOn` is null. */
  readonly renewalMonths: number | null;
  readonly notice: NoticePeriod;
  /** For contracts without end: to the end of what notice can be given. */
  readonly noticeTo?: 'any-day' | 'month-end' | 'quarter-end' | 'year-end';
}

/** The next way out of a contract. */
export interface Termination {
  /** Last day of the contract if notice is given in time. */
  readonly endsOn: CalendarDate;
  /** Last day on which notice can be received; null where the contract ends by itself. */
  readonly noticeBy: CalendarDate | null;
  /** How often it will have renewed by then. */
  readonly renewals: number;
}

/** What a contract's row says about how to leave it. */
export interface ContractFacts {
  readonly endsOn: CalendarDate | null;
  readonly renewalMonths: number | null;
  /** Null where nobody knows it: unknown, not none. */
  readonly noticePeriodMonths: number | null;
}

/** Where a contract stands: it can be left (`OPEN`), it is over, or nobody can say because its notice period is not known. */
export type WayOut = { readonly status: 'OPEN'; readonly termination: Termination } | { readonly status: 'ENDED' | 'UNKNOWN' };

/** As {@link nextTermination}, for contracts whose notice period may be unknown: where it matters, so is the way out. */
export function wayOut({ endsOn, renewalMonths, noticePeriodMonths }: ContractFacts, today: CalendarDate): WayOut {
  const isNoticeNeeded = endsOn === null || (renewalMonths ?? 0) > 0;
  if (isNoticeNeeded && noticePeriodMonths === null) return { status: 'UNKNOWN' };
  const termination = nextTermination({ endsOn, renewalMonths, notice: { months: noticePeriodMonths ?? 0 } }, today);
  return termination === null ? { status: 'ENDED' } : { status: 'OPEN', termination };
}

/** Beyond this many renewals dates leave the calendar (year 9999). */
const MOST_RENEWALS = 12_000;

/**
 * Finds the next day on which a contract can end, and the last day for notice.
 *
 * @param today notice on this very day still counts
 * @returns null where a contract without renewal has ended before today, or dates leave the calendar
 * @source BGB §§ 187 I, 188 II and III: a period of months ends on the day with the number of the day of notice, or the month's last day
 */
export function nextTermination(term: ContractTerm, today: CalendarDate): Termination | null {
  if (term.endsOn === null) return nextEndWithoutTerm(term, today);
  const renewalMonths = term.renewalMonths ?? 0;
  if (renewalMonths <= 0) return term.endsOn < today ? null : { endsOn: term.endsOn, noticeBy: null, renewals: 0 };
  // Each term is counted from the first, so that a short month does not shift the ones after it.
  const afterFirst = addDays(term.endsOn, 1);
  const monthsSince = (Number(today.slice(0, 4)) - Number(afterFirst.slice(0, 4))) * 12 + Number(today.slice(5, 7)) - Number(afterFirst.slice(5, 7));
  for (let renewals = Math.max(0, Math.floor(monthsSince / renewalMonths) - 1); renewals < MOST_RENEWALS; renewals++) {
    const months = renewals * renewalMonths;
    if (Number(afterFirst.slice(0, 4)) + months / 12 > 9_998) return null;
    const endsOn = addDays(addMonths(afterFirst, months), -1);
    const noticeBy = lastDayForNotice(endsOn, term.notice);
    if (noticeBy >= today) return { endsOn, noticeBy, renewals };
  }
  return null;
}

/** The last day on which notice can be received so that the contract ends on the day given. */
export function lastDayForNotice(endsOn: CalendarDate, notice: NoticePeriod): CalendarDate {
  if ('days' in notice) return addDays(endsOn, -notice.days);
  let day = addMonths(endsOn, -notice.months);
  while (addMonths(addDays(day, 1), notice.months) <= endsOn) day = addDays(day, 1);
  return day;
}

function nextEndWithoutTerm(term: ContractTerm, today: CalendarDate): Termination {
  const earliest = 'days' in term.notice ? addDays(today, term.notice.days) : addMonths(today, term.notice.months);
  const step = { 'any-day': 0, 'month-end': 1, 'quarter-end': 3, 'year-end': 12 }[term.noticeTo ?? 'any-day'];
  const endsOn = step === 0 ? earliest : endOfSpan(earliest, step);
  return { endsOn, noticeBy: lastDayForNotice(endsOn, term.notice), renewals: 0 };
}

/** Last day of the month, quarter or year (1, 3, 12 months) in which a day lies. */
function endOfSpan(date: CalendarDate, months: number): CalendarDate {
  const month = Number(date.slice(5, 7));
  const last = Math.ceil(month / months) * months;
  const first = `${date.slice(0, 8)}01` as CalendarDate;
  return addDays(addMonths(first, last - month + 1), -1);
}
