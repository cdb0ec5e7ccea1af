// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A number that is not known exactly: what it is at least, the best single estimate, what it is at most; `low ≤ expected ≤ high`. */
export interface Interval {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

/** The interval of a number that is known. */
export function exactly(value: number): Interval {
  return { low: value, expected: value, high: value };
}

/** Both ends and the estimate, each turned by the same rising or falling rule; a falling rule swaps the ends. */
export function mapInterval(interval: Interval, rule: (value: number) => number): Interval {
  const [low, expected, high] = [rule(interval.low), rule(interval.expected), rule(interval.high)];
  return low <= high ? { low, expected, high } : { low: high, expected, high: low };
}

/** Sum of the ends and of the estimates, in the order given; nothing sums to 0. */
export function sumIntervals(intervals: Iterable<Interval>): Interval {
  let [low, expected, high] = [0, 0, 0];
  for (const interval of intervals) {
    low += interval.low;
    expected += interval.expected;
    high += interval.high;
  }
  return { low, expected, high };
}
