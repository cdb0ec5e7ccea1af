// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import type { Plan } from '../plan.js';
import type { PlannedStart } from '../problem.js';

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

/** What of a plan is needed to lay it beside others. */
export type ComparablePlan = Pick<Plan, 'status' | 'objective' | 'gap01' | 'starts'> & { readonly waves: readonly Pick<Plan['waves'][number], 'period' | 'value' | 'costCents' | 'savingCents' | 'effortDays'>[] };

/** Starts of a plan of unknown origin, as its waves name them; `PLANNING.PLAN_WITHOUT_WAVES` or `WAVE_NOT_READABLE` with the path where there are none. */
export function startsOfPlan(value: unknown): Result<readonly PlannedStart[], Problem> {
  const waves = isObject(value) ? value.waves : undefined;
  if (!Array.isArray(waves)) return err({ code: 'PLANNING.PLAN_WITHOUT_WAVES', path: 'waves' });
  const broken = waves.findIndex((wave) => !isObject(wave) || !Number.isInteger(wave.period) || !Array.isArray(wave.items) || !wave.items.every((item) => typeof item === 'string'));
  if (broken >= 0) return err({ code: 'PLANNING.WAVE_NOT_READABLE', path: `waves[${broken}]` });
  return ok((waves as Plan['waves']).flatMap(({ period, items }) => items.map((item) => ({ item, period }))));
}

/** Accepts a plan of unknown origin if its figures can be laid beside others; as {@link startsOfPlan}, and a wave without its figures is not readable. */
export function comparablePlan(value: unknown): Result<ComparablePlan, Problem> {
  const starts = startsOfPlan(value);
  if (!starts.ok) return starts;
  const plan = value as Plan;
  const broken = plan.waves.findIndex((wave) => FIGURES.some((field) => !Number.isFinite(wave[field])));
  if (broken >= 0) return err({ code: 'PLANNING.WAVE_NOT_READABLE', path: `waves[${broken}]` });
  const number = (figure: unknown): number | null => (typeof figure === 'number' ? figure : null);
  return ok({ status: plan.status ?? 'UNKNOWN', objective: number(plan.objective), gap01: number(plan.gap01), waves: plan.waves, starts: starts.value });
}

const FIGURES = ['value', 'costCents', 'savingCents', 'effortDays'] as const;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lays plans side by side; the first one is what the others are compared with. */
export function comparePlans(plans: readonly { readonly name: string; readonly plan: ComparablePlan }[]): readonly PlanSummary[] {
  const sum = (plan: ComparablePlan, field: (typeof FIGURES)[number]): number => plan.waves.reduce((total, wave) => total + wave[field], 0);
  return plans.map(({ name, plan }) => ({
    name, status: plan.status, objective: plan.objective, gap01: plan.gap01, items: plan.starts.length, value: sum(plan, 'value'), costCents: sum(plan, 'costCents'),
    savingCents: sum(plan, 'savingCents'), effortDays: sum(plan, 'effortDays'), lastWave: plan.waves.at(-1)?.period ?? null, changes: planChanges(plans[0]!.plan, plan).length,
  }));
}
