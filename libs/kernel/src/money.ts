// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Branded } from './branded.js';

/** An amount in euro cents: a whole number within ±(2^53 − 1). */
export type Cents = Branded<number, 'Cents'>;

/** Accepts whole numbers that a double keeps exactly; anything else (NaN, fractions, beyond 2^53 − 1) is null. */
export function centsOf(amount: number): Cents | null {
  return Number.isSafeInteger(amount) ? ((amount === 0 ? 0 : amount) as Cents) : null;
}

/**
 * Reads an amount in euro as people and exports write it, German or English: `1.234,56 €`, `EUR 1,234.56`, `1234.5`, `-12`.
 *
 * A single separator followed by exactly three digits (`1.234`, `1,234`) groups thousands in either language; one that is followed by one or two
 * digits is the decimal separator.
 *
 * @returns cents, or null where the text is no amount
 */
export function parseEuro(text: string): Cents | null {
  const bare = text.replace(/€|EUR|Euro/gi, '').replace(/[\s\u00a0\u202f']/g, '').replace(/[−–]/g, '-');
  const match = /^(-?)(\d+(?:[.,]\d+)*)(?:,-|\.-)?$/.exec(bare);
  if (!match) return null;
  const [, sign, digits] = match as unknown as [string, string, string];
  const separators = digits.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  let whole = digits;
  let fraction = '';
  if (last !== undefined) {
    const at = digits.lastIndexOf(last);
    const tail = digits.slice(at + 1);
    const isDecimal = separators.filter((separator) => separator === last).length === 1 && tail.length <= 2;
    if (isDecimal) {
      whole = digits.slice(0, at);
      fraction = tail;
    } else if (tail.length !== 3) return null;
    if (!/^\d{1,3}([.,])\d{3}(\1\d{3})*$|^\d+$/.test(whole)) return null;
    if (isDecimal && whole.includes(last)) return null;
  }
  const cents = Number(whole.replace(/[.,]/g, '')) * 100 + Number(fraction.padEnd(2, '0'));
  return centsOf(sign === '-' ? -cents : cents);
}
