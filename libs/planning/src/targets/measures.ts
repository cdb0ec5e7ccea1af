// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';

/** Measured quantities that an administration can set itself targets in. */
export const MEASURES = ['PRODUCTS', 'SPECIALISED_PRODUCTS', 'INSTALLATIONS', 'DEVICES', 'SPEND', 'OWN_SOFTWARE', 'OPEN_PRODUCTS'] as const;
export type Measure = (typeof MEASURES)[number];

/** Shares lie between 0 and 1 and are to grow; counts are whole numbers and are to shrink. */
export function isShare(measure: Measure): boolean {
  return measure !== 'OPEN_PRODUCTS';
}

/** Both ends of what a value can be; equal where everything is known. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What a measure counts, in units of the measure (products, installations, devices, euro cents, software). */
export interface MeasureParts {
  /** What is as it should be. */
  readonly reached: number;
  /** What is not. */
  readonly missed: number;
  /** What may be either, because nobody knows its license or product. */
  readonly unknown: number;
  /** What may be either, because its name is not recognised yet. */
  readonly unrecognised: number;
  /** Things whose size nobody knows; they are in none of the numbers above. */
  readonly uncounted: number;
}

/** A measured value, and how it will go on by the plan in force. */
export interface Measured {
  readonly measure: Measure;
  readonly parts: MeasureParts;
  /** Null where there is nothing to measure: a share of nothing is not 0. */
  readonly value: Bounds | null;
  /** Later values in the order of days, from the day on which each holds; days on which nothing changes are left out. */
  readonly forecast: readonly ForecastPoint[];
}

/** A value to come. */
export interface ForecastPoint extends Bounds {
  readonly on: CalendarDate;
}

/** A measured quantity, today and later. */
export interface ValueOverTime {
  readonly parts: MeasureParts;
  /** Null where there is nothing to measure. */
  readonly value: Bounds | null;
  /** Values after today on the days on which something happens, in their order. */
  readonly later: readonly ForecastPoint[];
}

/**
 * The share of what is reached, with what is unknown on neither side.
 *
 * @returns low with everything unknown missed, high with everything unknown reached; null where there is nothing
 */
export function shareOf({ reached, missed, unknown }: { readonly reached: number; readonly missed: number; readonly unknown: number }): Bounds | null {
  const total = reached + missed + unknown;
  return total > 0 ? { low: reached / total, high: (reached + unknown) / total } : null;
}
