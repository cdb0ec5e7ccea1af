// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { PlanningProblem } from '../problem.js';
import type { ReadPlan } from './read-plan.js';

/** Breaches of order, bundles, exclusive groups, locks, what is required, and the limit on changes. */
export function relationViolations(problem: PlanningProblem, { starts, items }: ReadPlan): Problem[] {
  const violations: Problem[] = [];
  const tied = togetherWith(problem);
  for (const { before, after, lag } of problem.precedences ?? []) {
    const [first, second] = [starts.get(before), starts.get(after)];
    if (tied(before, after)) {
      if (first !== second) violations.push({ code: 'PLANNING.CYCLE_SPLIT', before, after });
    } else if (second !== undefined && first === undefined) violations.push({ code: 'PLANNING.PREDECESSOR_MISSING', before, after });
    else if (second !== undefined && second < first! + (items.get(before)!.durationPeriods ?? 1) + (lag ?? 0)) violations.push({ code: 'PLANNING.ORDER_BROKEN', before, after, start: second });
  }
  for (const bundle of problem.bundles ?? []) {
    if (new Set(bundle.map((id) => starts.get(id))).size > 1) violations.push({ code: 'PLANNING.BUNDLE_SPLIT', items: bundle });
  }
  for (const group of problem.exclusive ?? []) {
    const chosen = group.filter((id) => starts.has(id));
    if (chosen.length > 1) violations.push({ code: 'PLANNING.EXCLUSIVE_BROKEN', items: chosen });
  }
  for (const { item, period } of problem.locked ?? []) {
    if ((starts.get(item) ?? null) !== period) violations.push({ code: 'PLANNING.LOCK_BROKEN', item, period });
  }
  for (const item of problem.items) {
    if ((item.required || problem.objective === 'makespan') && !starts.has(item.id)) violations.push({ code: 'PLANNING.REQUIRED_MISSING', item: item.id });
  }
  if (problem.maxChanges !== undefined) {
    const inForce = new Map((problem.planInForce ?? []).map(({ item, period }) => [item, period]));
    const changed = problem.items.filter(({ id }) => inForce.get(id) !== starts.get(id)).length;
    if (changed > problem.maxChanges) violations.push({ code: 'PLANNING.TOO_MANY_CHANGES', changed, most: problem.maxChanges });
  }
  return violations;
}

/** Tells whether two items can reach each other through dependencies and bundles, so that they count as one. */
function togetherWith(problem: PlanningProblem): (one: string, other: string) => boolean {
  const forward = new Map<string, string[]>();
  const backward = new Map<string, string[]>();
  const link = (lists: Map<string, string[]>, from: string, to: string): void => {
    const list = lists.get(from);
    if (list) list.push(to);
    else lists.set(from, [to]);
  };
  const connect = (from: string, to: string): void => {
    link(forward, from, to);
    link(backward, to, from);
  };
  for (const { before, after } of problem.precedences ?? []) connect(before, after);
  for (const bundle of problem.bundles ?? []) for (const id of bundle.slice(1)) {
    connect(bundle[0]!, id);
    connect(id, bundle[0]!);
  }
  const group = new Map<string, number>();
  const finished = finishingOrder(problem, forward);
  let groups = 0;
  for (const root of finished.reverse()) {
    if (group.has(root)) continue;
    const open = [root];
    group.set(root, groups);
    while (open.length > 0) {
      for (const next of backward.get(open.pop()!) ?? []) {
        if (group.has(next)) continue;
        group.set(next, groups);
        open.push(next);
      }
    }
    groups++;
  }
  return (one, other) => group.get(one) === group.get(other);
}

/** Items in the order in which a depth-first walk leaves them (first half of Kosaraju's method). */
function finishingOrder(problem: PlanningProblem, forward: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const { id } of problem.items) {
    if (seen.has(id)) continue;
    seen.add(id);
    const path: [string, number][] = [[id, 0]];
    while (path.length > 0) {
      const top = path.at(-1)!;
      const next = (forward.get(top[0]) ?? [])[top[1]++];
      if (next === undefined) finished.push(path.pop()![0]);
      else if (!seen.has(next)) {
        seen.add(next);
        path.push([next, 0]);
      }
    }
  }
  return finished;
}
