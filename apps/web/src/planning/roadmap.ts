// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Plan, PlanningProblem, TeamFigures } from '#planning';
import type { WavesAnswer, WavesPlan } from './plan-queries.js';

/** What a scenario fixes, as far as the roadmap draws it. */
export interface ScenarioShape {
  readonly periods: readonly { readonly startsOn: string; readonly endsOn: string; readonly budgetCents: number | null }[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
}

/** One migration of a plan, in a wave or in none. */
export interface RoadmapItem {
  readonly key: string;
  readonly name: string;
  /** Null where it is in no wave. */
  readonly alternative: { readonly key: string; readonly name: string } | null;
  /** Period in which it starts; null where it is in no wave. */
  readonly start: number | null;
  /** Null where the planner never got it: a number that planning needs is not known. */
  readonly work: PlanningProblem['items'][number] | null;
  readonly durationPeriods: number;
  /** Person-days per team over its whole duration. */
  readonly teams: readonly { readonly id: string; readonly name: string; readonly days: number }[];
  readonly effortDays: number;
  /** It runs, is blocked or done: it stays where it is. */
  readonly isBegun: boolean;
  readonly status: WavesAnswer['migrations']['nodes'][number]['status'] | null;
  readonly sizeIsAssumed: boolean;
  readonly savingUnknownBecause: 'COST' | 'CONTRACT_END' | null;
  readonly supportEndedBefore: string | null;
  readonly reason: { readonly code: string; readonly de: string; readonly en: string } | null;
}

/** When somebody wants migrations to start, by key of the product; null: in no wave. */
export type Locks = ReadonlyMap<string, number | null>;

export interface Roadmap {
  readonly scenario: ScenarioShape;
  readonly items: readonly RoadmapItem[];
  readonly left: readonly RoadmapItem[];
  /** The locks that the plan was made with. */
  readonly locks: Locks;
  readonly answer: Plan;
}

/** What the roadmap draws of a plan. */
export function roadmapOf(plan: WavesPlan, migrations: WavesAnswer['migrations']['nodes']): Roadmap {
  const scenario = plan.scenario.definition as ScenarioShape;
  const problem = plan.problem as PlanningProblem;
  const works = new Map(problem.items.map((item) => [item.id, item]));
  const steered = new Map(migrations.map((migration) => [migration.product.key, migration]));
  const begun = new Set(migrations.flatMap(({ product, startedOn, status }) => (startedOn !== null && status !== 'CANCELLED' ? [product.key] : [])));
  const itemOf = (key: string, name: string): Omit<RoadmapItem, 'alternative' | 'start' | 'sizeIsAssumed' | 'savingUnknownBecause' | 'supportEndedBefore' | 'reason'> => {
    const work = works.get(key) ?? null;
    const teams = scenario.teams.flatMap((team) => {
      const days = sum(work?.effortDays?.[team.id] ?? []);
      return days > 0 ? [{ id: team.id, name: team.name, days }] : [];
    });
    return { key, name, work, durationPeriods: work?.durationPeriods ?? 1, teams, effortDays: sum(teams.map(({ days }) => days)), isBegun: begun.has(key), status: steered.get(key)?.status ?? null };
  };
  return {
    scenario,
    items: plan.waves.flatMap(({ period, items }) =>
      items.map(({ product, alternative, sizeIsAssumed, savingUnknownBecause, supportEndedBefore }) => ({ ...itemOf(product.key, product.name), alternative, start: period, sizeIsAssumed, savingUnknownBecause, supportEndedBefore, reason: null })),
    ),
    left: plan.unscheduled.map(({ product, reason }) => ({ ...itemOf(product.key, product.name), alternative: null, start: null, sizeIsAssumed: false, savingUnknownBecause: null, supportEndedBefore: null, reason })),
    locks: new Map((problem.locked ?? []).filter(({ item }) => !begun.has(item)).map(({ item, period }) => [item, period])),
    answer: plan.result as Plan,
  };
}

/** Keys whose lock differs from what the plan was made with: wished anew, elsewhere, or released. */
export function changedLocks(before: Locks, now: Locks): readonly string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((key) => before.has(key) !== now.has(key) || before.get(key) !== now.get(key));
}

/** Where a bar stands: where it is wished to start, else where the plan starts it; null where it is wished or planned in no wave. */
export function shownStart(item: RoadmapItem, locks: Locks): number | null {
  return locks.has(item.key) ? locks.get(item.key)! : item.start;
}

/** The nearest period in which something of this length can start. */
export function withinHorizon(period: number, durationPeriods: number, periodCount: number): number {
  return Math.max(0, Math.min(period, periodCount - Math.max(1, durationPeriods)));
}

export interface Group {
  readonly id: string;
  readonly items: readonly RoadmapItem[];
}

/** Items under the wave in which the plan starts them, or under each team that they need. */
export function groupsOf({ items, scenario }: Roadmap, by: 'wave' | 'team', find: string): readonly Group[] {
  const wanted = find.trim().toLocaleLowerCase();
  const found = items.filter(({ name, alternative }) => `${name} ${alternative?.name ?? ''}`.toLocaleLowerCase().includes(wanted));
  const groups: Group[] =
    by === 'wave'
      ? scenario.periods.map((_, period) => ({ id: String(period), items: found.filter(({ start }) => start === period) }))
      : scenario.teams.map(({ id }) => ({ id, items: found.filter(({ teams }) => teams.some((team) => team.id === id)) }));
  return groups.filter((group) => group.items.length > 0);
}

/** What a team does and can do in a period; undefined where the plan does not say. */
export function teamIn(plan: WavesPlan, period: number, team: string): TeamFigures | undefined {
  return (plan.periods.find((figures) => figures.period === period)?.teams as readonly TeamFigures[] | undefined)?.find((figures) => figures.team === team);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
