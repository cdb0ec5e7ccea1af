// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { PlanningItem, PlanningProblem } from '../problem.js';

/** A plan as far as it could be read: the items with their starts, and what is wrong with its form. */
export interface ReadPlan {
  readonly starts: ReadonlyMap<string, number>;
  readonly items: ReadonlyMap<string, PlanningItem>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly waves: readonly Readonly<Record<string, unknown>>[];
  readonly violations: readonly Problem[];
}

/** Reads the waves of a plan of unknown origin; only `waves[].period` and `waves[].items` are needed. */
export function readPlan(problem: PlanningProblem, plan: unknown): ReadPlan {
  const items = new Map(problem.items.map((item) => [item.id, item]));
  const starts = new Map<string, number>();
  const violations: Problem[] = [];
  const waves: Record<string, unknown>[] = [];
  const claims = isObject(plan) ? plan : {};
  if (!Array.isArray(claims.waves)) return { starts, items, claims, waves, violations: [{ code: 'PLANNING.PLAN_WITHOUT_WAVES', path: 'waves' }] };
  claims.waves.forEach((wave: unknown, index) => {
    const path = `waves[${index}]`;
    if (!isObject(wave) || !Number.isInteger(wave.period) || !Array.isArray(wave.items)) return void violations.push({ code: 'PLANNING.WAVE_NOT_READABLE', path });
    waves.push(wave);
    wave.items.forEach((id: unknown, member) => {
      const at = `${path}.items[${member}]`;
      if (typeof id !== 'string' || !items.has(id)) violations.push({ code: 'PLANNING.UNKNOWN_ITEM', path: at, item: String(id) });
      else if (starts.has(id)) violations.push({ code: 'PLANNING.PLANNED_TWICE', path: at, item: id });
      else starts.set(id, wave.period as number);
    });
  });
  if (Array.isArray(claims.starts)) {
    const listed = new Map(claims.starts.filter(isObject).map((start) => [start.item, start.period]));
    for (const id of new Set([...listed.keys(), ...starts.keys()])) {
      if (listed.get(id) !== starts.get(id as string)) violations.push({ code: 'PLANNING.STARTS_DIFFER', path: 'starts', item: id });
    }
  }
  return { starts, items, claims, waves, violations };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
