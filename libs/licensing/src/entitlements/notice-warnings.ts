// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate } from '#kernel';
import { nextTermination, type ContractTerm, type Termination } from './contract-dates.js';

/** Days before the last day for notice on which somebody is warned. */
export const WARNING_DAYS = [180, 90, 30] as const;

export interface NoticeWarning {
  readonly on: CalendarDate;
  readonly daysBefore: number;
  /** Whether the day has come. */
  readonly isDue: boolean;
}

/** The next termination of a contract with its warnings, earliest first; none where the contract ends by itself, has ended, or can be left on any day, for then no day can be missed. */
export function noticeWarnings(term: ContractTerm, today: CalendarDate): { readonly termination: Termination | null; readonly warnings: readonly NoticeWarning[] } {
  const termination = nextTermination(term, today);
  const isAnyDay = term.endsOn === null && (term.noticeTo ?? 'any-day') === 'any-day';
  if (termination === null || termination.noticeBy === null || isAnyDay) return { termination, warnings: [] };
  const { noticeBy } = termination;
  const warnings = WARNING_DAYS.map((daysBefore) => {
    const on = addDays(noticeBy, -daysBefore);
    return { on, daysBefore, isDue: on <= today };
  });
  return { termination, warnings };
}
