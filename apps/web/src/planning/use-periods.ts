// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import { useFormats } from '../i18n/language.js';
import type { ScenarioShape } from './roadmap.js';

export interface PeriodNames {
  /** Short: `Jan.–März 27`. */
  readonly name: (period: number) => string;
  /** From the first to the last day of so many periods. */
  readonly span: (period: number, count: number) => string;
}

/** How periods are called: by their months. */
export function usePeriods({ periods }: Pick<ScenarioShape, 'periods'>): PeriodNames {
  const { locale } = useFormats();
  return useMemo(() => {
    const months = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' });
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    const span = (period: number, count: number) => {
      const first = periods[period];
      const last = periods[Math.min(period + Math.max(1, count), periods.length) - 1];
      return first && last ? months.formatRange(day(first.startsOn), day(last.endsOn)) : String(period);
    };
    return { name: (period) => span(period, 1), span };
  }, [locale, periods]);
}
