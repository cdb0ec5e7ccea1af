// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';

/** What nobody knows is shown as this; it is never written as nought. */
export const UNKNOWN = '–';

type Maybe<T> = T | null | undefined;

/** Numbers, dates and money as a reader writes them; unknown stays unknown. */
export interface Formats {
  readonly locale: string;
  count(value: Maybe<number>): string;
  /** With so many decimals at most. */
  decimal(value: Maybe<number>, digits?: number): string;
  /** A share from 0 to 1. */
  share(share01: Maybe<number>, digits?: number): string;
  /** Cents, shown in whole euro unless `exact`. */
  money(cents: Maybe<number>, exact?: boolean): string;
  /** A calendar day, `YYYY-MM-DD`. */
  day(date: Maybe<string>): string;
  /** An instant, RFC 3339. */
  instant(at: Maybe<string>): string;
  list(items: readonly string[]): string;
}

/** The reader's own region where the browser names one for this language, else Germany or Great Britain. */
export function formatsFor(language: Language, wished: readonly string[]): Formats {
  const locale = wished.find((tag) => tag.startsWith(`${language}-`)) ?? (language === 'de' ? 'de-DE' : 'en-GB');
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const known = <T>(value: Maybe<T>, write: (value: T) => string) => (value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? UNKNOWN : write(value));
  return {
    locale,
    count: (value) => known(value, count.format),
    decimal: (value, digits = 1) => known(value, (number) => number.toLocaleString(locale, { maximumFractionDigits: digits })),
    share: (share01, digits = 0) => known(share01, (share) => share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: digits })),
    money: (cents, exact = false) => known(cents, (amount) => (amount / 100).toLocaleString(locale, { style: 'currency', currency: 'EUR', minimumFractionDigits: exact ? 2 : 0, maximumFractionDigits: exact ? 2 : 0 })),
    day: (date) => known(date, (text) => day.format(new Date(`${text}T00:00:00Z`))),
    instant: (at) => known(at, (text) => instant.format(new Date(text))),
    list: (items) => list.format(items),
  };
}
