// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { byWorth } from './insertion.js';
import { shareOf, type Guide } from './greedy.js';
import type { Instance } from './instance.js';

/** Prices of scarce resources, found without a linear solver, and the bound that they prove. */
export interface PriceBound {
  /** Cents per unit, per resource and period as in {@link Instance.limits}. */
  readonly prices: Float64Array;
  /** No plan is worth more; whole cents. */
  readonly bound: number;
}

const ROUNDS = 150;

/**
 * Lets every unit choose its best start after paying for what it takes, raises prices where too much is taken and lowers them where something is
 * left, and keeps the prices that prove most. Leaves out order, groups and changes, which only makes the bound larger. Needs no memory beyond the instance, so it works where the linear
 * relaxation is too large or too slow.
 *
 * @param interrupted asked in every round
 * @source M. Held, P. Wolfe, H. P. Crowder, Validation of subgradient optimization, Math. Prog. 6 (1974)
 */
export function priceBound(instance: Instance, interrupted: () => boolean): PriceBound {
  const { limits } = instance;
  const prices = new Float64Array(limits.length);
  const taken = new Float64Array(limits.length);
  let best: PriceBound = { prices: prices.slice(), bound: boundOf(instance, prices, taken) };
  const scale = best.bound;
  let step = 1;
  let stale = 0;
  for (let round = 0; round < ROUNDS && scale > 0 && !interrupted(); round++) {
    let norm = 0;
    for (let cell = 0; cell < limits.length; cell++) if (limits[cell]! < Infinity && limits[cell]! > 0) norm += (taken[cell]! / limits[cell]! - 1) ** 2;
    if (norm === 0) break;
    const length = (step * 0.1 * scale) / norm;
    for (let cell = 0; cell < limits.length; cell++) {
      const limit = limits[cell]!;
      if (limit === Infinity || limit <= 0) continue;
      prices[cell] = Math.max(0, prices[cell]! + (length * (taken[cell]! / limit - 1)) / limit);
    }
    const bound = boundOf(instance, prices, taken);
    if (bound < best.bound) [best, stale] = [{ prices: prices.slice(), bound }, 0];
    else if (++stale >= 5) {
      [step, stale] = [step / 2, 0];
      prices.set(best.prices);
      boundOf(instance, prices, taken);
    }
  }
  return best;
}

/** Sums up the bound for these prices and notes what the units would take. */
function boundOf(instance: Instance, prices: Float64Array, taken: Float64Array): number {
  const { periodCount, limits } = instance;
  taken.fill(0);
  let bound = 0;
  for (let cell = 0; cell < limits.length; cell++) if (prices[cell]! > 0) bound += prices[cell]! * limits[cell]!;
  for (let unit = 0; unit < instance.unitCount; unit++) {
    const { resource, offset, amount } = instance.usage[unit]!;
    const starts = instance.starts[unit]!;
    let most = instance.required[unit] ? -Infinity : 0;
    let chosen = -1;
    for (let at = 0; at < starts.length; at++) {
      let rent = instance.worth[unit]![at]!;
      for (let entry = 0; entry < resource.length; entry++) rent -= amount[entry]! * prices[resource[entry]! * periodCount + starts[at]! + offset[entry]!]!;
      if (rent > most) [most, chosen] = [rent, starts[at]!];
    }
    bound += most;
    if (chosen < 0) continue;
    for (let entry = 0; entry < resource.length; entry++) {
      const cell = resource[entry]! * periodCount + chosen + offset[entry]!;
      taken[cell] = taken[cell]! + amount[entry]!;
    }
  }
  return Math.floor(bound + 1e-9 * Math.abs(bound));
}

/** A guide that takes units by what they are worth over what they pay at these prices. */
export function priceGuide(instance: Instance, prices: Float64Array): Guide {
  const mean = instance.resources.map((_, resource) => prices.subarray(resource * instance.periodCount, (resource + 1) * instance.periodCount).reduce((sum, price) => sum + price, 0) / instance.periodCount);
  const priority = Float64Array.from(instance.worth, (worth, unit) => {
    const { resource, amount } = instance.usage[unit]!;
    const paid = amount.reduce((sum, each, entry) => sum + each * mean[resource[entry]!]!, 0);
    const best = worth.reduce((a, b) => Math.max(a, b), 0);
    return paid > 0 ? best / paid : best > 0 ? 1e6 / (shareOf(instance, unit) + 1e-6) : 0;
  });
  const edge = priority.map((ratio) => Math.abs(Math.log(Math.max(ratio, 1e-9))));
  return { priority, order: byWorth(instance), focus: Int32Array.from(priority.keys()).sort((a, b) => edge[a]! - edge[b]! || a - b) };
}
