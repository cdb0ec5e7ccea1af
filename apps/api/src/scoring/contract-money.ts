// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '#kernel';
import { nextTermination, type Termination } from '#licensing';
import { estimateMove, type AlternativeKind, type ContractEnd, type EconomicsFacts, type MoveAssumptions } from '#scoring';

/** A contract as far as it matters for money. */
export interface ContractRow {
  readonly number: string;
  readonly endsOn: CalendarDate | null;
  readonly noticePeriodMonths: number | null;
  readonly renewalMonths: number | null;
  readonly costPerYearCents: number | null;
}

/** What a candidate's economics rest on, and on which contracts. */
export interface CandidateMoney {
  readonly facts: EconomicsFacts;
  readonly contracts: readonly string[];
  /** The next last day for notice of any of its contracts; null where none is known. */
  readonly noticeBy: CalendarDate | null;
}

/**
 * The money of one candidate: from contracts what is bought today, from the assumptions what the move costs.
 *
 * Today's cost is free once the last of its contracts has ended. A notice period that nobody knows is not none: the contract then ends at the earliest as if
 * there were none, and nobody knows when at the latest. It does not matter for a contract that ends by itself.
 */
export function moneyOf(
  contracts: readonly ContractRow[],
  size: { readonly seats: number | null; readonly interfaces: number; readonly kind: AlternativeKind },
  assumptions: MoveAssumptions,
  today: CalendarDate,
): CandidateMoney {
  const costs = contracts.map((contract) => contract.costPerYearCents);
  const annualCostCents = costs.length === 0 || costs.includes(null) ? null : costs.reduce<number>((sum, cents) => sum + cents!, 0);
  const ends = contracts.map((contract) => contractEnd(contract, today));
  const noticeDays = contracts.flatMap((contract) => (isNoticeUnknown(contract) ? [] : (termination(contract, today)?.noticeBy ?? [])));
  return {
    facts: {
      annualCostCents: annualCostCents === null ? null : { low: annualCostCents, high: annualCostCents },
      contractEndsOn: lastEnd(ends),
      ...estimateMove({ ...size, annualCostCents }, assumptions),
    },
    contracts: contracts.map((contract) => contract.number),
    noticeBy: noticeDays.sort()[0] ?? null,
  };
}

function contractEnd(contract: ContractRow, today: CalendarDate): ContractEnd | null {
  const earliest = termination(contract, today)?.endsOn;
  if (earliest === undefined) return null;
  return { earliest, latest: isNoticeUnknown(contract) ? null : earliest };
}

function lastEnd(ends: readonly (ContractEnd | null)[]): ContractEnd | null {
  const known = ends.filter((end) => end !== null);
  if (known.length === 0 || known.length < ends.length) return null;
  const latest = known.map((end) => end.latest);
  return { earliest: known.map((end) => end.earliest).sort().at(-1)!, latest: latest.includes(null) ? null : latest.sort().at(-1)! };
}

/** Without a term, or under tacit renewal, the notice period decides when the contract can end. */
function isNoticeUnknown({ endsOn, renewalMonths, noticePeriodMonths }: ContractRow): boolean {
  return noticePeriodMonths === null && (endsOn === null || renewalMonths !== null);
}

function termination({ endsOn, renewalMonths, noticePeriodMonths }: ContractRow, today: CalendarDate): Termination | null {
  return nextTermination({ endsOn, renewalMonths, notice: { months: noticePeriodMonths ?? 0 } }, today);
}
