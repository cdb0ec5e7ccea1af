// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addDays, groupBy, type CalendarDate } from '#kernel';
import type { DeviceGroup, EstateFacts, Openness, Replacement, UsedProduct } from './facts.js';
import { shareOf, type Bounds, type ForecastPoint, type Measure, type Measured, type MeasureParts, type ValueOverTime } from './measures.js';
import { measureSpend } from './measure-spend.js';

/**
 * Measures everything that targets can be set in, and forecasts it from the migrations of the plan in force. Formulas: docs/guide/targets.md.
 *
 * @param replacements of products in use, as `replacementsOf` says; empty without a plan in force
 * @returns one value for each measure, in the order of `MEASURES`
 */
export function measureEstate(facts: EstateFacts, replacements: readonly Replacement[]): readonly Measured[] {
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
  return measured.map(([measure, { parts, value, later }]) => ({ measure, parts, value, forecast: value === null ? [] : changesOf(value, later) }));
}

const NOTHING: MeasureParts = { reached: 0, missed: 0, unknown: 0, unrecognised: 0, uncounted: 0 };

function constant(parts: MeasureParts): ValueOverTime {
  return { parts, value: shareOf(parts), later: [] };
}

/** The points at which the value differs from the one before. */
function changesOf(now: Bounds, later: readonly ForecastPoint[]): readonly ForecastPoint[] {
  return later.filter(({ low, high }, at) => {
    const before = later[at - 1] ?? now;
    return low !== before.low || high !== before.high;
  });
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
  const boundsWith = (gone: readonly Replacement[]) => withUnrecognised(tally(gone), unrecognised);
  return { parts: { ...NOTHING, ...tally([]), unrecognised }, value: boundsWith([]), later: overBoth(relevant, boundsWith, ({ productId }) => unknown.has(productId)) };
}

/** Installations of products; each goes on as one of the alternative. */
function measureInstallations({ products, unrecognised }: EstateFacts, replacements: readonly Replacement[]): ValueOverTime {
  const tally = (gone: readonly Replacement[]) => {
    const left = new Set(gone.map(({ productId }) => productId));
    const sum = (openness: Openness) => products.reduce((all, one) => ((left.has(one.id) ? 'OPEN' : one.openness) === openness ? all + one.installations : all), 0);
    return { reached: sum('OPEN'), missed: sum('CLOSED'), unknown: sum('UNKNOWN') };
  };
  const boundsWith = (gone: readonly Replacement[]) => withUnrecognised(tally(gone), unrecognised.installations);
  return { parts: { ...NOTHING, ...tally([]), unrecognised: unrecognised.installations }, value: boundsWith([]), later: overBoth(replacements, boundsWith) };
}

/** Devices on which everything is open source. */
function measureDevices({ devices }: EstateFacts): ValueOverTime {
  const sum = (holds: (group: DeviceGroup) => boolean) => devices.reduce((all, group) => (holds(group) ? all + group.devices : all), 0);
  const total = sum(() => true);
  const reached = sum(({ surelyOn }) => surelyOn === 'today');
  const missed = sum(({ hasClosed }) => hasClosed);
  const by = (on: DeviceGroup['surelyOn'], day: CalendarDate | null) => on === 'today' || (on !== null && day !== null && on <= day);
  const sharesOn = (day: CalendarDate | null): Bounds => ({ low: sum(({ surelyOn }) => by(surelyOn, day)) / total, high: sum(({ possiblyOn }) => by(possiblyOn, day)) / total });
  const days = devices.flatMap(({ surelyOn, possiblyOn }) => [surelyOn, possiblyOn].flatMap((on) => (on === null || on === 'today' ? [] : [on])));
  return {
    parts: { ...NOTHING, reached, missed, unknown: total - reached - missed },
    value: total === 0 ? null : sharesOn(null),
    later: total === 0 ? [] : inOrder(days).map((on) => ({ on, ...sharesOn(on) })),
  };
}

/** Products that need a decision, as many as there are; what is exempt needs one again when its exemption has ended. */
function measureUndecided({ products, unrecognised }: EstateFacts): ValueOverTime {
  const undecided = (openness: Openness) => products.filter((one) => one.openness === openness && one.isUndecided).length;
  const [missed, unknown] = [undecided('CLOSED'), undecided('UNKNOWN')];
  const value = { low: missed, high: missed + unknown + unrecognised.families };
  const ends = groupBy(products.filter(({ exemptUntil }) => exemptUntil !== null), ({ exemptUntil }) => exemptUntil!);
  let { low, high } = value;
  const later = inOrder(ends.keys()).map((until) => {
    const more = ends.get(until)!;
    low += more.filter(({ openness }) => openness === 'CLOSED').length;
    high += more.filter(({ openness }) => openness !== 'OPEN').length;
    return { on: addDays(until, 1), low, high };
  });
  return { parts: { ...NOTHING, reached: products.length - missed - unknown, missed, unknown, unrecognised: unrecognised.families }, value, later };
}

/** By each day: low with what is surely replaced, high also with what may be, unless it is better where it is. */
function overBoth(replacements: readonly Replacement[], boundsWith: (gone: readonly Replacement[]) => Bounds | null, isBetterKept: (replacement: Replacement) => boolean = () => false): readonly ForecastPoint[] {
  const days = replacements.flatMap(({ surelyOn, possiblyOn }) => (surelyOn === null ? [possiblyOn] : [surelyOn, possiblyOn]));
  return inOrder(days).flatMap((on) => {
    const isSure = ({ surelyOn }: Replacement) => surelyOn !== null && surelyOn <= on;
    const low = boundsWith(replacements.filter(isSure));
    const high = boundsWith(replacements.filter((one) => isSure(one) || (one.possiblyOn <= on && !isBetterKept(one))));
    return low === null || high === null ? [] : [{ on, low: low.low, high: high.high }];
  });
}

function withUnrecognised({ reached, missed, unknown }: Pick<MeasureParts, 'reached' | 'missed' | 'unknown'>, unrecognised: number): Bounds | null {
  return shareOf({ reached, missed, unknown: unknown + unrecognised });
}

function inOrder(days: Iterable<CalendarDate>): CalendarDate[] {
  return [...new Set(days)].sort();
}
