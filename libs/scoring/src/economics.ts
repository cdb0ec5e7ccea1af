// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addMonths, err, ok, type CalendarDate, type Problem, type Result } from '#kernel';

/** An amount that is known, or lies between two; each in euro cents. */
export interface CentsRange {
  readonly low: number;
  readonly high: number;
}

/** When a contract can end: at the earliest, and at the latest (null: nobody knows, it may go on beyond the horizon). */
export interface ContractEnd {
  readonly earliest: CalendarDate;
  readonly latest: CalendarDate | null;
}

/** What is known about the money of one candidate; null is unknown, which is not 0. All amounts are zero or more. */
export interface EconomicsFacts {
  /** What today's contract costs in a year. */
  readonly annualCostCents: CentsRange | null;
  /** First day on which the contract need no longer be paid, with notice period and tacit renewal applied; two days where the notice period is not known. */
  readonly contractEndsOn: ContractEnd | null;
  /** Cost of the change, once: services, licences, training. */
  readonly oneOffCents: CentsRange | null;
  /** What the alternative costs in a year: hosting, support. */
  readonly annualRunningCostCents: CentsRange | null;
  /** Own staff for the change. */
  readonly effortDays: CentsRange | null;
}

export interface EconomicsParameters {
  /** Day on which the change starts. */
  readonly startsOn: CalendarDate;
  /** Months from the start to the day on which both products no longer run side by side. */
  readonly dualRunningMonths: number;
  /** Months that are looked at from the start, 1…240. */
  readonly horizonMonths: number;
  /** Discount rate per year, 0…1. */
  readonly discount01: number;
  readonly staffDayCents: number;
}

/** Cash effect in cents of the day the change starts; an end that cannot be known is null. */
export interface CentsInterval {
  readonly low: number | null;
  readonly expected: number | null;
  readonly high: number | null;
}

export interface Economics {
  readonly npvCents: CentsInterval;
  /** Facts that are not known and therefore leave an end of the interval open. */
  readonly missing: readonly (keyof EconomicsFacts)[];
  /** Months of the horizon in which today's contract need no longer be paid: at least and at most. */
  readonly savingMonths: { readonly least: number; readonly most: number };
}

const NOTHING: CentsRange = { low: 0, high: 0 };

/**
 * Net present value of a move over the horizon, apart from any score.
 *
 * Month by month, discounted by whole years: today's cost is saved from the later of contract end and end of dual running; the alternative's running cost is
 * paid from the start; one-off cost and own staff are paid at the start. Costs that are unknown leave the lower end open (null), an unknown cost of
 * today the upper end; an unknown contract end counts from "ends at once" to "never ends". `expected` is the middle of the ends, null if one is open.
 *
 * @returns whole cents (rounded away from certainty: low down, high up), or `SCORING.PARAMETER_OUT_OF_RANGE`
 */
export function economics(facts: EconomicsFacts, parameters: EconomicsParameters): Result<Economics, Problem> {
  const problem = checkParameters(parameters) ?? checkRanges(facts);
  if (problem) return err(problem);
  const { horizonMonths, dualRunningMonths, startsOn, staffDayCents } = parameters;
  const discounted = discountedMonths(parameters);
  const monthsFrom = (month: number) => discounted[horizonMonths]! - discounted[Math.min(month, horizonMonths)]!;
  const { earliest, latest } = facts.contractEndsOn ?? { earliest: startsOn, latest: null };
  const freeFrom = Math.max(dualRunningMonths, monthsUntil(startsOn, earliest, horizonMonths));
  const freeFromLatest = latest === null ? horizonMonths : Math.max(dualRunningMonths, monthsUntil(startsOn, latest, horizonMonths));
  const [least, most] = [Math.max(0, horizonMonths - freeFromLatest), Math.max(0, horizonMonths - freeFrom)];

  const today = facts.annualCostCents ?? NOTHING;
  const running = facts.annualRunningCostCents ?? NOTHING;
  const oneOff = facts.oneOffCents ?? NOTHING;
  const staff = facts.effortDays ?? NOTHING;
  const savedLow = (today.low / 12) * monthsFrom(freeFromLatest);
  const savedHigh = (today.high / 12) * monthsFrom(freeFrom);
  const paid = (end: keyof CentsRange) => oneOff[end] + staff[end] * staffDayCents + (running[end] / 12) * monthsFrom(0);

  const missing = (Object.keys(facts) as (keyof EconomicsFacts)[]).filter((key) => facts[key] === null);
  const isCostOpen = facts.oneOffCents === null || facts.annualRunningCostCents === null || facts.effortDays === null;
  const isSavingOpen = facts.annualCostCents === null && most > 0;
  const low = isCostOpen ? null : Math.floor(savedLow - paid('high'));
  const high = isSavingOpen ? null : Math.ceil(savedHigh - paid('low'));
  const expected = low === null || high === null ? null : Math.round((low + high) / 2) + 0;
  return ok({ npvCents: { low, expected, high }, missing, savingMonths: { least, most } });
}

/** `[n]` is what 1 cent a month over the first n months is worth today; months of the same year are discounted alike. */
function discountedMonths({ horizonMonths, discount01 }: EconomicsParameters): number[] {
  const sums = [0];
  let factor = 1;
  for (let month = 0; month < horizonMonths; month++) {
    if (month > 0 && month % 12 === 0) factor /= 1 + discount01;
    sums.push(sums[month]! + factor);
  }
  return sums;
}

/** Begun months from the start until a day, at most the horizon. */
function monthsUntil(startsOn: CalendarDate, endsOn: CalendarDate, horizonMonths: number): number {
  let months = 0;
  while (months < horizonMonths && addMonths(startsOn, months) < endsOn) months++;
  return months;
}

function checkParameters(parameters: EconomicsParameters): Problem | null {
  const { dualRunningMonths, horizonMonths, discount01, staffDayCents } = parameters;
  if (!Number.isInteger(horizonMonths) || horizonMonths < 1 || horizonMonths > 240) return outOfRange('horizonMonths', horizonMonths, 1, 240);
  if (!Number.isInteger(dualRunningMonths) || dualRunningMonths < 0 || dualRunningMonths > 240) return outOfRange('dualRunningMonths', dualRunningMonths, 0, 240);
  if (!(discount01 >= 0 && discount01 <= 1)) return outOfRange('discount01', discount01, 0, 1);
  return staffDayCents >= 0 && Number.isSafeInteger(staffDayCents) ? null : outOfRange('staffDayCents', staffDayCents, 0, Number.MAX_SAFE_INTEGER);
}

function checkRanges(facts: EconomicsFacts): Problem | null {
  for (const name of ['annualCostCents', 'oneOffCents', 'annualRunningCostCents', 'effortDays'] as const) {
    const range = facts[name];
    if (range !== null && !(range.low >= 0 && range.low <= range.high && range.high <= 1e14)) return outOfRange(name, `${range.low}…${range.high}`, 0, 1e14);
  }
  const end = facts.contractEndsOn;
  if (end !== null && end.latest !== null && end.latest < end.earliest) return outOfRange('contractEndsOn', `${end.earliest}…${end.latest}`, 0, 0);
  return null;
}

function outOfRange(parameter: string, value: number | string, from: number, to: number): Problem {
  return { code: 'SCORING.PARAMETER_OUT_OF_RANGE', parameter, value: String(value), from, to };
}
