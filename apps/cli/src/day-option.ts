// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { calendarDate, type CalendarDate } from '#kernel';
import { wrongUsage } from './failure.js';

/**
 * The day that an option names; undefined where it was not given.
 *
 * @throws CommandFailure `CLI.DAY_INVALID` for a day that does not exist, or is not written YYYY-MM-DD
 */
export function dayOption(option: string, value: string | undefined): CalendarDate | undefined {
  const day = value === undefined ? undefined : calendarDate(value);
  if (day === null) throw wrongUsage({ code: 'CLI.DAY_INVALID', option, value });
  return day;
}
