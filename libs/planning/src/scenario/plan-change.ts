// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Plan } from '../plan.js';

/** What happens to one item from one plan to another. */
export interface ItemChange {
  readonly item: string;
  readonly kind: 'ADDED' | 'DROPPED' | 'EARLIER' | 'LATER';
  /** Null where it was not planned. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The difference between a plan in force and its re-plan, by item id; empty where nothing moves. */
export function planChanges(before: Pick<Plan, 'starts'>, after: Pick<Plan, 'starts'>): readonly ItemChange[] {
  const from = new Map(before.starts.map(({ item, period }) => [item, period]));
  const to = new Map(after.starts.map(({ item, period }) => [item, period]));
  return [...new Set([...from.keys(), ...to.keys()])].sort().flatMap((item): ItemChange[] => {
    const [was, is] = [from.get(item) ?? null, to.get(item) ?? null];
    if (was === is) return [];
    return [{ item, kind: was === null ? 'ADDED' : is === null ? 'DROPPED' : is < was ? 'EARLIER' : 'LATER', from: was, to: is }];
  });
}

/** A plan in one row, to be laid beside others. */
export interface PlanSummary {
  readonly name: string;
  readonly status: Plan['status'];
  readonly objective: number | null;
  readonly gap01: number | null;
  readonly items: number;
  readonly value: number;
  readonly costCents: number;
  readonly savingCents: number;
  readonly effortDays: number;
  /** Last period in which anything runs or starts; null for an empty plan. */
  readonly lastWave: number | null;
  /** Items that differ from the first plan of the comparison. */
  readonly changes: number;
}

/** Lays plans side by side; the first one is what the others are compared with. */
export function comparePlans(plans: readonly { readonly name: string; readonly plan: Plan }[]): readonly PlanSummary[] {
  const sum = (plan: Plan, field: 'value' | 'costCents' | 'savingCents' | 'effortDays'): number => plan.waves.reduce((total, wave) => total + wave[field], 0);
  return plans.map(({ name, plan }) => ({
    name, status: plan.status, objective: plan.objective, gap01: plan.gap01, items: plan.starts.length, value: sum(plan, 'value'), costCents: sum(plan, 'costCents'),
    savingCents: sum(plan, 'savingCents'), effortDays: sum(plan, 'effortDays'), lastWave: plan.waves.at(-1)?.period ?? null, changes: planChanges(plans[0]!.plan, plan).length,
  }));
}
