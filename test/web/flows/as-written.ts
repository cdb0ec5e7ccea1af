// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Locator } from 'playwright-core';

// how readers write numbers, money and days, in code that the page does not share
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

type Written = 'en' | 'de';

const grouped = (digits: string, sign: string) => digits.replaceAll(/\B(?=(\d{3})+$)/g, sign);

export function number(value: number, language: Written = 'en'): string {
  return `${value < 0 ? '-' : ''}${grouped(String(Math.round(Math.abs(value))), language === 'en' ? ',' : '.')}`;
}

/** Whole euro. */
export function euro(cents: number, language: Written = 'en'): string {
  const written = number(Math.abs(cents) / 100, language);
  const sign = Math.round(cents / 100) < 0 ? '-' : '';
  return language === 'en' ? `${sign}€${written}` : `${sign}${written}\u00a0€`;
}

export function day(date: string, language: Written = 'en'): string {
  const [year, month, number_] = date.split('-');
  return language === 'en' ? `${Number(number_)} ${MONTHS[Number(month) - 1]} ${year}` : `${number_}.${month}.${year}`;
}

/** Cells of the table in this place, row by row. */
export async function tableOf(place: Locator): Promise<string[][]> {
  const rows = await place.locator('tbody tr:not([aria-hidden])').all();
  return Promise.all(rows.map((row) => row.locator('td').allTextContents()));
}
