// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Guide } from './greedy.js';
import type { Relaxation } from './highs.js';
import { byWorth } from './insertion.js';
import type { WaveModel } from './wave-model.js';

/**
 * Guides drawn from a solved relaxation: first by the start it would choose (the earliest first, left-out units last, each tried first where
 * the relaxation puts it), then by what a unit is worth after paying the relaxation's prices for all it takes.
 */
export function relaxationGuides(model: WaveModel, relaxation: Relaxation): readonly [Guide, Guide, Guide] {
  const { instance, firstColumn } = model;
  const mean = new Float64Array(instance.unitCount);
  const rent = new Float64Array(instance.unitCount);
  const price = meanPrices(model, relaxation.prices);
  const order = byWorth(instance).map((ranks, unit) => {
    const share = (at: number): number => relaxation.values[firstColumn[unit]! + at]!;
    return ranks.slice().sort((a, b) => Math.round(1e6 * (share(b) - share(a))));
  });
  for (let unit = 0; unit < instance.unitCount; unit++) {
    let placed = 0;
    let sum = 0;
    instance.starts[unit]!.forEach((start, at) => {
      const share = relaxation.values[firstColumn[unit]! + at]!;
      placed += share;
      sum += share * start;
    });
    mean[unit] = -(sum + (1 - placed) * (instance.periodCount + 6));
    rent[unit] = rentOf(model, price, unit);
  }
  const early = byWorth(instance);
  const edge = rent.map((ratio) => Math.abs(Math.log(Math.max(ratio, 1e-9))));
  const focus = Int32Array.from(rent.keys()).sort((a, b) => edge[a]! - edge[b]! || a - b);
  return [{ priority: mean, order, focus }, { priority: mean, order: early, focus }, { priority: rent, order: early, focus }];
}

/** Mean over the periods of what one unit of each resource costs, in scaled profit. */
function meanPrices({ instance, resourceRows }: WaveModel, prices: Float64Array): Float64Array {
  const mean = new Float64Array(instance.resources.length);
  for (const { row, resource, scale } of resourceRows) mean[resource] = mean[resource]! + (Math.max(0, prices[row]!) * scale) / instance.periodCount;
  return mean;
}

/** Best worth of a unit over what it pays for resources at these prices; units that pay nothing come first. */
function rentOf({ instance, profitScale }: WaveModel, price: Float64Array, unit: number): number {
  const { resource, amount } = instance.usage[unit]!;
  let paid = 0;
  for (let entry = 0; entry < resource.length; entry++) paid += amount[entry]! * price[resource[entry]!]!;
  const best = instance.worth[unit]!.reduce((a, b) => Math.max(a, b), 0) * profitScale;
  return best / (paid + 1e-9 * (best + 1));
}
