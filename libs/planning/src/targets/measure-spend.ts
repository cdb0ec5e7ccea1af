// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate } from '#kernel';
import { nextTermination } from '#licensing';
import type { Openness, Replacement, RunningContract } from './facts.js';
import type { MeasureParts, ValueOverTime } from './measures.js';

/** What flows on a day: cents and contracts without a known cost, of each kind. */
interface Flow {
  readonly cents: Record<Openness, number>;
  readonly uncounted: Record<Openness, number>;
}

/**
 * Measures which share of what contracts cost in a year goes into open source.
 *
 * A contract whose cost nobody knows can be of any size: as long as one may be missed the share can be as low as 0, as long as one may be reached as high as 1.
 * When a product is replaced, its contract's money flows until the contract can be left; then it is gone (low), or all of it goes into the alternative (high).
 */
export function measureSpend(contracts: readonly RunningContract[], replacements: readonly Replacement[]): ValueOverTime {
  const of = new Map(replacements.map((replacement) => [replacement.productId, replacement]));
  const [left, kept] = [nothing(), nothing()];
  const ends = new Map<CalendarDate, { readonly surely: RunningContract[]; readonly possibly: RunningContract[] }>();
  const endsOn = (day: CalendarDate) => ends.get(day) ?? ends.set(day, { surely: [], possibly: [] }).get(day)!;
  for (const contract of contracts) {
    add(left, contract, 1);
    add(kept, contract, 1);
    const replacement = contract.productId === null || contract.openness === 'OPEN' ? undefined : of.get(contract.productId);
    if (replacement === undefined) continue;
    const { surelyOn, possiblyOn } = replacement;
    const surelyUntil = surelyOn === null ? null : endAfter(contract, surelyOn);
    if (surelyUntil !== null) endsOn(addDays(surelyUntil, 1)).surely.push(contract);
    endsOn(addDays(endAfter(contract, possiblyOn) ?? possiblyOn, 1)).possibly.push(contract);
  }
  const { cents, uncounted } = left;
  const parts: MeasureParts = { reached: cents.OPEN, missed: cents.CLOSED, unknown: cents.UNKNOWN, unrecognised: 0, uncounted: uncounted.OPEN + uncounted.CLOSED + uncounted.UNKNOWN };
  const total = parts.reached + parts.missed + parts.unknown;
  if (total === 0 && parts.uncounted === 0) return { parts, value: null, later: [] };
  const freed = nothing();
  const bounds = () => {
    const flowing = left.cents.OPEN + left.cents.CLOSED + left.cents.UNKNOWN;
    const canBeNothing = flowing === 0 || left.uncounted.CLOSED + left.uncounted.UNKNOWN > 0;
    const canBeAll = total === 0 || kept.uncounted.OPEN + kept.uncounted.UNKNOWN + freed.uncounted.CLOSED + freed.uncounted.UNKNOWN > 0;
    return { low: canBeNothing ? 0 : left.cents.OPEN / flowing, high: canBeAll ? 1 : (parts.reached + kept.cents.UNKNOWN + freed.cents.CLOSED + freed.cents.UNKNOWN) / total };
  };
  const value = bounds();
  const later = [...ends.keys()].sort().map((on) => {
    const { surely, possibly } = ends.get(on)!;
    for (const contract of surely) add(left, contract, -1);
    for (const contract of possibly) {
      add(kept, contract, -1);
      add(freed, contract, 1);
    }
    return { on, ...bounds() };
  });
  return { parts, value, later };
}

function nothing(): Flow {
  return { cents: { OPEN: 0, CLOSED: 0, UNKNOWN: 0 }, uncounted: { OPEN: 0, CLOSED: 0, UNKNOWN: 0 } };
}

function add({ cents, uncounted }: Flow, { openness, costPerYearCents }: RunningContract, sign: 1 | -1): void {
  if (costPerYearCents === null) uncounted[openness] += sign;
  else cents[openness] += sign * costPerYearCents;
}

/** Last day on which a contract can end if its product is not needed from `on`; that day where it has ended before; null where nobody knows its notice period. */
function endAfter({ endsOn, renewalMonths, notice, noticeTo }: RunningContract, on: CalendarDate): CalendarDate | null {
  const isNoticeNeeded = endsOn === null || (renewalMonths ?? 0) > 0;
  if (isNoticeNeeded && notice === null) return null;
  return nextTermination({ endsOn, renewalMonths, notice: notice ?? { months: 0 }, ...(noticeTo === null ? {} : { noticeTo }) }, on)?.endsOn ?? on;
}
