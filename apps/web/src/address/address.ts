// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** How one part of the address is read: undefined where it is missing or makes no sense, so that no address breaks a screen. */
export type Part<T> = (value: unknown) => T | undefined;

export const text: Part<string> = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined);
export const flag: Part<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
export const whole: Part<number> = (value) => (Number.isSafeInteger(value) ? (value as number) : undefined);
/** The calendar day so many days from today, at the reader's. */
export function dayIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString('sv-SE'); // YYYY-MM-DD
}

export const oneOf =
  <const T extends string>(choices: readonly T[]): Part<T> =>
  (value) =>
    choices.find((choice) => choice === value);
/** Some of the choices, in their order; undefined where none is given. */
export const someOf =
  <const T extends string>(choices: readonly T[]): Part<T[]> =>
  (value) =>
    Array.isArray(value) ? choices.filter((choice) => value.includes(choice)) : undefined;

type Parts = Readonly<Record<string, Part<unknown>>>;
type Read<P extends Parts> = { [K in keyof P]?: NonNullable<ReturnType<P[K]>> };

/** What a screen keeps in the address bar: for `validateSearch` of its route. */
export const searchOf =
  <P extends Parts>(parts: P) =>
  (given: Record<string, unknown>): Read<P> => {
    // what makes no sense has to be said to be undefined, or the router keeps it as it was given
    return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part(given[name])])) as Read<P>;
  };
