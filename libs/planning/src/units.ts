// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { stronglyConnected, suggestCut, type Arc } from './dependency-graph.js';
import type { Cycle } from './plan.js';
import type { PlanningProblem } from './problem.js';

/** Items that must start together, because a bundle or a dependency cycle ties them. */
export interface Units {
  /** Unit per item, by index; a unit comes after the units it depends on. */
  readonly unitOf: Int32Array;
  readonly members: readonly (readonly number[])[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** Merges the items of bundles and of dependency cycles; whoever is tied to nobody is a unit of its own. */
export function unitsOf(problem: PlanningProblem): Units {
  const indexOf = new Map(problem.items.map((item, index) => [item.id, index]));
  const unitOf = stronglyConnected(problem.items.length, [...dependencies(problem, indexOf), ...ties(problem, indexOf)]);
  const members: number[][] = [];
  unitOf.forEach((unit, item) => (members[unit] ??= []).push(item));
  return { unitOf, members, indexOf };
}

/** Dependency cycles (also those that close only through a bundle), each with a suggestion which dependencies to give up. */
export function cyclesOf(problem: PlanningProblem, units: Units): readonly Cycle[] {
  const inside = new Map<number, Arc[]>();
  for (const [before, after] of dependencies(problem, units.indexOf)) {
    const unit = units.unitOf[before]!;
    if (unit !== units.unitOf[after]) continue;
    const arcs = inside.get(unit) ?? [];
    arcs.push([before, after]);
    inside.set(unit, arcs);
  }
  const id = (item: number): string => problem.items[item]!.id;
  return [...inside].map(([unit, arcs]) => {
    const cut = suggestCut(units.members[unit]!, arcs);
    return { items: units.members[unit]!.map(id), suggestedCut: (cut.length > 0 ? cut : arcs).map(([before, after]) => ({ before: id(before), after: id(after) })) };
  });
}

function dependencies(problem: PlanningProblem, indexOf: ReadonlyMap<string, number>): Arc[] {
  return (problem.precedences ?? []).map(({ before, after }) => [indexOf.get(before)!, indexOf.get(after)!] as const);
}

function ties(problem: PlanningProblem, indexOf: ReadonlyMap<string, number>): Arc[] {
  return (problem.bundles ?? []).flatMap((bundle) =>
    bundle.slice(1).flatMap((id): Arc[] => [[indexOf.get(bundle[0]!)!, indexOf.get(id)!], [indexOf.get(id)!, indexOf.get(bundle[0]!)!]]),
  );
}
