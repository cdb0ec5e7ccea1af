// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, daysBetween, type CalendarDate, type Problem } from '#kernel';
import { wayOut } from '#licensing';
import type { ContractTerms, PlanningItem, PlanningPeriod, PlanningProblem, Precedence } from '#planning';
import { estimateMove, type AlternativeKind, type EconomicsAssumptions } from '../scoring/index.js';
import type { ScenarioDefinition } from './scenario.js';

/** What planning needs of a scored candidate. */
export interface PlannableCandidate {
  readonly candidateId: number;
  readonly productKey: string;
  readonly alternativeKey: string;
  readonly vendorKey: string | null;
  readonly goalExpected: number;
  readonly specialised: boolean;
  readonly distribution: readonly string[];
  readonly mainDepartment: string | null;
  readonly lastSupportEndsOn: CalendarDate | null;
  readonly money: {
    readonly annualCostCents: Range | null;
    readonly oneOffCents: Range | null;
    readonly annualRunningCostCents: Range | null;
    readonly effortDays: Range | null;
  };
  readonly kind: AlternativeKind;
  readonly interfaces: number;
  readonly contracts: readonly { readonly endsOn: CalendarDate | null; readonly noticePeriodMonths: number | null; readonly renewalMonths: number | null }[];
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** An interface over which the first product depends on the second. */
export interface Dependency {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}

/** A candidate that is no part of the problem: a number that planning needs is not known, or it is under way. */
export interface Unplannable {
  readonly candidateId: number;
  readonly reason: Problem;
}

/** Why nobody knows what a migration saves: what the old product costs is not known, or how to leave its contract. Such a saving counts as none. */
export type UnknownSaving = 'COST' | 'CONTRACT_END';

/** A problem for the solver, and what was not known when it was put together, by id of the candidate. */
export interface PreparedProblem {
  readonly problem: PlanningProblem;
  readonly unplannable: readonly Unplannable[];
  readonly assumed: ReadonlySet<number>;
  readonly unknownSavings: ReadonlyMap<number, UnknownSaving>;
  /** Last day of support, where no migration within the horizon can be done before it: it is planned without this deadline. */
  readonly lateForSupport: ReadonlyMap<number, CalendarDate>;
}

/** What of the work falls to whom, by kind of product; teams that a scenario does not have leave it to the first one. */
const WORK: readonly { readonly when: (candidate: PlannableCandidate) => boolean; readonly shares: Readonly<Record<string, number>> }[] = [
  { when: (candidate) => candidate.specialised, shares: { 'team-procedures': 0.6, 'team-development': 0.2, 'team-training': 0.2 } },
  { when: (candidate) => candidate.distribution.includes('server') || candidate.distribution.includes('appliance'), shares: { 'team-data-centre': 0.7, 'team-security': 0.1, 'team-training': 0.2 } },
  { when: () => true, shares: { 'team-workplace': 0.7, 'team-training': 0.3 } },
];
/** Interfaces whose far end can only go when the near end has gone: macros bind to the office suite, procedures to their database. */
const BINDING = /^(OFFICE_AUTOMATION|DATABASE)\b/;
const DAYS_PER_MONTH = 30.4375;

/** Day of the plan, and what the run that it is made from assumes about effort and money. */
export interface PlanningBasis {
  readonly today: CalendarDate;
  readonly assumptions: EconomicsAssumptions;
  /** How many migrations a department bears at a time, by its key; counts where the scenario says nothing of it. */
  readonly changeLoadLimits: Readonly<Record<string, number>>;
}

/** Puts candidates, contracts, interfaces and a scenario together to the problem that the solver takes. */
export function planningProblemOf(scenario: ScenarioDefinition, candidates: readonly PlannableCandidate[], dependencies: readonly Dependency[], { today, assumptions, changeLoadLimits }: PlanningBasis): PreparedProblem {
  const unplannable: Unplannable[] = [];
  const items: PlanningItem[] = [];
  const keys = new Set<string>();
  const assumed = new Set<number>();
  const unknownSavings = new Map<number, UnknownSaving>();
  const lateForSupport = new Map<number, CalendarDate>();
  for (const known of candidates) {
    const candidate = withAssumedSize(known, scenario.assumedSeats, assumptions);
    if (candidate !== known) assumed.add(candidate.candidateId);
    const missing = (['effortDays', 'oneOffCents'] as const).filter((name) => candidate.money[name] === null);
    if (missing.length > 0) unplannable.push({ candidateId: candidate.candidateId, reason: { code: 'PLANNING.SIZE_UNKNOWN', missing } });
    else {
      const unknown = unknownSavingOf(candidate, today);
      if (unknown) unknownSavings.set(candidate.candidateId, unknown);
      const item = itemOf(candidate, scenario, today);
      const supportEndsOn = candidate.lastSupportEndsOn;
      const deadline = supportEndsOn === null ? null : deadlineOf(scenario, supportEndsOn, item.durationPeriods ?? 1);
      if (deadline === 'TOO_LATE') lateForSupport.set(candidate.candidateId, supportEndsOn!);
      items.push(typeof deadline === 'number' ? { ...item, deadline } : item);
      keys.add(candidate.productKey);
    }
  }
  const planned = candidates.filter((candidate) => keys.has(candidate.productKey));
  const periods = scenario.periods.map((period, index): PlanningPeriod => {
    const open = 1 - closedShare(period, scenario.blackouts.filter((blackout) => blackout.departmentIds.length === 0));
    return {
      startsOn: period.startsOn,
      budgetCents: period.budgetCents,
      capacity: Object.fromEntries(scenario.teams.map((team) => [team.id, (team.capacityDays[index] ?? 0) * open])),
      changeLoad: { ...changeLoadLimits, ...scenario.changeLoad },
    };
  });
  return {
    unplannable,
    assumed,
    unknownSavings,
    lateForSupport,
    problem: {
      objective: 'value',
      periods,
      items,
      precedences: precedencesOf(dependencies, keys),
      bundles: bundlesOf(planned),
      blackouts: departmentBlackouts(scenario),
      discount01: scenario.discount01,
      ...(scenario.centsPerValuePoint === undefined ? {} : { centsPerValuePoint: scenario.centsPerValuePoint }),
    },
  };
}

/** Where the size of a move is not known, it is planned with the scenario's assumption. */
function withAssumedSize(candidate: PlannableCandidate, assumedSeats: number | null, assumptions: EconomicsAssumptions): PlannableCandidate {
  if (candidate.money.effortDays !== null || assumedSeats === null) return candidate;
  const estimate = estimateMove({ seats: assumedSeats, interfaces: candidate.interfaces, kind: candidate.kind, annualCostCents: null }, assumptions);
  return { ...candidate, money: { ...candidate.money, effortDays: estimate.effortDays, oneOffCents: estimate.oneOffCents } };
}

function itemOf(candidate: PlannableCandidate, scenario: ScenarioDefinition, today: CalendarDate): PlanningItem {
  const { money } = candidate;
  const days = middle(money.effortDays!);
  const durationPeriods = days > 120 ? 3 : days > 40 ? 2 : 1;
  const months = monthsOf(scenario.periods[0]!);
  const perPeriod = (range: Range | null) => (range === null ? 0 : (middle(range) / 12) * months);
  return {
    id: candidate.productKey,
    value: Math.max(0, Math.round(candidate.goalExpected * 100) / 100),
    oneOffCents: Math.round(middle(money.oneOffCents!)),
    durationPeriods,
    effortDays: effortOf(candidate, scenario, days, durationPeriods),
    savingPerPeriodCents: money.annualCostCents === null ? 0 : Math.round(perPeriod(money.annualCostCents) - perPeriod(money.annualRunningCostCents)),
    dualRunPerPeriodCents: Math.round(perPeriod(money.annualRunningCostCents)),
    ...contractTermsOf(candidate.contracts, scenario, months, today),
    ...(candidate.mainDepartment === null ? {} : { department: candidate.mainDepartment }),
  };
}

/** When the old product stops costing: with the last of its contracts. One that nobody knows how to leave may run on for ever. */
function contractTermsOf(contracts: PlannableCandidate['contracts'], scenario: ScenarioDefinition, monthsPerPeriod: number, today: CalendarDate): ContractTerms {
  const ways = contracts.map((contract) => ({ contract, way: wayOut(contract, today) }));
  if (ways.some(({ way }) => way.status === 'UNKNOWN')) return { contractEnds: [scenario.periods.length + 1_000] };
  const terminations = ways.flatMap(({ contract, way }) => (way.status === 'OPEN' ? [{ endsOn: way.termination.endsOn, contract }] : []));
  const last = terminations.sort((one, other) => (one.endsOn < other.endsOn ? 1 : -1))[0];
  if (!last) return {};
  const noticePeriods = Math.ceil((last.contract.noticePeriodMonths ?? 0) / monthsPerPeriod);
  if (last.contract.endsOn === null) return { noticePeriods };
  return {
    contractEnds: [lastPaidPeriod(scenario, last.endsOn)],
    noticePeriods,
    ...(last.contract.renewalMonths ? { renewalPeriods: Math.max(1, Math.round(last.contract.renewalMonths / monthsPerPeriod)) } : {}),
  };
}

/** Why the saving of a candidate is not known; null where it is known. Without a contract nobody knows what a product costs. */
function unknownSavingOf({ contracts, money }: PlannableCandidate, today: CalendarDate): UnknownSaving | null {
  if (money.annualCostCents === null) return 'COST';
  return contracts.some((contract) => wayOut(contract, today).status === 'UNKNOWN') ? 'CONTRACT_END' : null;
}

/** Person-days per team and period, evenly over the duration. */
function effortOf(candidate: PlannableCandidate, scenario: ScenarioDefinition, days: number, durationPeriods: number): Record<string, number[]> {
  const known = new Set(scenario.teams.map((team) => team.id));
  const effort: Record<string, number[]> = {};
  for (const [team, share] of Object.entries(WORK.find((work) => work.when(candidate))!.shares)) {
    const id = known.has(team) ? team : scenario.teams[0]!.id;
    const perPeriod = Math.round(((days * share) / durationPeriods) * 10) / 10;
    effort[id] = Array.from({ length: durationPeriods }, (_, period) => Math.round(((effort[id]?.[period] ?? 0) + perPeriod) * 10) / 10);
  }
  return effort;
}

function precedencesOf(dependencies: readonly Dependency[], keys: ReadonlySet<string>): Precedence[] {
  const seen = new Set<string>();
  return dependencies.flatMap(({ from, to, kind }) => {
    if (!BINDING.test(kind) || from === to || !keys.has(from) || !keys.has(to) || seen.has(`${from} ${to}`)) return [];
    seen.add(`${from} ${to}`);
    return [{ before: from, after: to }];
  });
}

/** Products of one vendor that go to one and the same product move together: the same users, the same training. */
function bundlesOf(candidates: readonly PlannableCandidate[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { productKey, vendorKey, alternativeKey } of candidates) {
    if (vendorKey === null) continue;
    const key = `${vendorKey} ${alternativeKey}`;
    groups.set(key, [...(groups.get(key) ?? []), productKey]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** A department rests in periods of which a blackout takes more than half. */
function departmentBlackouts(scenario: ScenarioDefinition): { period: number; department: string }[] {
  const departments = new Set(scenario.blackouts.flatMap((blackout) => blackout.departmentIds));
  return [...departments].flatMap((department) =>
    scenario.periods.flatMap((period, index) =>
      closedShare(period, scenario.blackouts.filter((blackout) => blackout.departmentIds.includes(department))) > 0.5 ? [{ period: index, department }] : [],
    ),
  );
}

function closedShare(period: ScenarioDefinition['periods'][number], blackouts: ScenarioDefinition['blackouts']): number {
  const length = daysBetween(period.startsOn, period.endsOn) + 1;
  const closed = blackouts.reduce((sum, { startsOn, endsOn }) => {
    const from = startsOn > period.startsOn ? startsOn : period.startsOn;
    const to = endsOn < period.endsOn ? endsOn : period.endsOn;
    return sum + Math.max(0, daysBetween(from, to) + 1);
  }, 0);
  return Math.min(1, closed / length);
}

/** The period in which a contract that ends on this day is paid for the last time; counted on below 0 and beyond the horizon in periods of the first one's length. */
function lastPaidPeriod({ periods }: ScenarioDefinition, endsOn: CalendarDate): number {
  const first = periods[0]!;
  const last = periods.at(-1)!;
  const days = daysBetween(first.startsOn, first.endsOn) + 1;
  if (endsOn > last.endsOn) return periods.length - 1 + Math.ceil(daysBetween(last.endsOn, endsOn) / days);
  if (endsOn < first.startsOn) return -Math.ceil(daysBetween(endsOn, first.startsOn) / days);
  return periods.findLastIndex(({ startsOn }) => startsOn <= endsOn);
}

/** Length of a period in months; whole where calendar months are only unequal, so that a notice period of three months is one quarter and not two. */
function monthsOf({ startsOn, endsOn }: ScenarioDefinition['periods'][number]): number {
  const months = daysBetween(startsOn, addDays(endsOn, 1)) / DAYS_PER_MONTH;
  const whole = Math.round(months);
  return whole > 0 && Math.abs(months - whole) < 0.1 ? whole : months;
}

/** The last period in which a migration may run so that it is done when support ends; null where the horizon ends before; where it cannot be done by then at all, the deadline decides nothing. */
function deadlineOf({ periods }: ScenarioDefinition, supportEndsOn: CalendarDate, durationPeriods: number): number | 'TOO_LATE' | null {
  if (supportEndsOn > periods.at(-1)!.endsOn) return null;
  const period = periods.findLastIndex(({ startsOn }) => startsOn <= supportEndsOn);
  return period + 1 < durationPeriods ? 'TOO_LATE' : period;
}

function middle({ low, high }: Range): number {
  return (low + high) / 2;
}
