// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useState } from 'react';
import { changedLocks, withinHorizon, type Locks, type Roadmap } from './roadmap.js';

const placeOf = (plan: string): string => `fahrplan.locks.${plan}`;

/** Locks that are not planned yet, as this window knows them: they outlast a reload, and go with the window. */
export function useLockDrafts(plan: string, roadmap: Roadmap): readonly [Locks, (key: string, period: number | null | undefined) => void, () => void] {
  const [locks, setLocks] = useState<Locks>(() => draftIn(read(plan), roadmap) ?? roadmap.locks);
  const lock = useCallback(
    (key: string, period: number | null | undefined) =>
      setLocks((before) => {
        const now = new Map(before);
        if (period === undefined) now.delete(key);
        else now.set(key, period);
        keep(plan, roadmap, now);
        return now;
      }),
    [plan, roadmap],
  );
  const reset = useCallback(() => {
    keep(plan, roadmap, roadmap.locks);
    setLocks(roadmap.locks);
  }, [plan, roadmap]);
  return [locks, lock, reset];
}

/**
 * The locks that were kept for a plan, as far as they still make sense: of migrations that it knows and that have not begun, in periods in which they fit.
 *
 * @returns null where nothing was kept, or something else
 */
export function draftIn(kept: unknown, roadmap: Roadmap): Locks | null {
  if (!Array.isArray(kept)) return null;
  const items = new Map([...roadmap.items, ...roadmap.left].map((item) => [item.key, item]));
  const locks = kept.flatMap((pair: unknown): [string, number | null][] => {
    const [key, period] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const item = typeof key === 'string' ? items.get(key) : undefined;
    if (!item || item.isBegun || item.work === null) return [];
    if (period === null) return [[item.key, null]];
    return typeof period === 'number' && Number.isInteger(period) && withinHorizon(period, item.durationPeriods, roadmap.scenario.periods.length) === period ? [[item.key, period]] : [];
  });
  return new Map(locks);
}

/** Storage may be forbidden, or hold what somebody else wrote; then there is no draft. */
function read(plan: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(plan)) ?? 'null');
  } catch {
    return null;
  }
}

function keep(plan: string, roadmap: Roadmap, locks: Locks): void {
  try {
    if (changedLocks(roadmap.locks, locks).length === 0) sessionStorage.removeItem(placeOf(plan));
    else sessionStorage.setItem(placeOf(plan), JSON.stringify([...locks]));
  } catch {
    // then they hold until the page is left
  }
}
