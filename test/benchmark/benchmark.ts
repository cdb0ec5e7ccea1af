// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** What a benchmark is given. */
export interface BenchContext {
  /** The project's root, with `package.json`. */
  readonly rootFolder: string;
  /** A folder to keep generated data in between runs; not committed. */
  readonly scratchFolder: string;
  /** How often each side runs; the sides take turns. */
  readonly rounds: number;
  /** Says on standard error what is going on. */
  say(line: string): void;
}

/** One comparison. Every `ratio` reads "ours to the rival's": its unit and direction are said in `note`. */
export interface BenchResult {
  readonly benchmark: string;
  /** With unit, such as `812 req/s`. */
  readonly ours: string;
  readonly rival: string;
  readonly ratio: number;
  /** Such as `≥ 2` or `≤ 1.2`. */
  readonly goal: string;
  /** Lowest and highest ratio over the rounds. */
  readonly spread: string;
  readonly note: string;
}

/** A file `*.bench.ts` that exports these is a benchmark; `--only` picks by the beginning of the name. */
export interface Benchmark {
  readonly name: string;
  run(context: BenchContext): Promise<readonly BenchResult[]>;
}

/** Whether a ratio reaches a goal such as `≥ 1.3`; null where the goal states no bound. */
export function reachesGoal(ratio: number, goal: string): boolean | null {
  const match = /^\s*([≥≤])\s*([\d.]+)/.exec(goal);
  if (!match) return null;
  return match[1] === '≥' ? ratio >= Number(match[2]) : ratio <= Number(match[2]);
}

/** The middle value; the mean of the two middle ones for an even number; NaN for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The value below which this share of all lies; NaN for none. */
export function quantileOf(values: readonly number[], share01: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share01 * sorted.length))] ?? NaN;
}

/** Lowest to highest, with two digits after the point. */
export function rangeOf(values: readonly number[]): string {
  return `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`;
}
