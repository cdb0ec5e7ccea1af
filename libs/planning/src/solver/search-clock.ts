// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** How much of its limit a search has left. */
export interface SearchClock {
  readonly secondsLeft: () => number;
  /** Says that so much was worked, as long as it takes on a machine of moderate speed; heard only where work is counted. */
  readonly spend: (seconds: number) => void;
  /** Whether work is counted instead of time: then the same search ends at the same point on every machine. */
  readonly countsWork: boolean;
}

/** Counts time. */
export function wallClock(limitSeconds: number): SearchClock {
  const begun = performance.now();
  return { secondsLeft: () => limitSeconds - (performance.now() - begun) / 1000, spend: () => undefined, countsWork: false };
}

/** Counts work. */
export function workClock(limitSeconds: number): SearchClock {
  let left = limitSeconds;
  return { secondsLeft: () => left, spend: (seconds) => void (left -= seconds), countsWork: true };
}
