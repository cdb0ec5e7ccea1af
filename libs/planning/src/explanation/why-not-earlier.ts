// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { obstaclesOf, planView, type Obstacle } from './why-not.js';
import { centsPerPointOf } from '../item-worth.js';
import type { Plan } from '../plan.js';
import type { PlanningProblem } from '../problem.js';

/** Why an item is where it is. */
export interface ItemExplanation {
  readonly item: string;
  /** Its start; null where it is not planned. */
  readonly period: number | null;
  /** For each earlier start that would be worth more (any, where the shortest plan is sought; each start at all, where it is not planned): what stands in the way there. */
  readonly obstacles: readonly Obstacle[];
}

/**
 * Says what keeps an item from starting earlier, or at all, with all others as they are: the resource that is missing and how much of it, the
 * predecessor that is not done; what the plan would gain if just that were there: see {@link gainOf}.
 *
 * @returns null where the problem has no such item
 */
export function explainItem(problem: PlanningProblem, plan: Pick<Plan, 'starts' | 'unscheduled'>, item: string): ItemExplanation | null {
  const index = problem.items.findIndex(({ id }) => id === item);
  if (index < 0) return null;
  const startOf = new Map(plan.starts.map(({ item: id, period }) => [id, period]));
  const view = planView(problem, startOf);
  const unit = view.unitOf[index]!;
  const { instance, schedule } = view;
  const period = startOf.get(item) ?? null;
  if (period === null) {
    const reason = plan.unscheduled.find(({ item: id }) => id === item)?.detail;
    const obstacles = obstaclesOf(view, unit, item);
    return { item, period, obstacles: obstacles.length > 0 || !reason ? obstacles : [{ start: 0, problem: reason }] };
  }
  const worthAt = (start: number): number => instance.worth[unit]![instance.starts[unit]!.indexOf(start)]!;
  const isMakespan = problem.objective === 'makespan';
  const { from } = schedule.window(unit);
  schedule.remove(unit);
  const obstacles = obstaclesOf(view, unit, item)
    .filter(({ start }) => start < period && (isMakespan || worthAt(start) > worthAt(period)))
    .map(({ start, problem: obstacle }) => ({ start, problem: { ...obstacle, ...(isMakespan ? {} : { gainCents: worthAt(start) - worthAt(period) }) } }));
  const waiting = [...instance.delaysInto[unit]!].map((arc) => instance.precedences[arc]!).filter(({ before, delay }) => schedule.start[before]! + delay === from);
  const blocked: Obstacle[] = from > (instance.starts[unit]![0] ?? 0)
    ? waiting.map(({ before }) => ({ start: from - 1, problem: { code: 'PLANNING.LATE_BY_ORDER', item, before: problem.items[view.members[before]![0]!]!.id, earliest: from } satisfies Problem }))
    : [];
  return { item, period, obstacles: [...blocked, ...obstacles] };
}

/** What a plan would gain; null where that cannot be said, cents also where the problem does not say what a point is worth in money. */
export interface Gain {
  /** In points that count from the first period on. */
  readonly points: number | null;
  /** In discounted cents. */
  readonly cents: number | null;
}

/** What the plan would gain if just this obstacle were not there: its worth in both parts, goal and money, told in one unit. */
export function gainOf(problem: PlanningProblem, obstacle: Problem): Gain {
  const { gainCents } = obstacle;
  if (typeof gainCents !== 'number') return { points: null, cents: null };
  const perPoint = centsPerPointOf(problem);
  return { points: perPoint > 0 ? Math.round((gainCents / perPoint) * 100) / 100 : null, cents: problem.centsPerValuePoint === undefined ? null : Math.round(gainCents) };
}
