// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';

const locales = { de: 'de-DE', en: 'en-IE' } as const;

/** Whole euro, as lists show money: `12.345 €`. */
export function euro(cents: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(cents / 100);
}

/** A count or amount with the language's separators; `–` where it is not known. */
export function amount(value: number | null | undefined, language: Language, digits = 0): string {
  return value === null || value === undefined ? '–' : new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
}

/** An instant as the clock of this machine shows it. */
export function instant(at: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** A share of one as percent; `–` where it is not known. */
export function percent(share01: number | null | undefined, language: Language, digits = 0): string {
  return share01 === null || share01 === undefined ? '–' : new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: digits }).format(share01);
}
