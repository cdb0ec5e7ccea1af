// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** The terms on which an old contract ends; the same fields as of an item. */
export interface ContractTerms {
  readonly contractEnds?: readonly number[];
  readonly renewalPeriods?: number;
  readonly noticePeriods?: number;
}

/**
 * Decides from which period on the old contract costs nothing any more: notice is given when the migration is done, and the contract ends with
 * the first possible end that leaves the notice time ("finish by 30 June or pay another year").
 *
 * @param donePeriod first period in which the migration no longer runs
 * @param periodCount length of the horizon
 * @returns first period without the old cost; `periodCount` where that is never within the horizon
 */
export function firstSavingPeriod(terms: ContractTerms, donePeriod: number, periodCount: number): number {
  const earliest = donePeriod + (terms.noticePeriods ?? 0);
  const ends = terms.contractEnds ?? [];
  if (ends.length === 0) return Math.min(earliest, periodCount);
  let first = Infinity;
  let last = -Infinity;
  for (const end of ends) {
    if (end + 1 >= earliest) first = Math.min(first, end + 1);
    last = Math.max(last, end + 1);
  }
  const renewal = terms.renewalPeriods ?? 0;
  if (first === Infinity && renewal > 0) first = last + Math.ceil((earliest - last) / renewal) * renewal;
  return Math.min(first, periodCount);
}
