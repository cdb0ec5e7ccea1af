// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate } from '#kernel';
import { nextTermination } from '#licensing';
import type { Replacement, RunningContract } from './facts.js';
import type { MeasureParts, ValueOverTime } from './measures.js';

/** Last day on which the money of a contract flows by the plan; null: it goes on. */
interface Spend {
  readonly openness: RunningContract['openness'];
  readonly cents: number | null;
  readonly surelyUntil: CalendarDate | null;
  readonly possiblyUntil: CalendarDate | null;
}

/**
 * Measures which share of what contracts cost in a year goes into open source.
 *
 * A contract whose cost nobody knows can be of any size: as long as one may be missed the share can be as low as 0, as long as one may be reached as high as 1.
 * When a product is replaced, its contract's money flows until the contract can be left; then it is gone (low), or all of it goes into the alternative (high).
 */
export function measureSpend(contracts: readonly RunningContract[], replacements: readonly Replacement[]): ValueOverTime {
  const of = new Map(replacements.map((replacement) => [replacement.productId, replacement]));
  const spends = contracts.map((contract): Spend => {
    const replacement = contract.productId === null ? undefined : of.get(contract.productId);
    const head = { openness: contract.openness, cents: contract.costPerYearCents };
    if (replacement === undefined || contract.openness === 'OPEN') return { ...head, surelyUntil: null, possiblyUntil: null };
    const { surelyOn, possiblyOn } = replacement;
    return { ...head, surelyUntil: surelyOn === null ? null : endAfter(contract, surelyOn), possiblyUntil: endAfter(contract, possiblyOn) ?? possiblyOn };
  });
  const known = (openness: Spend['openness'], isThere: (spend: Spend) => boolean) => spends.reduce((sum, spend) => (spend.openness === openness && isThere(spend) ? sum + (spend.cents ?? 0) : sum), 0);
  const hasUncounted = (among: readonly Spend['openness'][], isThere: (spend: Spend) => boolean) => spends.some((spend) => spend.cents === null && among.includes(spend.openness) && isThere(spend));
  const all = () => true;
  const parts: MeasureParts = {
    reached: known('OPEN', all),
    missed: known('CLOSED', all),
    unknown: known('UNKNOWN', all),
    unrecognised: 0,
    uncounted: spends.filter(({ cents }) => cents === null).length,
  };
  const total = parts.reached + parts.missed + parts.unknown;
  const valueOn: ValueOverTime['valueOn'] = (day) => {
    if (total === 0 && parts.uncounted === 0) return null;
    const isLeft = ({ surelyUntil }: Spend) => surelyUntil === null || surelyUntil >= day;
    const mayBeLeft = ({ possiblyUntil }: Spend) => possiblyUntil === null || possiblyUntil >= day;
    const left = parts.reached + known('CLOSED', isLeft) + known('UNKNOWN', isLeft);
    const freed = known('CLOSED', (spend) => !mayBeLeft(spend)) + known('UNKNOWN', (spend) => !mayBeLeft(spend));
    const stillUnknown = known('UNKNOWN', mayBeLeft);
    const canBeNothing = hasUncounted(['CLOSED', 'UNKNOWN'], isLeft) || left === 0;
    const canBeAll = hasUncounted(['OPEN', 'UNKNOWN'], all) || hasUncounted(['CLOSED'], (spend) => !mayBeLeft(spend)) || total === 0;
    return { low: canBeNothing ? 0 : parts.reached / left, high: canBeAll ? 1 : (parts.reached + stillUnknown + freed) / total };
  };
  return { parts, valueOn, days: spends.flatMap(({ surelyUntil, possiblyUntil }) => [surelyUntil, possiblyUntil]).flatMap((until) => (until === null ? [] : [addDays(until, 1)])) };
}

/** Last day on which a contract can end if its product is not needed from `on`; that day where it has ended before; null where nobody knows its notice period. */
function endAfter({ endsOn, renewalMonths, notice, noticeTo }: RunningContract, on: CalendarDate): CalendarDate | null {
  const isNoticeNeeded = endsOn === null || (renewalMonths ?? 0) > 0;
  if (isNoticeNeeded && notice === null) return null;
  return nextTermination({ endsOn, renewalMonths, notice: notice ?? { months: 0 }, ...(noticeTo === null ? {} : { noticeTo }) }, on)?.endsOn ?? on;
}
