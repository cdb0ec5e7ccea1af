// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { BoundSource } from '../plan.js';
import type { Instance } from './instance.js';

/** Periods before the earliest start of each unit, and from its end to the earliest possible end of everything that follows. */
export function headsAndTails(instance: Instance): { heads: Int32Array; tails: Int32Array } {
  const heads = Int32Array.from(instance.starts, (starts) => starts[0] ?? instance.periodCount);
  const tails = new Int32Array(instance.unitCount);
  const arcs = instance.precedences;
  for (let unit = 0; unit < instance.unitCount; unit++) {
    for (const index of instance.delaysOutOf[unit]!) heads[arcs[index]!.after] = Math.max(heads[arcs[index]!.after]!, heads[unit]! + arcs[index]!.delay);
  }
  for (let unit = instance.unitCount - 1; unit >= 0; unit--) {
    for (const index of instance.delaysOutOf[unit]!) {
      const { after, delay } = arcs[index]!;
      tails[unit] = Math.max(tails[unit]!, delay - instance.duration[unit]! + instance.duration[after]! + tails[after]!);
    }
  }
  return { heads, tails };
}

/**
 * Lower bounds on the end of the last unit: the longest chain of dependencies, and for each resource the work of all units that cannot start
 * before some period and need some time after them, laid as tightly as its limits allow.
 */
export function makespanBound(instance: Instance): { bound: number; source: BoundSource } {
  const { heads, tails } = headsAndTails(instance);
  let best: { bound: number; source: BoundSource } = { bound: 0, source: 'CRITICAL_PATH' };
  for (let unit = 0; unit < instance.unitCount; unit++) best = larger(best, heads[unit]! + instance.duration[unit]! + tails[unit]!, 'CRITICAL_PATH');
  // A milestone is paid for in the period in which it lies, which is one more than its end counts.
  const after = tails.map((tail, unit) => (instance.duration[unit] === 0 ? tail - 1 : tail));
  for (let resource = 0; resource < instance.resources.length; resource++) {
    const work = instance.usage.map((usage) => usage.amount.reduce((sum, amount, entry) => sum + (usage.resource[entry] === resource ? amount : 0), 0));
    const users = work.flatMap((amount, unit) => (amount > 0 ? [unit] : [])).sort((a, b) => after[b]! - after[a]!);
    for (const head of new Set(users.map((unit) => heads[unit]!))) {
      let sum = 0;
      for (const unit of users) {
        if (heads[unit]! < head) continue;
        sum += work[unit]!;
        best = larger(best, endOfWork(instance, resource, head, sum) + after[unit]!, 'ENERGY');
      }
    }
  }
  return best;
}

function endOfWork(instance: Instance, resource: number, from: number, work: number): number {
  let left = work - 1e-6 * Math.max(1, work);
  let period = from;
  while (left > 0 && period < instance.periodCount) left -= instance.limits[resource * instance.periodCount + period++]!;
  return period;
}

function larger(best: { bound: number; source: BoundSource }, bound: number, source: BoundSource): { bound: number; source: BoundSource } {
  return bound > best.bound ? { bound, source } : best;
}
