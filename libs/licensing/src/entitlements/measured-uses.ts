// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Entitlement, MeasuredUse, Metric } from './entitlement.js';

/** What is known about the use of one product. */
export interface ObservedUse {
  /** Machines on which each version was observed; a null version where nobody knows which. Empty where none was. */
  readonly machines: readonly { readonly version: string | null; readonly quantity: number }[];
  /** Whether machines were looked at and none missed: an application register alone says that a product is in use, not how often. */
  readonly areMachinesCounted: boolean;
  /** People who use it; null where nobody counted. */
  readonly namedUsers: number | null;
  /** Counted by people, under whichever metric; goes before what was observed. */
  readonly counts: readonly MeasuredUse[];
}

/**
 * Says in the metrics of a product's rights what is used of it.
 *
 * A count given for a metric is taken; else machines count as devices and people as named users, as long as that is the only metric left, for nobody knows
 * which machine takes which kind of right. Everything else is in use in an unknown number.
 *
 * @param rights of the product; without any, or under a site license, machines are counted
 */
export function measuredUses(rights: readonly Entitlement[], observed: ObservedUse): MeasuredUse[] {
  const counted = new Set(observed.counts.map((count) => count.metric));
  const open = [...new Set(rights.map((right) => right.metric))].filter((metric) => metric !== 'site' && !counted.has(metric));
  const metrics: readonly Metric[] = open.length === 0 && counted.size === 0 ? ['device'] : open;
  return [...observed.counts, ...metrics.flatMap((metric) => (metrics.length === 1 ? observedIn(metric, observed) : [unknownUse(metric)]))];
}

function observedIn(metric: Metric, { machines, areMachinesCounted, namedUsers }: ObservedUse): MeasuredUse[] {
  if (metric === 'named-user') return [{ metric, version: null, quantity: namedUsers }];
  if (metric !== 'device' || !areMachinesCounted) return [unknownUse(metric)];
  return machines.map(({ version, quantity }) => ({ metric, version, quantity }));
}

function unknownUse(metric: Metric): MeasuredUse {
  return { metric, version: null, quantity: null };
}
