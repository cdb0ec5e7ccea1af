// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, type CalendarDate } from '#kernel';
import type { DeviceGroup, EstateFacts, Openness, Replacement, UsedProduct } from './facts.js';
import { shareOf, type Bounds, type ForecastPoint, type Measure, type Measured, type MeasureParts, type ValueOverTime } from './measures.js';
import { measureSpend } from './measure-spend.js';

/**
 * Measures everything that targets can be set in, and forecasts it from the migrations of the plan in force. Formulas: docs/guide/targets.md.
 *
 * @param replacements of products in use, as `replacementsOf` says; empty without a plan in force
 * @returns one value for each measure, in the order of `MEASURES`
 */
export function measureEstate(facts: EstateFacts, replacements: readonly Replacement[], today: CalendarDate): readonly Measured[] {
  const { products, unrecognised, ownSoftware } = facts;
  const specialised = products.filter(({ isSpecialised }) => isSpecialised);
  const measured: readonly (readonly [Measure, ValueOverTime])[] = [
    ['PRODUCTS', measureProducts(products, unrecognised.families, replacements)],
    ['SPECIALISED_PRODUCTS', measureProducts(specialised, unrecognised.families, replacements)],
    ['INSTALLATIONS', measureInstallations(facts, replacements)],
    ['DEVICES', measureDevices(facts)],
    ['SPEND', measureSpend(facts.contracts, replacements)],
    ['OWN_SOFTWARE', constant({ ...NOTHING, reached: ownSoftware.published, missed: ownSoftware.total - ownSoftware.published })],
    ['OPEN_PRODUCTS', measureUndecided(facts)],
  ];
  return measured.map(([measure, over]) => {
    const value = over.valueOn(today);
    return { measure, parts: over.parts, value, forecast: value === null ? [] : curveOf(over, value, today) };
  });
}

const NOTHING: MeasureParts = { reached: 0, missed: 0, unknown: 0, unrecognised: 0, uncounted: 0 };

function constant(parts: MeasureParts): ValueOverTime {
  return { parts, valueOn: () => shareOf(parts), days: [] };
}

/** The days after today on which the value changes. */
function curveOf({ valueOn, days }: ValueOverTime, now: Bounds, today: CalendarDate): readonly ForecastPoint[] {
  const points: ForecastPoint[] = [];
  let last = now;
  for (const on of [...new Set(days)].filter((day) => day > today).sort()) {
    const value = valueOn(on) ?? last;
    if (value.low !== last.low || value.high !== last.high) points.push({ on, low: value.low, high: value.high });
    last = value;
  }
  return points;
}

/**
 * Products in use; a name that is not recognised may be one more, open or not. A product that is replaced goes, its alternative is in use from then on. Of
 * unknown license, it is worth most where it stays and is open: its alternative may be in use already.
 */
function measureProducts(products: readonly UsedProduct[], unrecognised: number, replacements: readonly Replacement[]): ValueOverTime {
  const ids = new Set(products.map(({ id }) => id));
  const unknown = new Set(products.filter(({ openness }) => openness === 'UNKNOWN').map(({ id }) => id));
  const relevant = replacements.filter(({ productId }) => ids.has(productId));
  const open = products.filter(({ openness }) => openness === 'OPEN').map(({ id }) => id);
  const tally = (gone: readonly Replacement[]) => {
    const left = new Set(gone.map(({ productId }) => productId));
    const count = (openness: Openness) => products.filter((product) => product.openness === openness && !left.has(product.id)).length;
    return { reached: new Set([...open, ...gone.map(({ alternativeId }) => alternativeId)]).size, missed: count('CLOSED'), unknown: count('UNKNOWN') };
  };
  const today = tally([]);
  return {
    parts: { ...NOTHING, ...today, unrecognised },
    valueOn: overBoth(relevant, (gone) => withUnrecognised(tally(gone), unrecognised), ({ productId }) => unknown.has(productId)),
    days: daysOf(relevant),
  };
}

/** Installations of products; each goes on as one of the alternative. */
function measureInstallations({ products, unrecognised }: EstateFacts, replacements: readonly Replacement[]): ValueOverTime {
  const tally = (gone: readonly Replacement[]) => {
    const left = new Set(gone.map(({ productId }) => productId));
    const sum = (openness: Openness) => products.reduce((all, one) => ((left.has(one.id) ? 'OPEN' : one.openness) === openness ? all + one.installations : all), 0);
    return { reached: sum('OPEN'), missed: sum('CLOSED'), unknown: sum('UNKNOWN') };
  };
  return {
    parts: { ...NOTHING, ...tally([]), unrecognised: unrecognised.installations },
    valueOn: overBoth(replacements, (gone) => withUnrecognised(tally(gone), unrecognised.installations)),
    days: daysOf(replacements),
  };
}

/** Devices on which everything is open source. */
function measureDevices({ devices }: EstateFacts): ValueOverTime {
  const sum = (holds: (group: DeviceGroup) => boolean) => devices.reduce((all, group) => (holds(group) ? all + group.devices : all), 0);
  const total = sum(() => true);
  const reached = sum(({ surelyOn }) => surelyOn === 'today');
  const missed = sum(({ hasClosed }) => hasClosed);
  const by = (on: DeviceGroup['surelyOn'], day: CalendarDate) => on === 'today' || (on !== null && on <= day);
  return {
    parts: { ...NOTHING, reached, missed, unknown: total - reached - missed },
    valueOn: (day) => (total === 0 ? null : { low: sum(({ surelyOn }) => by(surelyOn, day)) / total, high: sum(({ possiblyOn }) => by(possiblyOn, day)) / total }),
    days: devices.flatMap(({ surelyOn, possiblyOn }) => [surelyOn, possiblyOn].flatMap((on) => (on === null || on === 'today' ? [] : [on]))),
  };
}

/** Products that need a decision, as many as there are; what is exempt needs one again when its exemption has ended. */
function measureUndecided({ products, unrecognised }: EstateFacts): ValueOverTime {
  const needs = (day: CalendarDate | null, openness: Openness) =>
    products.filter((one) => one.openness === openness && (one.isUndecided || (day !== null && one.exemptUntil !== null && one.exemptUntil < day))).length;
  const [missed, unknown] = [needs(null, 'CLOSED'), needs(null, 'UNKNOWN')];
  return {
    parts: { ...NOTHING, reached: products.length - missed - unknown, missed, unknown, unrecognised: unrecognised.families },
    valueOn: (day) => ({ low: needs(day, 'CLOSED'), high: needs(day, 'CLOSED') + needs(day, 'UNKNOWN') + unrecognised.families }),
    days: products.flatMap(({ exemptUntil }) => (exemptUntil === null ? [] : [addDays(exemptUntil, 1)])),
  };
}

/** Low with what is surely replaced by the day, high also with what may be, unless it is better where it is. */
function overBoth(replacements: readonly Replacement[], boundsWith: (gone: readonly Replacement[]) => Bounds | null, isBetterKept: (replacement: Replacement) => boolean = () => false): ValueOverTime['valueOn'] {
  return (day) => {
    const isSure = ({ surelyOn }: Replacement) => surelyOn !== null && surelyOn <= day;
    const low = boundsWith(replacements.filter(isSure));
    const high = boundsWith(replacements.filter((one) => isSure(one) || (one.possiblyOn <= day && !isBetterKept(one))));
    return low === null || high === null ? null : { low: low.low, high: high.high };
  };
}

function withUnrecognised({ reached, missed, unknown }: Pick<MeasureParts, 'reached' | 'missed' | 'unknown'>, unrecognised: number): Bounds | null {
  return shareOf({ reached, missed, unknown: unknown + unrecognised });
}

function daysOf(replacements: readonly Replacement[]): CalendarDate[] {
  return replacements.flatMap(({ surelyOn, possiblyOn }) => (surelyOn === null ? [possiblyOn] : [surelyOn, possiblyOn]));
}
