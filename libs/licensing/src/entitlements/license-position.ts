// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate, Cents } from '#kernel';
import { compareVersions } from '../data/versions.js';
import type { Entitlement, MeasuredUse, Metric } from './entitlement.js';

/** What is owned against what is used, under one metric. */
export interface MetricPosition {
  readonly metric: Metric;
  /** Rights valid on the day; null where a site license makes them countless, or nobody knows how many there are (status UNKNOWN). */
  readonly ownedSeats: number | null;
  /** Units in use; null where a part was not counted. */
  readonly usedSeats: number | null;
  /** Units in use that no right covers; a lower bound where `usedSeats` is null. */
  readonly underSeats: number;
  /** Rights that nobody uses; null where `usedSeats` or `ownedSeats` is null. */
  readonly unusedSeats: number | null;
  /** What the missing rights would cost at the dearest known price; null where a right is missing and no price known. */
  readonly underCents: Cents | null;
  /** What the unused rights cost; null where unknown. */
  readonly unusedCents: Cents | null;
  readonly status: 'BALANCED' | 'UNDER' | 'OVER' | 'UNKNOWN';
}

interface Pool {
  readonly right: Entitlement;
  left: number;
}

/**
 * Effective license position of one product: rights of a metric are pooled, newer rights cover older versions, and the newest uses are served first from
 * the rights that reach just high enough, so that as many uses as possible are covered.
 *
 * @param today rights outside their term on this day do not count
 * @returns one position for each metric that occurs, in the order of first appearance; empty where nothing is owned nor used
 */
export function licensePosition(rights: readonly Entitlement[], uses: readonly MeasuredUse[], today: CalendarDate): MetricPosition[] {
  const valid = rights.filter((right) => (right.validFrom ?? '') <= today && (right.validUntil === null || right.validUntil >= today));
  const sites = valid.filter((right) => right.metric === 'site');
  const counted = uses.filter((use) => use.metric !== 'site' && !sites.some((site) => coversSite(site, use)));
  const underSite = uses.filter((use) => !counted.includes(use));
  const metrics = [...new Set([...valid, ...counted].map((item) => item.metric))].filter((metric) => metric !== 'site');
  const positions = metrics.map((metric) => positionOf(metric, valid.filter((right) => right.metric === metric), counted.filter((use) => use.metric === metric)));
  return sites.length > 0 || underSite.length > 0 ? [...positions, sitePosition(sites, underSite)] : positions;
}

function positionOf(metric: Metric, rights: readonly Entitlement[], uses: readonly MeasuredUse[]): MetricPosition {
  const pools = rights.map((right): Pool => ({ right, left: right.quantity ?? Infinity })).sort((a, b) => compareReach(a.right.upToVersion, b.right.upToVersion));
  const known = uses.filter((use) => use.quantity !== null).sort((a, b) => compareReach(b.version, a.version));
  let underSeats = 0;
  for (const use of known) underSeats += uncovered(use, pools);
  const isCounted = known.length === uses.length;
  const isOwnedKnown = rights.every((right) => right.quantity !== null);
  const unusedSeats = isCounted && isOwnedKnown ? pools.reduce((sum, pool) => sum + pool.left, 0) : null;
  return {
    metric,
    ownedSeats: isOwnedKnown ? rights.reduce((sum, right) => sum + (right.quantity ?? 0), 0) : null,
    usedSeats: isCounted ? known.reduce((sum, use) => sum + (use.quantity ?? 0), 0) : null,
    underSeats,
    unusedSeats,
    underCents: underSeats === 0 ? (0 as Cents) : costOfMissing(underSeats, rights),
    unusedCents: unusedSeats === null ? null : costOfUnused(pools),
    status: underSeats > 0 ? 'UNDER' : unusedSeats === null ? 'UNKNOWN' : unusedSeats > 0 ? 'OVER' : 'BALANCED',
  };
}

/** Takes what a use needs from the pools, lowest reach first; returns what they cannot give. */
function uncovered(use: MeasuredUse, pools: readonly Pool[]): number {
  let needed = use.quantity ?? 0;
  for (const pool of pools) {
    if (compareReach(pool.right.upToVersion, use.version) < 0) continue;
    const taken = Math.min(needed, pool.left);
    pool.left -= taken;
    needed -= taken;
  }
  return needed;
}

/** Orders versions with "every version" (null) highest. */
function compareReach(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compareVersions(a, b);
}

function costOfMissing(seats: number, rights: readonly Entitlement[]): Cents | null {
  const prices = rights.map((right) => right.unitCostCents).filter((price) => price !== null);
  return prices.length === 0 ? null : ((seats * Math.max(...prices)) as Cents);
}

function costOfUnused(pools: readonly Pool[]): Cents | null {
  let sum = 0;
  for (const { right, left } of pools) {
    if (left > 0 && right.unitCostCents === null) return null;
    sum += left * (right.unitCostCents ?? 0);
  }
  return sum as Cents;
}

function coversSite(site: Entitlement, use: MeasuredUse): boolean {
  return (site.site === undefined || site.site === use.site) && compareReach(site.upToVersion, use.version) >= 0;
}

function sitePosition(sites: readonly Entitlement[], uses: readonly MeasuredUse[]): MetricPosition {
  const uncoveredUses = uses.filter((use) => !sites.some((site) => coversSite(site, use)));
  const isCounted = uses.every((use) => use.quantity !== null);
  const underSeats = uncoveredUses.reduce((sum, use) => sum + (use.quantity ?? 1), 0);
  return {
    metric: 'site',
    ownedSeats: null,
    usedSeats: isCounted ? uses.reduce((sum, use) => sum + (use.quantity ?? 0), 0) : null,
    underSeats,
    unusedSeats: null,
    underCents: underSeats === 0 ? (0 as Cents) : null,
    unusedCents: null,
    status: underSeats > 0 ? 'UNDER' : 'BALANCED',
  };
}
